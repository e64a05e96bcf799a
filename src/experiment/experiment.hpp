#pragma once

#include "basin/basin_scale.hpp"
#include "experiment/minima.hpp"
#include "experiment/plan.hpp"
#include "optimizer/trajectory.hpp"

#include <memory>
#include <span>
#include <vector>

namespace thalweg::experiment {

/// What is known of basins before any map of them is drawn: the same for maps of all sizes and for
/// their legend, found on a coarse map of the domain.
struct BasinGuide {
    std::size_t run = 0; ///< of the experiment's runs; its optimizer's basins
    basin::BasinEnds ends;
    basin::BasinScale scale;
    bool some_diverge = false;
    bool some_leave = false; ///< the region where the surface is defined, from within
    bool some_never_settle = false;
};

/// An experiment with its runs done and its levels chosen.
struct Experiment {
    ExperimentPlan plan;
    std::vector<optimizer::Trajectory> trajectories{}; ///< one for each of plan.runs
    std::vector<double> levels{}; ///< rising
    std::vector<surface::CriticalPoint> critical_points{};
    Minima minima{}; ///< among these
    std::vector<BasinGuide> basins{}; ///< one for each of plan.basins
    std::size_t first_run = 0; ///< the number of its first run among the runs of all experiments

    /// The longest run's steps, or the plan's where they are more.
    int steps() const;
    /// The guide to the basins of one of plan.basins.
    const BasinGuide& basins_of(std::size_t run) const;
};

/// All experiments of a scene. Runs are numbered over all of them, in order: run `i` of experiment
/// `e` has the number e.first_run + i, which is what colours, markers and the timeline go by.
/// Immutable; shared by all outputs.
struct Experiments {
    /// Numbers the runs.
    explicit Experiments(std::vector<Experiment> experiments);

    std::vector<Experiment> all;
    std::vector<std::size_t> identities; ///< of every run; see `identity`
    std::size_t distinct = 0; ///< how many identities there are: 0, 1, ..., distinct - 1

    std::size_t run_count() const { return identities.size(); }
    /// The longest run's steps.
    int steps() const;
    const Experiment& of_run(std::size_t run) const;
    const RunPlan& run_plan(std::size_t run) const;
    const optimizer::Trajectory& trajectory(std::size_t run) const;
    /// What colour and marker go by: runs of one name in several experiments look alike.
    std::size_t identity(std::size_t run) const { return identities[run]; }
};
using ExperimentsPtr = std::shared_ptr<const Experiments>;

/// The levels of each experiment's maps. Those that share levels have the first one's and, where
/// the ground of another is lower or higher, that one's own below and above these.
///
/// plans  levels_of names an experiment before it
std::vector<std::vector<double>> choose_levels(std::span<const ExperimentPlan> plans);

/// Runs every optimizer, chooses levels, looks for minima and basins.
///
/// jobs    threads; the result does not depend on it
/// Throws  Interrupted
ExperimentsPtr run_all(std::vector<ExperimentPlan> plans, int jobs = 1);

/// Where a run is at a (fractional) step: on the straight line between its points, at its end once
/// it has ended.
Vec2 position_at(const optimizer::Trajectory& run, double step);

} // namespace thalweg::experiment
