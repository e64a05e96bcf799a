#pragma once

#include "optimizer/run.hpp"

#include <vector>

namespace thalweg::basin {

/// An optimizer on a surface, without a start.
struct Descent {
    const surface::Surface& surface;
    const optimizer::OptimizerSpec& optimizer;
    optimizer::RunOptions options;
};

/// Where the runs of a descent may end.
struct BasinEnds {
    std::vector<surface::CriticalPoint> points; ///< minima first; each kind from left to right
    double radius = 0; ///< a run that is no further from a point has reached it
};

/// The certified critical points of the domain, the minima that the surface knows of, and the
/// points that a coarse grid of trial runs comes to rest at, wherever those are.
///
/// Returns  points with a radius of a thousandth of the domain's longer side
/// Throws   Interrupted
BasinEnds find_ends(const Descent& descent, const Box& domain);

} // namespace thalweg::basin
