#pragma once

#include "core/options.hpp"
#include "surface/data_surface.hpp"

namespace thalweg::surface {

/// Reads the option `file`, a CSV of three columns (two inputs and the target) or two (one input
/// and the target; then the first parameter is the intercept). A first row of words
/// names the columns.
/// Empty after adding a problem.
///
/// allow  what targets may be, for the message
Samples read_samples(Options& options, bool (*is_target)(double), std::string_view allowed);

} // namespace thalweg::surface
