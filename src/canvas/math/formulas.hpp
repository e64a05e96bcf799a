#pragma once

#include "canvas/math/syntax.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg::canvas {

/// A part of a text with formulas.
struct TextPart {
    std::string text{}; ///< plain characters
    std::optional<MathList> formula{};
    std::string_view written{}; ///< as it stands in the text, dollars included
};

/// Cuts a text at its formulas, `$...$`. `\$` is a dollar, also inside of formulas; a single dollar
/// stays. A formula that cannot be read stays as it is written.
///
/// text  must outlive the result
std::vector<TextPart> text_parts(std::string_view text);

/// What is wrong with the formulas of a text.
struct FormulaFault {
    std::size_t at; ///< in bytes from the beginning of the text
    std::string message;
};
std::optional<FormulaFault> formula_fault(std::string_view text);

/// Is there anything in the text that is not shown as it is written?
inline bool has_formula(std::string_view text)
{
    return text.find('$') != std::string_view::npos;
}

} // namespace thalweg::canvas
