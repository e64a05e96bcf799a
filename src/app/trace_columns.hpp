#pragma once

#include "experiment/plan.hpp"
#include "optimizer/trajectory.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace thalweg::app {

/// What a trace can tell of each step beyond the usual columns.
struct TraceColumn {
    std::string_view name; ///< as `--with` and the heads of columns say it
    std::string_view meaning; ///< one phrase, for the command's help

    /// One number for each entry of the path; NaN where there is none.
    std::vector<double> (*values)(const experiment::ExperimentPlan& plan,
        const experiment::RunPlan& run, const optimizer::Trajectory& path);
};

std::span<const TraceColumn> trace_columns();

} // namespace thalweg::app
