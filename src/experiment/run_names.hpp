#pragma once

#include "core/node.hpp"
#include "core/problems.hpp"
#include "experiment/plan.hpp"

#include <optional>
#include <span>

namespace thalweg::experiment {

// How scenes name runs: by name, or by label or kind where exactly one run has it; "left.momentum"
// is the run "momentum" of the experiment "left". Runs are numbered over all experiments.

/// The run of a name.
///
/// Returns  its number; nothing after adding a located problem
std::optional<std::size_t> find_run(
    const Node& name, std::span<const ExperimentPlan> experiments, Problems& problems);

/// The run whose optimizer a map of basins is of: that of a name, or of the only optimizer. Several
/// starts of one optimizer count as one.
///
/// name     null: the only optimizer
/// where    for the message where there is no name
/// Returns  its number; nothing after adding a located problem
std::optional<std::size_t> find_basins_run(const Node* name, const Location& where,
    std::span<const ExperimentPlan> experiments, Problems& problems);

} // namespace thalweg::experiment
