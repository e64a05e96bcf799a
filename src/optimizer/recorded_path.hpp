#pragma once

#include "core/options.hpp"
#include "core/vec2.hpp"

#include <memory>
#include <vector>

namespace thalweg::optimizer {

/// The points of a run that was made elsewhere: at least two, all finite.
using RecordedPath = std::shared_ptr<const std::vector<Vec2>>;

/// Reads the options `file` and `run`; null after adding a problem.
///
/// The file is a CSV with a row for each step, whose first line names at least the columns x and y,
/// and `run` where it holds several; or a CSV of two columns without names; or a NumPy array of
/// shape (n, 2).
RecordedPath read_recorded_path(Options& options);

} // namespace thalweg::optimizer
