#pragma once

#include "canvas/tiles.hpp"
#include "core/box.hpp"
#include "core/color.hpp"

#include <initializer_list>
#include <span>

#include <cairo.h>

namespace thalweg {

/// What a picture is drawn on: pixels may use any compositing operator; a page keeps to what stays
/// vector.
enum class Medium { pixels, page };

/// A Cairo context in layout units (y downwards) that notes which tiles of the picture are touched.
class Canvas {
public:
    /// cr       target; its user space becomes layout units
    /// scale    device units per layout unit
    /// touched  where to note what is drawn; null for no notes
    Canvas(cairo_t* cr, double scale, Medium medium, TileSet* touched = nullptr);

    cairo_t* cr() const { return cr_; }
    double scale() const { return scale_; }
    Medium medium() const { return medium_; }

    /// Notes that something was drawn inside `box`, its soft edges not counted.
    void touch(const Box& box);

    void set(const Color& color);
    void rectangle(const Box& box);
    void line(Vec2 from, Vec2 to);
    void circle(Vec2 center, double radius);

    /// Fills or strokes the current path, forgets it, and notes its extents.
    void fill(const Color& color);
    /// dashes  lengths drawn and left out in turn; the pattern begins `dash_offset` before the path
    /// does
    void stroke(const Color& color, double width, std::span<const double> dashes = {},
        double dash_offset = 0);

private:
    cairo_t* cr_;
    double scale_;
    Medium medium_;
    TileSet* touched_;
};

} // namespace thalweg
