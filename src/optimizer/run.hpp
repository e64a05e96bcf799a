#pragma once

#include "optimizer/catalogue.hpp"
#include "optimizer/gradient.hpp"
#include "optimizer/trajectory.hpp"
#include "surface/surface.hpp"

namespace thalweg::optimizer {

/// What a run may spend.
enum class Budget {
    steps,
    evaluations ///< counted as Probe says, so that rules are compared at equal cost
};

struct RunOptions {
    int steps = 600; ///< the greatest number of steps, or of evaluations
    GradientRule gradient{};
    Budget budget = Budget::steps;
};

/// How many steps a run can make at most: a recorded one no more than it has; one of mini-batches,
/// whose steps cost less than an evaluation, as many as a budget of evaluations pays for.
std::size_t most_steps(
    const surface::Surface& surface, const OptimizerSpec& optimizer, const RunOptions& options);

/// Runs an optimizer on a surface from a start.
///
/// A run converges when it comes to rest: its gradient is at most 1e-12 and the step moved the
/// point by at most 1e-12 (times the point's own size, if that is more), or the point has stood
/// still, to the last bit, for 50 steps. It diverges at the first step whose point or loss is not
/// finite, or whose point is further from the middle of the surface's domain than 1e9 times that
/// domain. Neither is an error. Where the surface has no finite value at the start, it stops there.
/// A recorded run neither converges nor stops where it pauses. On a budget of evaluations, the step
/// that uses it up is the last.
///
/// Throws   Interrupted
Trajectory run(const surface::Surface& surface, const OptimizerSpec& optimizer, Vec2 start,
    const RunOptions& options);

} // namespace thalweg::optimizer
