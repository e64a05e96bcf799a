#pragma once

#include "stage/camera.hpp"

namespace thalweg {

/// Where the head of a run is drawn at one moment, in layout units.
struct Head {
    Vec2 at; ///< on the map, at its edge where the run is outside the view
    Vec2 direction{}; ///< outside the view: the unit vector towards the run; otherwise zero
    double step = 0; ///< of the run; it stops where the run ends
    bool diverged = false;

    bool outside() const { return norm2(direction) > 0; }
};

/// The head of run `run` at a time.
///
/// map  the panel of the contour map
Head head_at(const Experiment& experiment, const Camera& camera, const Box& map, std::size_t run,
    double time_s);

/// A point of the plane on the panel: itself, or the place on the panel's edge in its direction
/// from the panel's centre.
Head on_panel(const Box& view, const Box& map, Vec2 point);

} // namespace thalweg
