#include "canvas/glyph_cache.hpp"

#include "canvas/bounded_path.hpp"
#include "canvas/formula_drawing.hpp"
#include "canvas/text_layout.hpp"
#include "canvas/tiles.hpp"

#include <cmath>
#include <numbers>

namespace thalweg::canvas {

namespace {

constexpr int kPhases = 4;
constexpr double kHaloSteps = 64;
constexpr std::size_t kMostMasks = 20'000;

double units(int pango)
{
    return static_cast<double>(pango) / PANGO_SCALE;
}

/// Turned so that text reads upwards: right becomes up, down becomes right.
Box turned_upward(const Box& b)
{
    return {{b.y.lo, b.y.hi}, {-b.x.hi, -b.x.lo}};
}

/// The ink of a glyph from its origin, in layout units.
Box ink_box(PangoFont* font, PangoGlyph glyph)
{
    PangoRectangle ink;
    pango_font_get_glyph_extents(font, glyph, &ink, nullptr);
    return {{units(ink.x), units(ink.x + ink.width)}, {units(ink.y), units(ink.y + ink.height)}};
}

/// The pixels that a text with its halo may take, of those that the surface has.
PixelRect pixels_around(cairo_t* cr, const Box& box_px)
{
    cairo_surface_t* target = cairo_get_target(cr);
    const Box picture{{0, static_cast<double>(cairo_image_surface_get_width(target))},
        {0, static_cast<double>(cairo_image_surface_get_height(target))}};
    const Box seen = common(picture, box_px);
    const int x = static_cast<int>(std::floor(seen.x.lo)),
              y = static_cast<int>(std::floor(seen.y.lo));
    return {x, y, static_cast<int>(std::ceil(seen.x.hi)) - x,
        static_cast<int>(std::ceil(seen.y.hi)) - y};
}

} // namespace

void GlyphCache::show(cairo_t* cr, const TextLayout& layout, const TextStyle& style,
    const Anchor& anchor, double scale)
{
    if (scale != scale_ || masks_.size() > kMostMasks) {
        masks_.clear();
        scale_ = scale;
    }
    const Saved saved(cr);
    cairo_identity_matrix(cr);
    if (style.halo.width > 0)
        show_halo(cr, layout, style, anchor);
    set_source(cr, style.color);
    show_glyphs(cr, layout, anchor, {.upward = anchor.upward});
}

/// Borders of neighbouring glyphs overlap, so they are joined before their opacity counts.
void GlyphCache::show_halo(
    cairo_t* cr, const TextLayout& layout, const TextStyle& style, const Anchor& anchor)
{
    const Vec2 corner = corner_from_anchor(layout, anchor);
    const Box unturned{{corner.x, corner.x + layout.size.x}, {corner.y, corner.y + layout.size.y}};
    const Box box = anchor.upward ? turned_upward(unturned) : unturned;
    const double margin = scale_ * (style.halo.width + 1) + 2;
    const PixelRect r = pixels_around(cr,
        grown({{scale_ * (anchor.at.x + box.x.lo), scale_ * (anchor.at.x + box.x.hi)},
                  {scale_ * (anchor.at.y + box.y.lo), scale_ * (anchor.at.y + box.y.hi)}},
            margin));
    if (r.width <= 0 || r.height <= 0)
        return;
    const CairoPtr<cairo_surface_t> joined(
        cairo_image_surface_create(CAIRO_FORMAT_A8, r.width, r.height));
    cairo_surface_set_device_offset(joined.get(), -r.x, -r.y);
    const CairoPtr<cairo_t> onto(cairo_create(joined.get()));
    cairo_set_operator(onto.get(), CAIRO_OPERATOR_ADD); // up to full coverage, and fast
    show_glyphs(onto.get(), layout, anchor,
        {.upward = anchor.upward,
            .halo = static_cast<int>(std::lround(kHaloSteps * scale_ * style.halo.width))});
    check(cairo_status(onto.get()), "draw a text's halo");
    set_source(cr, style.halo.color);
    cairo_mask_surface(cr, joined.get(), 0, 0);
}

void GlyphCache::show_glyphs(
    cairo_t* cr, const TextLayout& layout, const Anchor& anchor, const Form& form)
{
    const Vec2 corner = corner_from_anchor(layout, anchor);
    for (const TextLine& line : layout.lines) {
        const double left = corner.x + line_indent(layout, line, anchor.x);
        for (const TextRun& run : line.runs) {
            double x = left + run.x;
            const double y = corner.y + run.baseline;
            if (run.formula) {
                show_formula(cr, *run.formula, anchor.at, {x, y}, form);
                continue;
            }
            for (int i = 0; i < run.item->glyphs->num_glyphs; ++i) {
                const PangoGlyphInfo& info = run.item->glyphs->glyphs[i];
                const double gx = x + units(info.geometry.x_offset),
                             gy = y + units(info.geometry.y_offset);
                const Vec2 from_anchor = form.upward ? Vec2{gy, -gx} : Vec2{gx, gy};
                show_glyph(cr, run.item->item->analysis.font, info.glyph,
                    scale_ * (anchor.at + from_anchor), form);
                x += units(info.geometry.width);
            }
        }
    }
}

void GlyphCache::show_formula(
    cairo_t* cr, const MathBox& formula, Vec2 anchor, Vec2 origin, const Form& form)
{
    for (const MathGlyph& glyph : formula.glyphs) {
        const Vec2 p = origin + glyph.at;
        show_glyph(cr, glyph.font, glyph.glyph,
            scale_ * (anchor + (form.upward ? Vec2{p.y, -p.x} : p)), form);
    }
    for (const Box& rule : formula.rules) {
        const Box unturned{{origin.x + rule.x.lo, origin.x + rule.x.hi},
            {origin.y + rule.y.lo, origin.y + rule.y.hi}};
        const Box box = form.upward ? turned_upward(unturned) : unturned;
        const double border = form.halo / kHaloSteps;
        cairo_rectangle(cr, scale_ * (anchor.x + box.x.lo) - border,
            scale_ * (anchor.y + box.y.lo) - border, scale_ * box.width() + 2 * border,
            scale_ * box.height() + 2 * border);
        cairo_fill(cr);
    }
}

void GlyphCache::show_glyph(
    cairo_t* cr, PangoFont* font, PangoGlyph glyph, Vec2 at_px, const Form& form)
{
    if (glyph == PANGO_GLYPH_EMPTY)
        return;
    const double quarters_x = std::round(at_px.x * kPhases),
                 quarters_y = std::round(at_px.y * kPhases);
    const double whole_x = std::floor(quarters_x / kPhases),
                 whole_y = std::floor(quarters_y / kPhases);
    const Mask& m = mask(font, glyph, static_cast<int>(quarters_x - whole_x * kPhases),
        static_cast<int>(quarters_y - whole_y * kPhases), form);
    if (m.surface)
        cairo_mask_surface(cr, m.surface.get(), whole_x + m.left, whole_y + m.top);
}

const GlyphCache::Mask& GlyphCache::mask(
    PangoFont* font, PangoGlyph glyph, int phase_x, int phase_y, const Form& form)
{
    const auto [at, fresh]
        = masks_.try_emplace({font, glyph, phase_x, phase_y, form.upward, form.halo});
    if (!fresh)
        return at->second;
    if (fonts_.try_emplace(font).second)
        fonts_[font].reset(static_cast<PangoFont*>(g_object_ref(font)));
    const Vec2 phase = Vec2{static_cast<double>(phase_x), static_cast<double>(phase_y)} / kPhases;
    return at->second = draw_mask(font, glyph, phase, form);
}

GlyphCache::Mask GlyphCache::draw_mask(
    PangoFont* font, PangoGlyph glyph, Vec2 phase, const Form& form) const
{
    const Box upright = ink_box(font, glyph);
    if (upright.width() <= 0 || upright.height() <= 0)
        return {};
    const double border = form.halo / kHaloSteps;
    const Box ink = form.upward ? turned_upward(upright) : upright;
    const double around = border + 1;
    Mask made;
    made.left = static_cast<int>(std::floor(scale_ * ink.x.lo - around));
    made.top = static_cast<int>(std::floor(scale_ * ink.y.lo - around));
    made.surface.reset(cairo_image_surface_create(CAIRO_FORMAT_A8,
        static_cast<int>(std::ceil(scale_ * ink.x.hi + around)) + 1 - made.left,
        static_cast<int>(std::ceil(scale_ * ink.y.hi + around)) + 1 - made.top));
    const CairoPtr<cairo_t> cr(cairo_create(made.surface.get()));
    cairo_translate(cr.get(), phase.x - made.left, phase.y - made.top);
    if (form.upward)
        cairo_rotate(cr.get(), -0.5 * std::numbers::pi);
    cairo_scale(cr.get(), scale_, scale_);
    add_glyph_path(cr.get(), font, glyph, {});
    if (form.halo > 0) {
        cairo_set_line_join(cr.get(), CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_width(cr.get(), 2 * border / scale_);
        cairo_stroke(cr.get());
    } else {
        cairo_fill(cr.get());
    }
    check(cairo_status(cr.get()), "draw a glyph");
    return made;
}

} // namespace thalweg::canvas
