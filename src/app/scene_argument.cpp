#include "app/scene_argument.hpp"

#include <CLI/CLI.hpp>

namespace thalweg::app {

namespace {

std::vector<Override> parse_overrides(const std::vector<std::string>& sets)
{
    std::vector<Override> overrides;
    for (const std::string& set : sets)
        overrides.push_back(parse_override(set));
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

Scene SceneArgument::load() const
{
    return load_scene(path, parse_overrides(sets));
}

std::vector<Override> SceneArguments::overrides() const
{
    return parse_overrides(sets);
}

std::vector<Scene> SceneArguments::load() const
{
    const std::vector<Override> changes = overrides();
    std::vector<Scene> scenes;
    std::vector<Problem> problems;
    for (const std::string& path : paths) {
        try {
            scenes.push_back(load_scene(path, changes));
        } catch (const SceneError& error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        }
    }
    if (!problems.empty())
        throw SceneError(std::move(problems));
    return scenes;
}

void add_scene(CLI::App& command, SceneArgument& argument)
{
    command.add_option("SCENE", argument.path, "the scene's YAML file")->required()->type_name("");
    add_set(command, argument.sets);
}

void add_scenes(CLI::App& command, SceneArguments& arguments)
{
    command.add_option("SCENE", arguments.paths, "the scenes' YAML files")
        ->required()
        ->type_name("");
    add_set(command, arguments.sets);
}

} // namespace thalweg::app
