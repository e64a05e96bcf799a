#include "figure/heading.hpp"

#include <algorithm>
#include <sstream>

namespace thalweg::figure {

namespace {

// In sizes of its text.
constexpr double kBelow = 0.24; // between the last line and the panel
constexpr double kWidestWord = 12; // longer words break

canvas::TextStyle style_of(const canvas::Format& format, double width)
{
    return {.size = format.type.name,
        .weight = canvas::Weight::bold,
        .wrap = width,
        .even_lines = true};
}

} // namespace

double Heading::least_width(const canvas::Format& format, canvas::TextMetrics& metrics) const
{
    double widest = 0;
    std::istringstream words(text_);
    for (std::string word; words >> word;)
        widest = std::max(widest, metrics.size(word, style_of(format, 0)).x);
    return std::min(widest + 1, kWidestWord * format.type.name);
}

double Heading::height(
    double width, const canvas::Format& format, canvas::TextMetrics& metrics) const
{
    if (empty())
        return 0;
    return metrics.size(text_, style_of(format, width)).y + kBelow * format.type.name;
}

void Heading::draw(
    canvas::Canvas& canvas, const canvas::Format& format, Vec2 at, double width) const
{
    if (empty())
        return;
    canvas::TextStyle style = style_of(format, width);
    style.color = canvas.palette().text;
    canvas.text(text_, style, {.at = at, .y = canvas::AlignY::top});
}

} // namespace thalweg::figure
