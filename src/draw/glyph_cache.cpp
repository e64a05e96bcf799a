#include "draw/glyph_cache.hpp"

#include <cmath>

namespace thalweg {

namespace {

constexpr int kPhases = 4;
constexpr std::size_t kMostMasks = 20'000;

double units(int pango)
{
    return static_cast<double>(pango) / PANGO_SCALE;
}

struct IteratorFree {
    void operator()(PangoLayoutIter* p) const noexcept { pango_layout_iter_free(p); }
};
struct GlyphsFree {
    void operator()(PangoGlyphString* p) const noexcept { pango_glyph_string_free(p); }
};

} // namespace

void GlyphCache::show(cairo_t* cr, PangoLayout* layout, double left, double top)
{
    cairo_matrix_t matrix;
    cairo_get_matrix(cr, &matrix);
    if (matrix.xx != scale_ || masks_.size() > kMostMasks) {
        masks_.clear();
        scale_ = matrix.xx;
    }
    const Saved saved(cr);
    cairo_identity_matrix(cr);
    const std::unique_ptr<PangoLayoutIter, IteratorFree> at(pango_layout_get_iter(layout));
    do {
        const PangoGlyphItem* run = pango_layout_iter_get_run_readonly(at.get());
        if (!run)
            continue;
        PangoRectangle extent;
        pango_layout_iter_get_run_extents(at.get(), nullptr, &extent);
        const double base = top + units(pango_layout_iter_get_run_baseline(at.get()));
        double x = left + units(extent.x);
        for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
            const PangoGlyphInfo& info = run->glyphs->glyphs[i];
            show_glyph(cr, run->item->analysis.font, info.glyph,
                scale_ * (x + units(info.geometry.x_offset)),
                scale_ * (base + units(info.geometry.y_offset)));
            x += units(info.geometry.width);
        }
    } while (pango_layout_iter_next_run(at.get()));
}

void GlyphCache::show_glyph(
    cairo_t* cr, PangoFont* font, PangoGlyph glyph, double x_px, double y_px)
{
    if (glyph == PANGO_GLYPH_EMPTY)
        return;
    const double quarters_x = std::round(x_px * kPhases), quarters_y = std::round(y_px * kPhases);
    const double whole_x = std::floor(quarters_x / kPhases),
                 whole_y = std::floor(quarters_y / kPhases);
    const Mask& m = mask(font, glyph, static_cast<int>(quarters_x - whole_x * kPhases),
        static_cast<int>(quarters_y - whole_y * kPhases));
    if (m.surface)
        cairo_mask_surface(cr, m.surface.get(), whole_x + m.left, whole_y + m.top);
}

const GlyphCache::Mask& GlyphCache::mask(
    PangoFont* font, PangoGlyph glyph, int phase_x, int phase_y)
{
    const auto [at, fresh] = masks_.try_emplace({font, glyph, phase_x, phase_y});
    Mask& made = at->second;
    if (!fresh)
        return made;
    if (fonts_.try_emplace(font).second)
        fonts_[font].reset(static_cast<PangoFont*>(g_object_ref(font)));

    PangoRectangle ink;
    pango_font_get_glyph_extents(font, glyph, &ink, nullptr);
    if (ink.width <= 0 || ink.height <= 0)
        return made;
    made.left = static_cast<int>(std::floor(scale_ * units(ink.x))) - 1;
    made.top = static_cast<int>(std::floor(scale_ * units(ink.y))) - 1;
    const int width = static_cast<int>(std::ceil(scale_ * units(ink.width))) + 4,
              height = static_cast<int>(std::ceil(scale_ * units(ink.height))) + 4;
    made.surface.reset(cairo_image_surface_create(CAIRO_FORMAT_A8, width, height));
    const CairoPtr<cairo_t> cr(cairo_create(made.surface.get()));
    cairo_translate(cr.get(), static_cast<double>(phase_x) / kPhases - made.left,
        static_cast<double>(phase_y) / kPhases - made.top);
    cairo_scale(cr.get(), scale_, scale_);
    const std::unique_ptr<PangoGlyphString, GlyphsFree> one(pango_glyph_string_new());
    pango_glyph_string_set_size(one.get(), 1);
    one->glyphs[0] = {.glyph = glyph, .geometry = {}, .attr = {}};
    pango_cairo_glyph_string_path(cr.get(), font, one.get());
    cairo_fill(cr.get());
    check(cairo_status(cr.get()), "draw a glyph");
    return made;
}

} // namespace thalweg
