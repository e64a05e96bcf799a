#include "canvas/svg_text.hpp"

#include "canvas/formula_drawing.hpp"
#include "canvas/svg_path.hpp"
#include "canvas/xml.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

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

bool has_outlines(const MathBox& formula)
{
    return !formula.rules.empty()
        || std::ranges::any_of(formula.glyphs, [](const auto& glyph) { return !glyph.is_word; });
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

/// The context's path, each point p as `origin + scale * p`.
Path current_path(cairo_t* cr, Vec2 origin, double scale)
{
    const CairoPtr<cairo_path_t> read(cairo_copy_path(cr));
    check(read->status, "outline a text");
    Path path;
    for (int i = 0; i < read->num_data; i += read->data[i].header.length) {
        const cairo_path_data_t* data = &read->data[i];
        const auto point = [&](int k) {
            return origin + scale * Vec2{data[k].point.x, data[k].point.y};
        };
        switch (data->header.type) {
        case CAIRO_PATH_MOVE_TO:
            path.move_to(point(1));
            break;
        case CAIRO_PATH_LINE_TO:
            path.line_to(point(1));
            break;
        case CAIRO_PATH_CURVE_TO:
            path.curve_to(point(1), point(2), point(3));
            break;
        case CAIRO_PATH_CLOSE_PATH:
            path.close();
            break;
        }
    }
    return path;
}

/// Reads the outlines of glyphs, one by one: far from its origin Cairo loses them.
class Outliner {
public:
    explicit Outliner(const Anchor& anchor)
        : anchor_(anchor)
        , surface_(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1))
        , cr_(cairo_create(surface_.get()))
    {
    }

    void add_run(Path& path, const PangoGlyphItem& run, Vec2 at) const
    {
        for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
            const PangoGlyphInfo& info = run.glyphs->glyphs[i];
            add_glyph(path, run.item->analysis.font, info.glyph,
                at + Vec2{info.geometry.x_offset / kPango, info.geometry.y_offset / kPango});
            at.x += info.geometry.width / kPango;
        }
    }
    void add_formula(Path& path, const MathBox& formula, Vec2 at) const
    {
        for (const MathGlyph& glyph : formula.glyphs)
            add_glyph(path, glyph.font, glyph.glyph, at + glyph.at);
        for (const Box& rule : formula.rules)
            path.add(Path::polygon(std::array{placed(at + Vec2{rule.x.lo, rule.y.lo}),
                placed(at + Vec2{rule.x.lo, rule.y.hi}), placed(at + Vec2{rule.x.hi, rule.y.hi}),
                placed(at + Vec2{rule.x.hi, rule.y.lo})}));
    }

private:
    static constexpr double kPango = PANGO_SCALE, kFiner = 64; // Cairo's own numbers end at 1/256

    Vec2 placed(Vec2 from_anchor) const
    {
        return anchor_.at + (anchor_.upward ? Vec2{from_anchor.y, -from_anchor.x} : from_anchor);
    }
    void add_glyph(Path& path, PangoFont* font, PangoGlyph glyph, Vec2 at) const
    {
        const Saved saved(cr_.get());
        cairo_new_path(cr_.get());
        cairo_scale(cr_.get(), kFiner, kFiner);
        if (anchor_.upward)
            cairo_rotate(cr_.get(), -0.5 * std::numbers::pi);
        add_glyph_path(cr_.get(), font, glyph, {});
        cairo_identity_matrix(cr_.get()); // the path is then read in device units
        path.add(current_path(cr_.get(), placed(at), 1 / kFiner));
    }

    const Anchor& anchor_;
    CairoPtr<cairo_surface_t> surface_;
    CairoPtr<cairo_t> cr_;
};

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

Path text_outlines(const TextLayout& layout, const Anchor& anchor, Outlined what)
{
    const Outliner outliner(anchor);
    const Vec2 corner = corner_from_anchor(layout, anchor);
    Path path;
    for (const TextLine& line : layout.lines)
        for (const TextRun& run : line.runs) {
            const Vec2 at{
                corner.x + line_indent(layout, line, anchor.x) + run.x, corner.y + run.baseline};
            if (run.formula && (what == Outlined::all || has_outlines(*run.formula)))
                outliner.add_formula(path, *run.formula, at);
            else if (!run.formula && what == Outlined::all)
                outliner.add_run(path, *run.item, at);
        }
    return path;
}

} // namespace thalweg::canvas
