#pragma once

#include "optimizer/trajectory.hpp"
#include "panel/contour/projection.hpp"

#include <vector>

namespace thalweg::panel {

/// A run's path thinned to what can be seen, so that drawing does not grow with the number of
/// steps.
///
/// A place on it is a fractional index: k + 0.5 is half-way between the points k and k + 1.
struct RunPath {
    std::vector<Vec2> points{}; ///< in domain coordinates; at least one
    std::vector<int> steps{}; ///< rising: the step of each point
    std::vector<double>
        lengths{}; ///< of the path up to each point, in layout units at the home view

    std::size_t last() const { return points.size() - 1; }
    /// Where the run is after so many steps, with a fraction.
    double place_of_step(double step) const;
    /// Where so much of the path is behind it.
    double place_of_length(double length) const;
    double length_at(double place) const;
    Vec2 at(double place) const;
};

/// Keeps the first point, the last, and those at least `apart` (or, for very long paths, more) from
/// the last kept.
///
/// home   where the whole domain is on the map: gives the lengths
/// apart  in domain units
RunPath thin_path(const optimizer::Trajectory& run, const Projection& home, double apart);

/// How often a path comes by where it passes on the map, on average, if it covers a region there:
/// many for a walk that stays in one. 1 for a path along a line, however often it goes there.
double crowding(const RunPath& path, const Projection& home);

/// The part of a path between two places as a line in layout units. What is very far outside of the
/// map is cut off; the line still leaves and enters the map where the path does.
///
/// last  where the line ends, in domain coordinates, instead of the path at `end`
std::vector<Vec2> projected_part(
    const RunPath& path, double begin, double end, Vec2 last, const Projection& project);

} // namespace thalweg::panel
