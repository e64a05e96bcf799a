#include "canvas/text_units.hpp"

#include "canvas/math/formulas.hpp"

#include <pango/pango.h>

namespace thalweg::canvas {

namespace {

/// Adds the characters of a text without formulas.
void add_characters(const std::string& text, std::vector<std::string>& units)
{
    const auto count = static_cast<std::size_t>(g_utf8_strlen(text.data(), -1));
    std::vector<PangoLogAttr> attributes(count + 1);
    pango_get_log_attrs(text.data(), static_cast<int>(text.size()), -1,
        pango_language_get_default(), attributes.data(), static_cast<int>(attributes.size()));
    const char* at = text.data();
    for (std::size_t i = 0; i < count; ++i) {
        const char* const next = g_utf8_next_char(at);
        if (i == 0 || attributes[i].is_cursor_position)
            units.emplace_back();
        units.back().append(at, next);
        at = next;
    }
}

} // namespace

std::vector<std::string> text_units(const std::string& text)
{
    std::vector<std::string> units;
    for (const TextPart& part : text_parts(text)) {
        if (part.formula)
            units.emplace_back(part.written);
        else
            add_characters(std::string(part.written), units);
    }
    return units;
}

} // namespace thalweg::canvas
