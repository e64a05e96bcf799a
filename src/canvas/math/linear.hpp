#pragma once

#include "canvas/math/syntax.hpp"

#include <string>
#include <string_view>

namespace thalweg::canvas {

/// A formula in one line of plain characters, as it would be read out or searched for: "x² + 1",
/// "(a + b)/c", "√(x)".
std::string linear_math(const MathList& formula);

/// The same for a text with `$...$`; what cannot be read stays as it is written.
std::string linear_text(std::string_view text);

} // namespace thalweg::canvas
