#pragma once

#include "canvas/cairo.hpp"
#include "canvas/fonts.hpp"
#include "canvas/text_style.hpp"

#include <map>
#include <memory>
#include <tuple>

namespace thalweg::canvas {

struct TextLayout;
struct MathBox;

/// Glyphs as coverage masks at quarter-pixel positions, for one thread and one scale at a time.
///
/// Filling outlines anew costs as much as all other drawing of a frame, and Cairo 1.16's own glyph
/// cache knows whole pixels only, which jitters in motion. A quarter of a pixel is finer than an
/// eye can follow.
class GlyphCache {
public:
    /// Draws a text onto pixels, its halo first.
    ///
    /// cr     on an image surface; its clip counts, its matrix does not
    /// scale  pixels per layout unit
    void show(cairo_t* cr, const TextLayout& layout, const TextStyle& style, const Anchor& anchor,
        double scale);

private:
    struct Mask {
        CairoPtr<cairo_surface_t> surface; ///< null for a blank
        int left = 0, top = 0; ///< of the mask from the glyph's origin, in pixels
    };
    /// What a mask shows: glyphs as they are, or the border around them.
    struct Form {
        bool upward = false;
        int halo = 0; ///< width of the border in 1/64 pixels; 0: the glyph itself
    };
    using Key = std::tuple<PangoFont*, PangoGlyph, int, int, bool, int>; ///< phases in quarters

    void show_halo(
        cairo_t* cr, const TextLayout& layout, const TextStyle& style, const Anchor& anchor);
    void show_glyphs(cairo_t* cr, const TextLayout& layout, const Anchor& anchor, const Form& form);
    void show_formula(
        cairo_t* cr, const MathBox& formula, Vec2 anchor, Vec2 origin, const Form& form);
    void show_glyph(cairo_t* cr, PangoFont* font, PangoGlyph glyph, Vec2 at_px, const Form& form);
    const Mask& mask(PangoFont* font, PangoGlyph glyph, int phase_x, int phase_y, const Form& form);
    Mask draw_mask(PangoFont* font, PangoGlyph glyph, Vec2 phase, const Form& form) const;

    double scale_ = 0;
    std::map<PangoFont*, GPtr<PangoFont>> fonts_; ///< kept alive: the keys are their addresses
    std::map<Key, Mask> masks_;
};

} // namespace thalweg::canvas
