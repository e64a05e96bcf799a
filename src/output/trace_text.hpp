#pragma once

#include "optimizer/trajectory.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg::output {

/// A column beyond the usual ones.
struct ExtraColumn {
    std::string_view name;
    std::vector<double> values; ///< one for each entry of the path; NaN: none
};

/// A run as a trace shows it.
struct TracedRun {
    const std::string& name;
    const optimizer::Trajectory& path;
    std::vector<ExtraColumn> extra{}; ///< of the same names for all runs
};

enum class TraceFormat { table, csv, json };

/// Takes text, piece by piece.
using TextSink = std::function<void(std::string_view)>;

/// Writes every `every`th step of the runs, from step 0 (the start), and the last.
///
/// csv     run,step,x,y,loss,gradient_norm,learning_rate, then the extra columns, empty where there
///         is no number; numbers with 17 digits, from which the same doubles are read back; a name
///         is quoted as RFC 4180 says where it must be
/// table   for people: step, x, y, loss, the extra columns, how the run ended and what it cost
/// json    {"runs":[{"run":NAME,"outcome":WORD,"ended_at":STEP,"evaluations":COST,
///         "steps":[{"step":0,...},...]},...]}
void write_trace(
    std::span<const TracedRun> runs, TraceFormat format, int every, const TextSink& sink);

} // namespace thalweg::output
