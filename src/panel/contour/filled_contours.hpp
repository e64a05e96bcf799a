#pragma once

#include "canvas/canvas.hpp"
#include "panel/contour/contour_pyramid.hpp"
#include "panel/contour/projection.hpp"

namespace thalweg::panel {

/// The path of Bézier curves on the picture.
void add_curves(canvas::Path& path, const Projection& project,
    const std::vector<contour::Bezier>& curves, bool closed);

/// The places of a layer's bands on the colour ramp, lowest first, one more than its levels.
///
/// fade  how far new levels have faded in: at 0 they part nothing, so that no colour jumps when a
///       zoom enters the layer
std::vector<double> band_ramp(const ContourLayer& layer, const LevelScale& scale, double fade);

/// The ground in bands of colour by height. Each region {f >= level} lies over the lower ones, so
/// that no viewer shows a seam between them.
void draw_filled_contours(canvas::Canvas& canvas, const Projection& project,
    const ContourLayer& layer, const LevelScale& scale);

} // namespace thalweg::panel
