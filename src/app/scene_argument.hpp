#pragma once

#include "scene/scene.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace thalweg {
namespace app {
}
using namespace app;
} // namespace thalweg
namespace thalweg::app {

/// The scene that a command works on, and what `--set` changes in it.
struct SceneArgument {
    std::string path;
    std::vector<std::string> sets;

    Scene load() const;
};

/// The scenes that a command works on.
struct SceneArguments {
    std::vector<std::string> paths;
    std::vector<std::string> sets;

    std::vector<Override> overrides() const;
    /// Loads them all; throws SceneError with the problems of all.
    std::vector<Scene> load() const;
};

void add_scene(CLI::App& command, SceneArgument& argument);
void add_scenes(CLI::App& command, SceneArguments& arguments);

} // namespace thalweg::app
