#include "canvas/math/characters.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace thalweg::canvas {

namespace {

constexpr std::u32string_view kAbove = U"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱᵀᵗ", kAbovePlain = U"0123456789+−()niTt";
constexpr std::u32string_view kBelow = U"₀₁₂₃₄₅₆₇₈₉₊₋₍₎ᵢⱼₖₙₜ", kBelowPlain = U"0123456789+−()ijknt";

/// Where the letters of an alphabet begin.
struct Alphabet {
    char32_t latin_capital, latin_small, greek_capital, greek_small;
    char32_t digit; ///< 0: digits stay
};
constexpr Alphabet kItalic{0x1D434, 0x1D44E, 0, 0x1D6FC, 0},
    kBoldItalic{0x1D468, 0x1D482, 0x1D6A8, 0x1D736, 0x1D7CE},
    kBold{0x1D400, 0x1D41A, 0x1D6A8, 0x1D6C2, 0x1D7CE};

/// These follow the small Greek letters of each alphabet.
constexpr std::u32string_view kGreekVariants = U"∂ϵϑϰϕϱϖ";

} // namespace

char32_t take_character(std::string_view& text)
{
    const std::size_t length = utf8_length(text);
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    char32_t character = 0xFFFD;
    if (length == 1)
        character = byte(0);
    else if (length > 1) {
        character = byte(0) & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length; ++i)
            character = character << 6 | (byte(i) & 0x3FU);
    }
    text.remove_prefix(std::max<std::size_t>(length, 1));
    return character;
}

std::string utf8(char32_t c)
{
    const auto tail = [&](int shift) { return static_cast<char>(0x80U | (c >> shift & 0x3FU)); };
    if (c < 0x80)
        return {static_cast<char>(c)};
    if (c < 0x800)
        return {static_cast<char>(0xC0U | c >> 6), tail(0)};
    if (c < 0x10000)
        return {static_cast<char>(0xE0U | c >> 12), tail(6), tail(0)};
    return {static_cast<char>(0xF0U | c >> 18), tail(12), tail(6), tail(0)};
}

std::optional<ScriptCharacter> script_character(char32_t character)
{
    if (const auto at = kAbove.find(character); at != kAbove.npos)
        return ScriptCharacter{kAbovePlain[at], true};
    if (const auto at = kBelow.find(character); at != kBelow.npos)
        return ScriptCharacter{kBelowPlain[at], false};
    return std::nullopt;
}

char32_t as_script(char32_t plain, bool is_above)
{
    const auto at = (is_above ? kAbovePlain : kBelowPlain).find(plain);
    return at == std::u32string_view::npos ? 0 : (is_above ? kAbove : kBelow)[at];
}

char32_t in_alphabet(char32_t c, MathAlphabet alphabet, bool is_bold)
{
    if (alphabet == MathAlphabet::upright && !is_bold)
        return c;
    const Alphabet& to
        = alphabet == MathAlphabet::italic ? (is_bold ? kBoldItalic : kItalic) : kBold;
    if (c >= U'A' && c <= U'Z')
        return to.latin_capital + (c - U'A');
    if (c == U'h' && &to == &kItalic)
        return U'ℎ'; // Planck's constant had its place already
    if (c >= U'a' && c <= U'z')
        return to.latin_small + (c - U'a');
    if (c >= U'0' && c <= U'9' && to.digit)
        return to.digit + (c - U'0');
    if (c >= U'Α' && c <= U'Ω' && to.greek_capital)
        return to.greek_capital + (c - U'Α');
    if (c >= U'α' && c <= U'ω')
        return to.greek_small + (c - U'α');
    if (const auto at = kGreekVariants.find(c); at != kGreekVariants.npos)
        return to.greek_small + 25 + static_cast<char32_t>(at);
    if (c == U'∇' && is_bold)
        return 0x1D6C1;
    return c;
}

} // namespace thalweg::canvas
