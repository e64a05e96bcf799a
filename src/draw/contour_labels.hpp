#pragma once

#include "draw/text.hpp"
#include "draw/theme.hpp"
#include "stage/stage.hpp"

namespace thalweg {

/// The level's number on each contour line that has room for it, where the ground is flattest, so
/// that the lines beside it are far. No label overlaps another or leaves the map.
void draw_contour_labels(Canvas& canvas, Typesetter& type, const Stage& stage,
    const Palette& palette, const Projection& project, const MapContours& contours);

} // namespace thalweg
