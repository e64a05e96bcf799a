#pragma once

#include "stage/plan.hpp"

#include <memory>

namespace thalweg {

/// A plan with its runs done and its levels chosen: what all outputs of a scene share. Immutable.
struct Experiment {
    Plan plan;
    std::vector<Trajectory> trajectories; ///< one for each of plan.runs
    std::vector<double> levels; ///< rising
    double duration_s = 0; ///< of the film, the last second's hold included
    double play_s = 0; ///< when the last step is reached

    /// What the film counts up to: the plan's steps, or more where runs of mini-batches make more
    /// steps than evaluations.
    int steps() const;
    /// The step that is shown at a time, with its fraction: 0 at the start, steps() from play_s on.
    double step_at(double time_s) const;
    /// The time at which a step is shown.
    double time_of(double step) const;
};

using ExperimentPtr = std::shared_ptr<const Experiment>;

/// Runs every optimizer and chooses the levels.
ExperimentPtr make_experiment(Plan plan);

/// Where a run is at a (fractional) step: on the straight line between its points, at its end once
/// it has ended.
Vec2 position_at(const Trajectory& run, double step);

} // namespace thalweg
