#pragma once

#include "optimizer/catalogue.hpp"
#include "optimizer/gradient.hpp"
#include "optimizer/trajectory.hpp"
#include "surface/surface.hpp"

namespace thalweg {

struct RunOptions {
    int steps = 600;
    GradientRule gradient;
};

/// Runs an optimizer on a surface from a start. Divergence is a result, not an error.
Trajectory run(const Surface& surface, const OptimizerSpec& optimizer, Vec2 start, const RunOptions& options);

} // namespace thalweg
