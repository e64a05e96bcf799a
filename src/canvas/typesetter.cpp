#include "canvas/typesetter.hpp"

#include "canvas/text_layout.hpp"
#include "core/utf8.hpp"

#include <algorithm>

namespace thalweg::canvas {

Typesetter::Typesetter()
    : pango_(std::make_unique<Pango>())
{
}

Typesetter::~Typesetter() = default;

Vec2 Typesetter::size(const std::string& text, const TextStyle& style)
{
    return pango_->layout(text, style).size;
}

double Typesetter::baseline(const std::string& text, const TextStyle& style)
{
    return pango_->layout(text, style).lines.front().baseline;
}

bool Typesetter::has_math_font() const
{
    return pango_->has_math_font();
}

std::string Typesetter::missing_characters(const std::string& text)
{
    const auto unknown = [&](const std::string& part) {
        return pango_layout_get_unknown_glyphs_count(pango_->layout(part, {}).pango.get());
    };
    std::string missing;
    if (unknown(text) == 0)
        return missing;
    for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
        length = std::max<std::size_t>(1, utf8_length(std::string_view(text).substr(at)));
        const std::string character = text.substr(at, length);
        if (missing.find(character) == std::string::npos && unknown(character) > 0)
            missing += character;
    }
    return missing;
}

Box text_box(
    TextMetrics& metrics, const std::string& text, const TextStyle& style, const Anchor& anchor)
{
    const Vec2 size = metrics.size(text, style);
    const double left = anchor.x == AlignX::left ? 0
        : anchor.x == AlignX::center             ? -0.5 * size.x
                                                 : -size.x;
    const double top = anchor.y == AlignY::top ? 0
        : anchor.y == AlignY::middle           ? -0.5 * size.y
        : anchor.y == AlignY::baseline         ? -metrics.baseline(text, style)
                                               : -size.y;
    if (anchor.upward) // to the right becomes up, down becomes to the right
        return {{anchor.at.x + top, anchor.at.x + top + size.y},
            {anchor.at.y - left - size.x, anchor.at.y - left}};
    return {{anchor.at.x + left, anchor.at.x + left + size.x},
        {anchor.at.y + top, anchor.at.y + top + size.y}};
}

} // namespace thalweg::canvas
