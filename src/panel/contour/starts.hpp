#pragma once

#include "canvas/canvas.hpp"
#include "panel/contour/projection.hpp"
#include "panel/panel.hpp"

namespace thalweg::panel {

/// Marks where runs start: by a ring where all start at one place, else by hollow markers of the
/// runs, so that each tells whose it is; by arrows at the map's edge for starts outside of the
/// view.
///
/// scale  of markers: see map_scale
void draw_starts(canvas::Canvas& canvas, const Projection& project,
    const experiment::Experiments& experiments, const std::vector<std::size_t>& runs, double scale);

} // namespace thalweg::panel
