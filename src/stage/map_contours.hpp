#pragma once

#include "contour/trace.hpp"
#include "stage/camera.hpp"
#include "stage/layout.hpp"

namespace thalweg {

/// The contours of the map, traced finely enough for views down to a certain width.
struct MapContours {
    double least_width = 0; ///< of a view, in domain units
    Box box; ///< where they were traced: a little more than those views show
    std::vector<LevelSet> sets{}; ///< one for each level
    std::vector<std::vector<Outline>> regions{}; ///< {f >= level} inside `box`, one for each level
};

/// The contours for each scale that the camera uses: one set an octave of zoom, so that curves stay
/// sharp and light.
class ContourLadder {
public:
    ContourLadder(const Experiment& experiment, const Camera& camera, double map_width,
        double curve_tolerance);

    const std::vector<MapContours>& rungs() const { return rungs_; }
    /// The place of the rung that suits a view.
    std::size_t rung_for(const Box& view) const;
    const MapContours& for_view(const Box& view) const { return rungs_[rung_for(view)]; }
    /// The width of the closest view.
    double least_width() const { return rungs_.back().least_width; }

private:
    std::vector<MapContours> rungs_; ///< wide views first
};

} // namespace thalweg
