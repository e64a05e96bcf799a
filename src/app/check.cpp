#include "app/commands.hpp"
#include "app/failure.hpp"
#include "app/produce.hpp"
#include "app/scene_argument.hpp"
#include "app/scene_series.hpp"
#include "app/terminal.hpp"
#include "app/warnings.hpp"
#include "core/utf8.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cmath>
#include <memory>

namespace thalweg::app {

namespace {

/// Does a film give heads less time than the eye needs to follow them?
void warn_of_pace(const experiment::Timeline& timeline, const Location& where, Warnings& warnings)
{
    constexpr double kRounding_s = 0.1;
    const double needed_s = timeline.followed_duration_s();
    if (needed_s > timeline.duration_s() + kRounding_s)
        warnings.add(where,
            fmt::format("the runs move too fast to be followed in {:.3g} s; write \"duration: "
                        "{:.0f}\", or fewer steps",
                timeline.duration_s(), std::ceil(needed_s)));
}

/// Runs a scene and composes all its pictures.
void check_scene(const scene::Scene& scene, const std::string& path)
{
    const auto production = produce(scene, default_jobs());
    const experiment::Experiments& experiments = production->experiments();
    Warnings warnings;
    warn_of_runs(scene, experiments, warnings);
    warn_of_looks(scene, experiments, warnings);
    Problems problems;
    int most_frames = 0;
    for (const output::OutputPtr& output : scene.outputs) {
        most_frames = std::max(most_frames, output->frames(*production));
        for (const std::string& left_out : compose(*output, *production, default_jobs(), problems))
            warnings.add(output->size_where(), left_out);
    }
    if (most_frames > 1)
        warn_of_pace(production->timeline(), scene.duration_where, warnings);
    problems.throw_if_any();
    for (const output::OutputPtr& output : scene.outputs)
        for (const std::string& note : output->notes(*production, default_jobs()))
            print(fmt::format("{}: {}\n", printable(output->file()), note));

    int steps = 0;
    for (const experiment::ExperimentPlan& one : scene.experiments)
        steps = std::max(steps, one.options.steps);
    const auto runs = experiments.run_count();
    print(fmt::format("{}: {}, {} run{} of {} steps\n", printable(path), warnings.verdict(), runs,
        runs == 1 ? "" : "s", steps));
}

/// Checks all scenes before it fails.
void check(const SceneArguments& arguments)
{
    const std::vector<scene::Override> overrides = arguments.overrides();
    SceneSeries series(arguments.paths.size());
    for (const std::string& path : arguments.paths)
        series.attempt(path, [&] { check_scene(scene::load_scene(path, overrides), path); });
    series.finish();
}

} // namespace

void add_check(CLI::App& app)
{
    CLI::App* command = app.add_subcommand("check", "say what is wrong with scenes, and where");
    const auto arguments = std::make_shared<SceneArguments>();
    add_scenes(*command, *arguments);
    command->footer(
        "Runs that diverge, jump between two points for ever, stop, start outside of the\n"
        "domain or move too fast for the eye, colours and characters that cannot be seen,\n"
        "and small pictures that cannot show everything, are warnings; they do not fail.");
    command->callback([arguments] { check(*arguments); });
}

} // namespace thalweg::app
