#include "app/command_options.hpp"
#include "app/commands.hpp"
#include "app/map_text.hpp"
#include "app/scene_argument.hpp"
#include "app/terminal.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace thalweg::app {

namespace {

constexpr Limits kSize{.min = 2, .max = 1000};

struct MapOptions {
    SceneArgument scene;
    int columns = 25, rows = 25;
};

void map(const MapOptions& options)
{
    const scene::Scene scene = options.scene.load();
    const experiment::ExperimentPlan& plan = options.scene.chosen(scene);
    std::vector<optimizer::Trajectory> paths;
    for (const experiment::RunPlan& one : plan.runs)
        paths.push_back(optimizer::run(*plan.surface, one.optimizer, one.start, plan.options));
    print(map_text(*plan.surface, plan.domain, paths, options.columns, options.rows));
}

} // namespace

void add_map(CLI::App& app)
{
    CLI::App* command = app.add_subcommand("map", "show the contour map in the terminal");
    const auto options = std::make_shared<MapOptions>();
    add_scene(*command, options->scene);
    add_experiment(*command, options->scene);
    add_count(*command, "--columns", options->columns, kSize, "width in characters");
    add_count(*command, "--rows", options->rows, kSize, "height in lines");
    command->footer("Low ground is blank, high ground is full; * is where the runs went,\n"
                    "S where they start, E where they end.");
    command->callback([options] { map(*options); });
}

} // namespace thalweg::app
