#pragma once

#include "core/options.hpp"
#include "core/vec2.hpp"

#include <vector>

namespace thalweg::surface {

/// One row of a table of points: the model predicts p.x * inputs.x + p.y * inputs.y at parameters
/// p.
struct Sample {
    Vec2 inputs;
    double target = 0;
};

struct Samples {
    std::vector<Sample> list;
    std::string source; ///< the file's name
};

/// Reads the option `file`, a CSV of three columns (two inputs and the target) or two (one input
/// and the target; then the first parameter is the intercept). A first row of words is skipped.
/// Empty after adding a problem.
///
/// allow  what targets may be, for the message
Samples read_samples(Options& options, bool (*is_target)(double), std::string_view allowed);

} // namespace thalweg::surface
