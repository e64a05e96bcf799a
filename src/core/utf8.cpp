#include "core/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace thalweg {

namespace {

bool is_continuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// The character of a well-formed sequence.
char32_t decoded(std::string_view sequence)
{
    const auto lead = static_cast<unsigned char>(sequence[0]);
    char32_t c = sequence.size() == 1 ? lead : lead & (0x7FU >> sequence.size());
    for (const char next : sequence.substr(1))
        c = c << 6 | (static_cast<unsigned char>(next) & 0x3FU);
    return c;
}

bool is_control(char32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
}

/// Source  The Unicode Standard 15, section 23.7
bool is_noncharacter(char32_t c)
{
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/// Blanks, and characters that only tell how others are set.
///
/// Source  The Unicode Standard 15: White_Space and Default_Ignorable_Code_Point, as far as fonts
///         commonly have them
bool is_blank(char32_t c)
{
    const auto is_in = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    return c <= ' ' || is_in(0x7F, 0xA0) || c == 0xAD || c == 0x34F || c == 0x61C || c == 0x1680
        || is_in(0x115F, 0x1160) || is_in(0x180B, 0x180F) || is_in(0x2000, 0x200F)
        || is_in(0x2028, 0x202F) || is_in(0x205F, 0x206F) || c == 0x2800 || c == 0x3000
        || c == 0x3164 || is_in(0xFE00, 0xFE0F) || c == 0xFEFF || c == 0xFFA0
        || is_in(0xE0000, 0xE0FFF);
}

/// Calls visit(character) for each character of well-formed text.
template <class Visit>
void for_each_character(std::string_view text, Visit visit)
{
    for (std::size_t length = 0; !text.empty(); text.remove_prefix(length)) {
        length = utf8_length(text);
        if (length == 0)
            return;
        visit(decoded(text.substr(0, length)));
    }
}

} // namespace

std::size_t utf8_length(std::string_view text)
{
    const auto byte = [&](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    };
    const unsigned lead = byte(0), second = byte(1);
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead >= 0xC2 && lead <= 0xDF ? 2
        : (lead & 0xF0) == 0xE0                             ? 3
        : lead >= 0xF0 && lead <= 0xF4                      ? 4
                                                            : 0;
    // Neither longer than needed, nor a surrogate, nor beyond U+10FFFF.
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)
        || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if (i >= text.size() || !is_continuation(text[i]))
            return 0;
    return length;
}

std::string unprintable_part(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = utf8_length(text);
        if (length == 0)
            return fmt::format(
                "the byte {:#04x}, which is not UTF-8", static_cast<unsigned char>(text[0]));
        const char32_t c = decoded(text.substr(0, length));
        if (is_control(c))
            return fmt::format("the control character U+{:04X}", static_cast<unsigned>(c));
        if (is_noncharacter(c))
            return fmt::format("U+{:04X}, which is no character", static_cast<unsigned>(c));
        text.remove_prefix(length);
    }
    return "";
}

std::string unended_turn(std::string_view text)
{
    constexpr char32_t kPopTurn = 0x202C, kPopIsolate = 0x2069;
    std::vector<char32_t> open;
    const auto is_isolate = [](char32_t c) { return c >= 0x2066 && c <= 0x2068; };
    for_each_character(text, [&](char32_t c) {
        if (is_isolate(c) || c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E)
            open.push_back(c);
        else if (c == kPopTurn && !open.empty() && !is_isolate(open.back()))
            open.pop_back();
        else if (c == kPopIsolate && std::ranges::any_of(open, is_isolate)) {
            while (!is_isolate(open.back())) // an isolate ends what was begun inside of it
                open.pop_back();
            open.pop_back();
        }
    });
    return open.empty() ? ""
                        : fmt::format("U+{:04X}, which turns the text after it and has no end",
                            static_cast<unsigned>(open.front()));
}

bool is_visible(std::string_view text)
{
    bool is_seen = false;
    for_each_character(text, [&](char32_t c) { is_seen |= !is_blank(c); });
    return is_seen;
}

std::string printable(std::string_view text)
{
    std::string shown;
    while (!text.empty()) {
        const std::size_t length = std::max<std::size_t>(utf8_length(text), 1);
        const std::string_view part = text.substr(0, length);
        if (part != "\t" && unprintable_part(part).empty())
            shown += part;
        else
            for (const char byte : part)
                shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
        text.remove_prefix(length);
    }
    return shown;
}

} // namespace thalweg
