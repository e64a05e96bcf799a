#include "canvas/svg_text.hpp"

#include "canvas/svg_path.hpp"
#include "canvas/text_outlines.hpp"
#include "canvas/xml.hpp"

#include <cmath>

#include <fmt/format.h>

namespace thalweg::canvas {

namespace {

/// Neighbouring runs of one size. Their fonts may differ: the reader's program looks up fonts as we
/// did.
struct Part {
    std::string text;
    double x, y; ///< of the first glyph's origin
    double size;
    double hidden_width = 0; ///< not 0: says what outlines show, over this width
    const char* text_anchor = nullptr; ///< where `x` is not the left end
};

Part part_of(const TextLayout& layout, const TextRun& run)
{
    PangoFontDescription* font
        = pango_font_describe_with_absolute_size(run.item->item->analysis.font);
    const double size = static_cast<double>(pango_font_description_get_size(font)) / PANGO_SCALE;
    pango_font_description_free(font);
    const PangoItem& item = *run.item->item;
    return {.text = std::string(layout.text() + item.offset, static_cast<std::size_t>(item.length)),
        .x = run.x,
        .y = run.baseline,
        .size = size};
}

/// A formula's words. Where it has other glyphs, all that it says, hidden: its own font is rarely
/// there where the page is read, so that is drawn.
void add_formula(std::vector<Part>& parts, const TextRun& run, double size)
{
    const MathBox& formula = *run.formula;
    if (!has_outlines(formula)) {
        for (const MathWord& word : formula.words)
            parts.push_back({.text = word.text,
                .x = run.x + word.at.x,
                .y = run.baseline + word.at.y,
                .size = word.size});
        return;
    }
    parts.push_back({.text = formula.linear,
        .x = run.x,
        .y = run.baseline,
        .size = size,
        .hidden_width = formula.width});
}

/// The parts of a line, from its left end.
std::vector<Part> parts_of(const TextLayout& layout, const TextLine& line, double size)
{
    std::vector<Part> parts;
    for (const TextRun& run : line.runs) {
        if (run.formula) {
            add_formula(parts, run, size);
            continue;
        }
        Part part = part_of(layout, run);
        if (!parts.empty() && std::abs(parts.back().size - part.size) < 1e-3
            && parts.back().y == part.y && parts.back().hidden_width == 0)
            parts.back().text += part.text;
        else
            parts.push_back(std::move(part));
    }
    // Where a line breaks, its space takes no room.
    if (&line != &layout.lines.back() && !parts.empty())
        while (parts.back().text.ends_with(' '))
            parts.back().text.pop_back();
    return parts;
}

/// All parts in their places. A line of one part is anchored as asked for, so that it stands well
/// in other fonts too.
std::vector<Part> placed_parts(const TextLayout& layout, const Anchor& anchor, double size)
{
    const Vec2 corner = anchor.at + corner_from_anchor(layout, anchor);
    std::vector<Part> all;
    for (const TextLine& line : layout.lines) {
        std::vector<Part> parts = parts_of(layout, line, size);
        const bool is_one
            = parts.size() == 1 && anchor.x != AlignX::left && parts[0].hidden_width == 0;
        for (Part& part : parts) {
            part.y += corner.y;
            part.x += corner.x + line_indent(layout, line, anchor.x);
            if (is_one) {
                part.x = anchor.at.x;
                part.text_anchor = anchor.x == AlignX::center ? "middle" : "end";
            }
            all.push_back(std::move(part));
        }
    }
    return all;
}

std::string place_attributes(const Part& part)
{
    std::string out = fmt::format(" x=\"{}\" y=\"{}\"", svg_number(part.x), svg_number(part.y));
    if (part.text_anchor)
        out += fmt::format(" text-anchor=\"{}\"", part.text_anchor);
    if (part.hidden_width > 0)
        out += fmt::format(" fill-opacity=\"0\" stroke=\"none\" textLength=\"{}\" "
                           "lengthAdjust=\"spacingAndGlyphs\"",
            svg_number(part.hidden_width));
    return out;
}

std::string content(const std::vector<Part>& parts, double size)
{
    if (parts.size() == 1 && parts[0].hidden_width == 0)
        return xml_escaped(parts[0].text);
    std::string out;
    for (const Part& part : parts) {
        out.append("<tspan").append(place_attributes(part));
        if (std::abs(part.size - size) > 1e-3)
            out += fmt::format(" font-size=\"{}\"", svg_number(part.size));
        out.append(">").append(xml_escaped(part.text)).append("</tspan>");
    }
    return out;
}

} // namespace

std::string svg_color(const Color& color)
{
    const std::string six = fmt::format("{:06x}", to_hex(color));
    const bool is_short = six[0] == six[1] && six[2] == six[3] && six[4] == six[5];
    return is_short ? fmt::format("#{}{}{}", six[0], six[2], six[4]) : fmt::format("#{}", six);
}

std::string svg_opacity(const char* name, double alpha)
{
    return alpha >= 1 ? std::string() : fmt::format(" {}=\"{}\"", name, svg_number(alpha, 3));
}

std::string svg_text(const TextLayout& layout, const TextStyle& style, const Anchor& anchor)
{
    const std::vector<Part> parts = placed_parts(layout, anchor, style.size);
    if (parts.empty())
        return {};
    std::string set = fmt::format(
        " font-size=\"{}\"", svg_number(parts.size() == 1 ? parts[0].size : style.size));
    const bool is_one = parts.size() == 1 && parts[0].hidden_width == 0;
    if (is_one)
        set = place_attributes(parts[0]) + set;
    if (style.weight == Weight::bold)
        set += " font-weight=\"bold\"";
    if (anchor.upward)
        set += fmt::format(
            " transform=\"rotate(-90 {} {})\"", svg_number(anchor.at.x), svg_number(anchor.at.y));
    const std::string inner = content(parts, style.size);
    const std::string fill = fmt::format(
        " fill=\"{}\"{}", svg_color(style.color), svg_opacity("fill-opacity", style.color.a));
    if (!(style.halo.width > 0))
        return fmt::format("<text{}{}>{}</text>", set, fill, inner);

    const std::string halo
        = fmt::format(" stroke=\"{}\" stroke-width=\"{}\"{}", svg_color(style.halo.color),
            svg_number(2 * style.halo.width), svg_opacity("stroke-opacity", style.halo.color.a));
    if (is_one)
        return fmt::format("<text{}{}{} paint-order=\"stroke\">{}</text>", set, fill, halo, inner);
    return fmt::format(
        "<text{}{} aria-hidden=\"true\" pointer-events=\"none\">{}</text>\n<text{}{}>{}</text>",
        set, halo, inner, set, fill, inner);
}

} // namespace thalweg::canvas
