#include "canvas/xml.hpp"

#include "core/utf8.hpp"

#include <algorithm>

namespace thalweg::canvas {

namespace {

bool is_allowed(std::string_view character)
{
    if (character.size() == 1)
        return character[0] >= ' ' || character[0] == '\n' || character[0] == '\t';
    return character != "\uFFFE" && character != "\uFFFF";
}

} // namespace

std::string allowed_characters(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const std::size_t length = utf8_length(text);
        const std::string_view character = text.substr(0, std::max<std::size_t>(length, 1));
        if (length > 0 && is_allowed(character))
            out += character;
        text.remove_prefix(character.size());
    }
    return out;
}

std::string xml_escaped(std::string_view text)
{
    std::string out;
    for (const char c : allowed_characters(text))
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    return out;
}

std::string base64(std::string_view bytes)
{
    constexpr std::string_view kDigits
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned three = 0;
        for (std::size_t k = 0; k < 3; ++k)
            three = three << 8
                | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            out += k <= bytes.size() - i ? kDigits[three >> (18 - 6 * k) & 63U] : '=';
    }
    return out;
}

} // namespace thalweg::canvas
