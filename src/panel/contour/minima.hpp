#pragma once

#include "canvas/canvas.hpp"
#include "experiment/minima.hpp"
#include "panel/contour/plan.hpp"
#include "panel/contour/projection.hpp"

namespace thalweg::panel {

/// Marks minima: global ones by a ring with four ticks (and dashed lines across the map, where the
/// plan asks for a cross-hair and there is only one), local ones by a dot.
///
/// scale  of markers: see map_scale
/// line   width factor of the picture (Format::line)
void draw_minima(canvas::Canvas& canvas, const Projection& project,
    const experiment::Minima& minima, MinimaMark mark, double scale, double line);

/// The marks of one minimum at its place in the picture.
void draw_global_minimum(canvas::Canvas& canvas, Vec2 at, double scale, double opacity = 1);
void draw_local_minimum(canvas::Canvas& canvas, Vec2 at, double scale, double opacity = 1);

/// How far a mark reaches from its minimum, on a map of scale 1, in layout units.
constexpr double kMinimumReach = 13;

} // namespace thalweg::panel
