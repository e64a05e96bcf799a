#pragma once

#include "scene/scene.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace thalweg::app {

/// The scene that a command works on, and what `--set` changes in it.
struct SceneArgument {
    std::string path;
    std::vector<std::string> sets;
    std::string experiment; ///< that `--experiment` names; empty: all, or the only one

    scene::Scene load() const;
    /// The experiment to work on.
    ///
    /// Throws  UsageError where there are several and none is named, or no such one
    const experiment::ExperimentPlan& chosen(const scene::Scene& scene) const;
};

/// The scenes that a command works on.
struct SceneArguments {
    std::vector<std::string> paths;
    std::vector<std::string> sets;

    std::vector<scene::Override> overrides() const;
};

void add_scene(CLI::App& command, SceneArgument& argument);
void add_experiment(CLI::App& command, SceneArgument& argument);
void add_scenes(CLI::App& command, SceneArguments& arguments);

} // namespace thalweg::app
