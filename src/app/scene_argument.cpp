#include "app/scene_argument.hpp"

#include "core/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace thalweg::app {

namespace {

std::vector<scene::Override> parse_overrides(const std::vector<std::string>& sets)
{
    std::vector<scene::Override> overrides;
    for (const std::string& set : sets)
        overrides.push_back(scene::parse_override(set));
    return overrides;
}

void add_set(CLI::App& command, std::vector<std::string>& sets)
{
    command
        .add_option(
            "--set", sets, "put a value into the scene, such as optimizers.0.learning_rate=0.01")
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
}

} // namespace

scene::Scene SceneArgument::load() const
{
    return scene::load_scene(path, parse_overrides(sets));
}

const experiment::ExperimentPlan& SceneArgument::chosen(const scene::Scene& scene) const
{
    std::vector<std::string> names;
    for (const experiment::ExperimentPlan& one : scene.experiments) {
        names.push_back(one.name);
        if (experiment.empty() ? scene.experiments.size() == 1 : one.name == experiment)
            return one;
    }
    if (experiment.empty())
        throw UsageError(fmt::format("{} has several experiments; name one by --experiment: {}",
            path, fmt::join(names, ", ")));
    throw UsageError(fmt::format(
        "no experiment is named \"{}\"{}", experiment, did_you_mean(experiment, names)));
}

std::vector<scene::Override> SceneArguments::overrides() const
{
    return parse_overrides(sets);
}

void add_scene(CLI::App& command, SceneArgument& argument)
{
    command.add_option("SCENE", argument.path, "the scene's YAML file")->required()->type_name("");
    add_set(command, argument.sets);
}

void add_experiment(CLI::App& command, SceneArgument& argument)
{
    command
        .add_option("--experiment", argument.experiment,
            "the experiment of this name, where a scene has several")
        ->type_name("NAME");
}

void add_scenes(CLI::App& command, SceneArguments& arguments)
{
    command.add_option("SCENE", arguments.paths, "the scenes' YAML files")
        ->required()
        ->type_name("");
    add_set(command, arguments.sets);
}

} // namespace thalweg::app
