#include "canvas/svg_canvas.hpp"

#include "canvas/bounded_path.hpp"
#include "canvas/cairo_canvas.hpp"
#include "canvas/svg_path.hpp"
#include "canvas/svg_text.hpp"
#include "canvas/text_outlines.hpp"
#include "canvas/xml.hpp"

#include <fmt/format.h>

namespace thalweg::canvas {

namespace {

std::string png_bytes(const Pixels& pixels, Opacity opacity)
{
    std::string bytes;
    const CairoPtr<cairo_surface_t> surface = source_of(pixels, opacity);
    check(cairo_surface_write_to_png_stream(surface.get(), append, &bytes), "write a PNG picture");
    return bytes;
}

std::string stroke_attributes(const Stroke& stroke)
{
    std::string out = fmt::format(
        " stroke=\"{}\"{}", svg_color(stroke.color), svg_opacity("stroke-opacity", stroke.color.a));
    if (stroke.width != 1)
        out += fmt::format(" stroke-width=\"{}\"", svg_number(stroke.width));
    if (stroke.cap == Cap::butt)
        out += " stroke-linecap=\"butt\"";
    if (!is_dash_pattern(stroke.dashes))
        return out;
    std::string dashes;
    for (const double dash : stroke.dashes)
        dashes.append(dashes.empty() ? "" : " ").append(svg_number(dash));
    out += fmt::format(" stroke-dasharray=\"{}\"", dashes);
    if (stroke.dash_offset != 0)
        out += fmt::format(" stroke-dashoffset=\"{}\"", svg_number(stroke.dash_offset));
    return out;
}

std::string outlines(const TextLayout& layout, const Anchor& anchor, Outlined what)
{
    return svg_path_data(text_outlines(layout, anchor, what));
}

std::string outline_halo(const Halo& halo, const std::string& data)
{
    return fmt::format("<path stroke=\"{}\"{} stroke-width=\"{}\" d=\"{}\"/>",
        svg_color(halo.color), svg_opacity("stroke-opacity", halo.color.a),
        svg_number(2 * halo.width), data);
}

} // namespace

SvgCanvas::SvgCanvas(const PageSpec& spec, const Palette& palette, SvgText text, SvgBody& body)
    : Canvas(palette)
    , body_(body)
    , text_(text)
    , clips_{{{0, spec.width}, {0, spec.height}}}
    , limits_(grown(clips_.front(), 8 * (spec.width + spec.height)))
{
}

bool SvgCanvas::is_seen(const Box& box) const
{
    return overlap(grown(box, 1), clips_.back());
}

void SvgCanvas::fill(const Path& path, const Color& color)
{
    Path cut;
    const Path& bounded = bounded_fill(path, limits_, cut);
    if (bounded.empty() || color.a <= 0 || !is_seen(bounded.extent()))
        return;
    body_.add(fmt::format("<path fill=\"{}\"{} d=\"{}\"/>", svg_color(color),
        svg_opacity("fill-opacity", color.a), svg_path_data(bounded)));
}

void SvgCanvas::stroke(const Path& path, const Stroke& stroke)
{
    Path cut;
    const Path& bounded = bounded_stroke(path, limits_, cut);
    if (bounded.empty() || stroke.color.a <= 0 || !(stroke.width > 0)
        || !is_seen(grown(bounded.extent(), 0.5 * stroke.width)))
        return;
    body_.add_stroke(stroke_attributes(stroke), stroke.color.a >= 1, svg_path_data(bounded));
}

void SvgCanvas::text(const std::string& text, const TextStyle& style, const Anchor& anchor)
{
    if (text.empty() || !is_seen(grown(text_box(type_, text, style, anchor), style.halo.width)))
        return;
    if (text_ == SvgText::outlines)
        return add_outlines(text, style, anchor);
    const TextLayout& layout = type_.pango().layout(text, style);
    const std::string element = svg_text(layout, style, anchor);
    const std::string data
        = layout.formulas.empty() ? "" : outlines(layout, anchor, Outlined::formulas);
    if (!data.empty() && style.halo.width > 0)
        body_.add(outline_halo(style.halo, data));
    if (!element.empty())
        body_.add(element);
    if (!data.empty())
        body_.add(fmt::format("<path aria-hidden=\"true\" fill=\"{}\"{} d=\"{}\"/>",
            svg_color(style.color), svg_opacity("fill-opacity", style.color.a), data));
}

void SvgCanvas::add_outlines(const std::string& text, const TextStyle& style, const Anchor& anchor)
{
    const TextLayout& layout = type_.pango().layout(text, style);
    const std::string data = outlines(layout, anchor, Outlined::all);
    if (data.empty())
        return;
    if (style.halo.width > 0)
        body_.add(outline_halo(style.halo, data));
    body_.add(fmt::format("<path role=\"img\" aria-label=\"{}\" fill=\"{}\"{} d=\"{}\"/>",
        xml_escaped(layout.words), svg_color(style.color),
        svg_opacity("fill-opacity", style.color.a), data));
}

void SvgCanvas::image(const Pixels& pixels, const Box& box, Opacity opacity)
{
    if (pixels.width() == 0 || pixels.height() == 0 || !is_seen(box))
        return;
    body_.add(fmt::format("<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" "
                          "preserveAspectRatio=\"none\" href=\"data:image/png;base64,{}\"/>",
        svg_number(box.x.lo), svg_number(box.y.lo), svg_number(box.width()),
        svg_number(box.height()), base64(png_bytes(pixels, opacity))));
}

void SvgCanvas::push_clip(const Box& box)
{
    clips_.push_back(common(clips_.back(), box));
    body_.open_clip(box);
}

void SvgCanvas::pop_clip()
{
    clips_.pop_back();
    body_.close();
}

} // namespace thalweg::canvas
