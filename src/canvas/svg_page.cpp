#include "canvas/page.hpp"
#include "canvas/svg_canvas.hpp"
#include "canvas/svg_path.hpp"
#include "canvas/xml.hpp"
#include "core/interrupt.hpp"

#include <fmt/format.h>

namespace thalweg::canvas {

namespace {

constexpr const char* kTitleId = "page-title";
constexpr const char* kDescriptionId = "page-description";
constexpr const char* kFonts = "Noto Sans, 'Noto Sans Math', 'DejaVu Sans', Arial, sans-serif";

std::string labelled_by(const PageMeta& meta)
{
    std::string ids;
    if (!meta.title.empty())
        ids = kTitleId;
    if (!meta.description.empty())
        ids.append(ids.empty() ? "" : " ").append(kDescriptionId);
    return ids.empty() ? ids : fmt::format(" aria-labelledby=\"{}\"", ids);
}

/// The opening tag, with the defaults that elements inherit, and what the page says about itself.
std::string head(const PageSpec& spec)
{
    std::string out = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                  "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}pt\" "
                                  "height=\"{}pt\" viewBox=\"0 0 {} {}\" role=\"img\"{}",
        svg_number(spec.width * spec.scale), svg_number(spec.height * spec.scale),
        svg_number(spec.width), svg_number(spec.height), labelled_by(spec.meta));
    out += fmt::format(" font-family=\"{}\" fill=\"none\" stroke-linecap=\"round\" "
                       "stroke-linejoin=\"round\" xml:space=\"preserve\">\n",
        kFonts);
    if (!spec.meta.title.empty())
        out += fmt::format("<title id=\"{}\">{}</title>\n", kTitleId, xml_escaped(spec.meta.title));
    if (!spec.meta.description.empty())
        out += fmt::format(
            "<desc id=\"{}\">{}</desc>\n", kDescriptionId, xml_escaped(spec.meta.description));
    return out;
}

} // namespace

std::string svg_page(
    const PageSpec& spec, const Palette& palette, const DrawPicture& draw, SvgText text)
{
    SvgBody body({kTitleId, kDescriptionId});
    SvgCanvas canvas(spec, palette, text, body);
    check_interrupt();
    draw(canvas);
    check_interrupt();
    return head(spec) + body.definitions() + body.elements() + "</svg>\n";
}

} // namespace thalweg::canvas
