#pragma once

#include "film/outputs.hpp"
#include "stage/plan.hpp"

#include <filesystem>

namespace thalweg {
namespace app {
}
using namespace app;
} // namespace thalweg
namespace thalweg::app {

/// Writes a map of basins: as a picture without axes, or as a table with a row for each pixel.
///
/// It shows the domain, and of what lies beside it as much as fills the picture's proportions.
///
/// jobs    threads; the bytes do not depend on it
/// Throws  LimitError, OutputError, Interrupted; no file is left behind then
void write_basins(
    const Plan& plan, const OutputSpec& output, const std::filesystem::path& target, int jobs);

} // namespace thalweg::app
