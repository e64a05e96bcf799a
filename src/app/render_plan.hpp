#pragma once

#include "scene/scene.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace thalweg {
namespace app {
}
using namespace app;
} // namespace thalweg
namespace thalweg::app {

/// What the command line asks for beside the scenes themselves.
struct RenderWishes {
    std::string folder = "output"; ///< "-": the film goes to standard output
    std::string only; ///< a shell pattern that the names of files must match
    std::optional<Quality> quality;
    std::optional<When> at; ///< that pictures and pages show
};

/// One file to make.
struct RenderTask {
    OutputSpec output;
    std::filesystem::path target; ///< "-": standard output
};

/// The files that one scene leads to.
struct RenderJob {
    Plan plan;
    std::vector<RenderTask> tasks;
};

/// Turns scenes into files to make.
///
/// Throws  UsageError where nothing would be made, or one file would be made twice
std::vector<RenderJob> plan_render(std::vector<Scene> scenes, const RenderWishes& wishes);

} // namespace thalweg::app
