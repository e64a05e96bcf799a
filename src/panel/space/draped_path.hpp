#pragma once

#include "panel/contour/run_path.hpp"
#include "panel/space/terrain.hpp"

namespace thalweg::panel {

/// A run's path on the ground, in points so near to each other that lines between them lie on it.
struct DrapedPath {
    std::vector<double> places{}; ///< of each point on the path: see RunPath
    std::vector<Vec3> points{}; ///< z is NaN where no ground is shown
    std::vector<char> is_hidden{}; ///< each point, in a view that stands still; else empty
};

/// spacing  of points, in units of space
DrapedPath drape(const RunPath& path, const Terrain& terrain, double spacing);

/// Notes which points are hidden in a view that stands still.
void note_hidden(DrapedPath& path, const Terrain& terrain, const SpaceView& view);

/// A part of a path in the picture that is seen throughout, or hidden throughout.
struct PathPart {
    std::vector<Vec2> points{}; ///< in layout units
    std::vector<double> lengths{}; ///< of the path in the picture before each, from the first part
    bool is_hidden = false;
};

/// The parts of a line in space that are seen.
std::vector<PathPart> visible_parts(
    const std::vector<Vec3>& points, const Terrain& terrain, const SpaceView& view);

/// What is between two places of a path, in order, without what is on no ground.
///
/// last  where the path ends, in the plane
std::vector<PathPart> parts_in_view(const DrapedPath& path, const RunPath& run, double begin,
    double end, Vec2 last, const Terrain& terrain, const SpaceView& view);

} // namespace thalweg::panel
