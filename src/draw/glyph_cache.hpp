#pragma once

#include "draw/cairo.hpp"

#include <map>
#include <memory>
#include <tuple>

#include <pango/pangocairo.h>

namespace thalweg {

struct GUnref {
    void operator()(void* p) const noexcept { g_object_unref(p); }
};
template <class T>
using GPtr = std::unique_ptr<T, GUnref>;

/// Glyphs as coverage masks at quarter-pixel positions, for one thread and one scale at a time.
///
/// Filling outlines anew costs as much as all other drawing of a frame, and Cairo 1.16's own glyph
/// cache knows whole pixels only, which jitters in motion. A quarter of a pixel is finer than an
/// eye can follow.
class GlyphCache {
public:
    /// Paints the lines of a layout with the context's source.
    ///
    /// cr         its matrix scales evenly and moves by nothing
    /// left, top  of the layout, in user space
    void show(cairo_t* cr, PangoLayout* layout, double left, double top);

private:
    struct Mask {
        CairoPtr<cairo_surface_t> surface; ///< null for a blank
        int left = 0, top = 0; ///< of the mask from the glyph's origin, in pixels
    };
    using Key = std::tuple<PangoFont*, PangoGlyph, int, int>; ///< phases in quarters of a pixel

    const Mask& mask(PangoFont* font, PangoGlyph glyph, int phase_x, int phase_y);
    void show_glyph(cairo_t* cr, PangoFont* font, PangoGlyph glyph, double x_px, double y_px);

    double scale_ = 0;
    std::map<PangoFont*, GPtr<PangoFont>> fonts_; ///< kept alive: the keys are their addresses
    std::map<Key, Mask> masks_;
};

} // namespace thalweg
