#include "canvas/cairo_canvas.hpp"
#include "canvas/compact_pdf.hpp"
#include "canvas/formula_drawing.hpp"
#include "canvas/page.hpp"
#include "canvas/text_layout.hpp"
#include "canvas/xml.hpp"
#include "core/interrupt.hpp"
#include "core/polyline.hpp"

#include <cmath>
#include <numbers>
#include <vector>

#include <cairo-pdf.h>

namespace thalweg::canvas {

namespace {

constexpr double kHaloTolerance = 0.11; // of a halo's width

/// Replaces the context's path, of closed curves, by few lines near it, between points whose
/// numbers are short in the file.
///
/// tolerance  in the path's own units
void coarsen_path(cairo_t* cr, double tolerance)
{
    const auto line_to = [cr](Vec2 p) {
        constexpr double kGrid = 8; // to a point of the page; Cairo rounds to 256
        cairo_user_to_device(cr, &p.x, &p.y);
        p = {std::round(p.x * kGrid) / kGrid, std::round(p.y * kGrid) / kGrid};
        cairo_device_to_user(cr, &p.x, &p.y);
        cairo_line_to(cr, p.x, p.y);
    };
    const CairoPtr<cairo_path_t> flat(cairo_copy_path_flat(cr));
    check(flat->status, "outline a text");
    cairo_new_path(cr);
    std::vector<Vec2> ring;
    for (int i = 0; i < flat->num_data; i += flat->data[i].header.length) {
        const cairo_path_data_t* data = &flat->data[i];
        if (data->header.type != CAIRO_PATH_CLOSE_PATH) {
            if (data->header.type == CAIRO_PATH_MOVE_TO)
                ring.clear();
            ring.push_back({data[1].point.x, data[1].point.y});
            continue;
        }
        ring.push_back(ring.front());
        cairo_new_sub_path(cr);
        for (const std::size_t k : simplify(ring, tolerance))
            line_to(ring[k]);
        cairo_close_path(cr);
    }
}

class PdfCanvas final : public CairoCanvas {
public:
    using CairoCanvas::CairoCanvas;

    bool is_page() const override { return true; }

    void text(const std::string& text, const TextStyle& style, const Anchor& anchor) override
    {
        if (text.empty()
            || !is_seen(grown(text_box(metrics(), text, style, anchor), style.halo.width)))
            return;
        const TextLayout& layout = type().pango().layout(text, style);
        const Saved saved(cr());
        cairo_translate(cr(), anchor.at.x, anchor.at.y);
        if (anchor.upward)
            cairo_rotate(cr(), -0.5 * std::numbers::pi);
        if (style.halo.width > 0)
            show_halo(layout, style.halo, anchor);
        set_source(cr(), style.color);
        for_each_run(layout, anchor, [&](const TextRun& run, Vec2 at) { // real text, with its font
            if (run.formula)
                return show_formula(cr(), *run.formula, at);
            cairo_move_to(cr(), at.x, at.y);
            pango_cairo_show_glyph_item(
                cr(), layout.text(), const_cast<PangoGlyphItem*>(run.item)); // only reads it
        });
        cairo_new_path(cr());
    }

private:
    /// One path around all glyphs, so that overlapping borders are not darker. It is wide, so its
    /// outline may be coarse; exact ones would be a fifth of a page's bytes.
    void show_halo(const TextLayout& layout, const Halo& halo, const Anchor& anchor)
    {
        cairo_new_path(cr());
        for_each_run(layout, anchor, [&](const TextRun& run, Vec2 at) {
            if (run.formula)
                return add_formula_path(cr(), *run.formula, at);
            cairo_move_to(cr(), at.x, at.y);
            pango_cairo_glyph_string_path(cr(), run.item->item->analysis.font, run.item->glyphs);
        });
        coarsen_path(cr(), kHaloTolerance * halo.width);
        set_source(cr(), halo.color);
        cairo_set_line_width(cr(), 2 * halo.width);
        cairo_set_dash(cr(), nullptr, 0, 0);
        cairo_stroke(cr());
    }

    template <class Show>
    void for_each_run(const TextLayout& layout, const Anchor& anchor, Show show)
    {
        const Vec2 corner = corner_from_anchor(layout, anchor);
        for (const TextLine& line : layout.lines)
            for (const TextRun& run : line.runs)
                show(run,
                    Vec2{corner.x + line_indent(layout, line, anchor.x) + run.x,
                        corner.y + run.baseline});
    }
};

void set_metadata(cairo_surface_t* surface, const PageMeta& meta)
{
    const auto set = [&](cairo_pdf_metadata_t key, const std::string& text) {
        if (!text.empty())
            cairo_pdf_surface_set_metadata(surface, key, allowed_characters(text).c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, meta.title);
    set(CAIRO_PDF_METADATA_SUBJECT, meta.description);
    // The clock must not show in the bytes.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, nullptr);
}

} // namespace

std::string pdf_page(const PageSpec& spec, const Palette& palette, const DrawPicture& draw)
{
    const std::string doing = "write a PDF page";
    std::string bytes;
    const CairoPtr<cairo_surface_t> surface(cairo_pdf_surface_create_for_stream(
        append, &bytes, spec.width * spec.scale, spec.height * spec.scale));
    check(cairo_surface_status(surface.get()), doing);
    set_metadata(surface.get(), spec.meta);
    const CairoPtr<cairo_t> cr(cairo_create(surface.get()));
    {
        Typesetter type;
        PdfCanvas canvas(cr.get(), spec.scale, palette, type);
        check_interrupt();
        draw(canvas);
        check_interrupt();
    }
    check(cairo_status(cr.get()), doing);
    cairo_show_page(cr.get());
    check(cairo_status(cr.get()), doing);
    cairo_surface_finish(surface.get());
    check(cairo_surface_status(surface.get()), doing);
    return compact_pdf(bytes);
}

} // namespace thalweg::canvas
