#pragma once

#include "scene/scene.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace thalweg::app {

/// What the command line asks for beside the scenes themselves.
struct RenderWishes {
    std::string folder = "output"; ///< "-": the film goes to standard output
    std::string only; ///< a shell pattern that the names of files must match
};

/// One file to make.
struct RenderTask {
    output::OutputPtr output;
    std::filesystem::path target; ///< "-": standard output
};

/// The files that one scene leads to.
struct RenderJob {
    scene::Scene scene;
    std::vector<RenderTask> tasks;
};

/// Turns scenes into files to make.
///
/// Throws  UsageError where nothing would be made, or one file would be made twice
std::vector<RenderJob> plan_render(std::vector<scene::Scene> scenes, const RenderWishes& wishes);

} // namespace thalweg::app
