#include "canvas/formula_drawing.hpp"

#include <memory>

namespace thalweg::canvas {

namespace {

struct GlyphsFree {
    void operator()(PangoGlyphString* p) const noexcept { pango_glyph_string_free(p); }
};

void add_rules(cairo_t* cr, const MathBox& formula, Vec2 at)
{
    for (const Box& rule : formula.rules)
        cairo_rectangle(cr, at.x + rule.x.lo, at.y + rule.y.lo, rule.width(), rule.height());
}

} // namespace

void add_glyph_path(cairo_t* cr, PangoFont* font, PangoGlyph glyph, Vec2 at)
{
    const std::unique_ptr<PangoGlyphString, GlyphsFree> one(pango_glyph_string_new());
    pango_glyph_string_set_size(one.get(), 1);
    one->glyphs[0] = {.glyph = glyph, .geometry = {}, .attr = {}};
    cairo_move_to(cr, at.x, at.y);
    pango_cairo_glyph_string_path(cr, font, one.get());
}

void add_formula_path(cairo_t* cr, const MathBox& formula, Vec2 at)
{
    for (const MathGlyph& glyph : formula.glyphs)
        add_glyph_path(cr, glyph.font, glyph.glyph, at + glyph.at);
    add_rules(cr, formula, at);
}

void show_formula(cairo_t* cr, const MathBox& formula, Vec2 at)
{
    for (const MathGlyph& glyph : formula.glyphs) {
        if (glyph.glyph == PANGO_GLYPH_EMPTY)
            continue;
        cairo_set_scaled_font(cr, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(glyph.font)));
        const cairo_glyph_t one{glyph.glyph, at.x + glyph.at.x, at.y + glyph.at.y};
        const cairo_text_cluster_t cluster{static_cast<int>(glyph.text.size()), 1};
        cairo_show_text_glyphs(cr, glyph.text.data(), cluster.num_bytes, &one, 1, &cluster, 1,
            static_cast<cairo_text_cluster_flags_t>(0));
    }
    cairo_new_path(cr);
    add_rules(cr, formula, at);
    cairo_fill(cr);
}

} // namespace thalweg::canvas
