#pragma once

#include "optimizer/trajectory.hpp"

#include <vector>

namespace thalweg {

/// A run's path thinned to what can be seen, so that drawing does not grow with the number of
/// steps.
struct RunPath {
    std::vector<Vec2> points; ///< in domain coordinates
    std::vector<int> steps; ///< rising: the step of each point

    /// How many points are reached at a (fractional) step.
    std::size_t reached(double step) const;
};

/// Keeps the first point, the last, and those at least `distance` (or, for very long paths, more)
/// from the last kept.
RunPath thin_path(const Trajectory& run, double distance);

} // namespace thalweg
