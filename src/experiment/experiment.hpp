#pragma once

#include "experiment/plan.hpp"
#include "optimizer/trajectory.hpp"

#include <memory>
#include <vector>

namespace thalweg::experiment {

/// An experiment with its runs done.
struct Experiment {
    ExperimentPlan plan;
    std::vector<optimizer::Trajectory> trajectories{}; ///< one for each of plan.runs
    std::size_t first_run = 0; ///< the number of its first run among the runs of all experiments

    /// The longest run's steps, or the plan's where they are more.
    int steps() const;
};

/// All experiments of a scene. Runs are numbered over all of them, in order: run `i` of experiment
/// `e` has the number e.first_run + i, which is what colours, markers and the timeline go by.
/// Immutable; shared by all outputs.
struct Experiments {
    std::vector<Experiment> all;

    std::size_t run_count() const;
    /// The longest run's steps.
    int steps() const;
    const Experiment& of_run(std::size_t run) const;
    const RunPlan& run_plan(std::size_t run) const;
    const optimizer::Trajectory& trajectory(std::size_t run) const;
};
using ExperimentsPtr = std::shared_ptr<const Experiments>;

/// Runs every optimizer.
///
/// jobs    threads; the result does not depend on it
/// Throws  Interrupted
ExperimentsPtr run_all(std::vector<ExperimentPlan> plans, int jobs = 1);

/// Where a run is at a (fractional) step: on the straight line between its points, at its end once
/// it has ended.
Vec2 position_at(const optimizer::Trajectory& run, double step);

} // namespace thalweg::experiment
