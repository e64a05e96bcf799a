#pragma once

#include "canvas/math/syntax.hpp"

#include <span>
#include <string_view>

namespace thalweg::canvas {

/// What may follow a backslash in a formula.
struct MathCommand {
    enum class Kind : unsigned char {
        symbol,
        function,
        own_function,
        accent,
        overline,
        fraction,
        radical,
        alphabet,
        text,
        left,
        right,
        begin,
        end,
        space,
        style
    };

    std::string_view name; ///< without the backslash
    Kind kind = Kind::symbol;
    char32_t symbol = 0; ///< a symbol's or an accent's character
    MathClass type = MathClass::ordinary; ///< a symbol's
    MathAlphabet alphabet = MathAlphabet::italic;
    double space = 0; ///< in mu
    bool is_display = false;
    bool has_limits = false;
    std::string_view meaning{}; ///< for those that are no symbols
};

/// All commands, in the order of listings. Parser and listings read this table.
std::span<const MathCommand> math_commands();

/// The command of a name; null where there is none.
const MathCommand* find_math_command(std::string_view name);

/// How a character is spaced.
MathClass math_class(char32_t character);

/// The names of matrices, with their fences.
struct MathMatrix {
    std::string_view name;
    char32_t opening, closing;
};
std::span<const MathMatrix> math_matrices();

} // namespace thalweg::canvas
