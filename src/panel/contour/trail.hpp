#pragma once

#include "canvas/canvas.hpp"
#include "panel/contour/plan.hpp"
#include "panel/contour/trail_window.hpp"

#include <vector>

namespace thalweg::panel {

constexpr double kTrailFlatness = 0.08; ///< of the lines that stand for a trail, in layout units

/// From here on, as a fraction of its length on the map, a trail is opaque; older parts fade out.
constexpr double kOpaqueShare = 0.18;

/// A trail on the map, or a part of one: a line, and how far along the trail each point is.
struct TrailLine {
    std::vector<Vec2> points{}; ///< in layout units, oldest first
    /// 0 at the oldest end, 1 from where the path goes below the head for good; of what is on the
    /// map.
    std::vector<double> shares{};
    double length = 0; ///< on the map, in layout units

    /// Appends the part between two shares to a path.
    void add_part(canvas::Path& path, double from, double to) const;
};

/// The trail behind a head. Points that nobody could tell from a straight line are left out.
///
/// head     in the plane: where the run is
/// covered  by the head around its middle, in layout units
TrailLine trail_line(const RunPath& path, const TrailWindow& window, Vec2 head,
    const Projection& project, double covered = 0);

/// A trail with its run's own colour.
struct ColoredTrail {
    TrailLine line{};
    Color accent{};
};

/// Draws trails together: oldest parts first, so that every fresh end lies on top.
///
/// Time is the colour of the core: teal, pale, amber. It narrows towards its old end and fades out
/// at the very end. A casing sets it off from the ground and from older paths.
///
/// scale  of the map
void draw_trails(canvas::Canvas& canvas, std::span<const ColoredTrail> trails,
    const TrailPlan& plan, double scale);

} // namespace thalweg::panel
