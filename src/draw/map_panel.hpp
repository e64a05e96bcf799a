#pragma once

#include "draw/text.hpp"
#include "draw/theme.hpp"
#include "stage/stage.hpp"

namespace thalweg {

/// Everything on and around the contour map that stands still while the camera does: ground,
/// contour lines, cross-hairs at the known minima, start markers, frame and axes.
void draw_map(
    Canvas& canvas, Typesetter& type, const Stage& stage, const Palette& palette, const Box& view);

/// Clips to the map for the rest of a block.
class MapClip {
public:
    MapClip(Canvas& canvas, const Box& map)
        : canvas_(canvas)
    {
        cairo_save(canvas.cr());
        canvas.rectangle(map);
        cairo_clip(canvas.cr());
    }
    ~MapClip() { cairo_restore(canvas_.cr()); }
    MapClip(const MapClip&) = delete;
    MapClip& operator=(const MapClip&) = delete;

private:
    Canvas& canvas_;
};

} // namespace thalweg
