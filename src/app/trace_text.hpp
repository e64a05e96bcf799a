#pragma once

#include "optimizer/trajectory.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace thalweg {

/// A run as a trace shows it.
struct TracedRun {
    const std::string& name;
    const Trajectory& path;
};

enum class TraceFormat { table, csv, json };

/// Takes text, piece by piece.
using TextSink = std::function<void(std::string_view)>;

/// Writes every `every`th step of the runs, from step 0 (the start), and the last.
///
/// csv     run,step,x,y,loss,gradient_norm,learning_rate; numbers with 17 digits, from which the
/// same
///         doubles are read back; a name is quoted as RFC 4180 says where it must be
/// table   for people: step, x, y, loss, and how the run ended
/// json    {"runs":[{"run":NAME,"outcome":WORD,"ended_at":STEP,"steps":[{"step":0,...},...]},...]}
void write_trace(
    std::span<const TracedRun> runs, TraceFormat format, int every, const TextSink& sink);

/// "converged at step 311".
std::string outcome_text(const Trajectory& path);

} // namespace thalweg
