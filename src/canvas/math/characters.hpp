#pragma once

#include "canvas/math/syntax.hpp"

#include <optional>
#include <string_view>

namespace thalweg::canvas {

/// The first character of a text that is not empty, taken from it; U+FFFD for a byte that is no
/// UTF-8.
char32_t take_character(std::string_view& text);

inline bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The bytes of a character.
std::string utf8(char32_t character);

/// A character that stands above or below the line by itself, such as "²" or "₁".
struct ScriptCharacter {
    char32_t plain; ///< what it says in a script
    bool is_above;
};
std::optional<ScriptCharacter> script_character(char32_t character);
/// The same the other way round; 0 where Unicode has none.
char32_t as_script(char32_t plain, bool is_above);

/// A letter in the form of an alphabet: Unicode has characters of their own for it.
///
/// Source  Unicode 15, Mathematical Alphanumeric Symbols
char32_t in_alphabet(char32_t character, MathAlphabet alphabet, bool is_bold);

} // namespace thalweg::canvas
