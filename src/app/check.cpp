#include "app/commands.hpp"
#include "app/scene_argument.hpp"
#include "app/terminal.hpp"
#include "optimizer/stability.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace thalweg::app {

namespace {

void warn(const Location& where, const std::string& message)
{
    tell(fmt::format("{}: {} {}", where.text(), tinted("warning:", Tint::yellow), message));
}

/// What a scene may hold and its author may not have meant.
void warn_of_runs(const Scene& scene)
{
    const Plan& plan = scene.plan;
    for (std::size_t i = 0; i < plan.runs.size(); ++i) {
        const RunPlan& one = plan.runs[i];
        const Location& where = scene.run_places[i];
        if (!plan.domain.contains(one.start))
            warn(where,
                fmt::format("the run \"{}\" starts at ({}, {}), outside of the domain", one.name,
                    one.start.x, one.start.y));
        const Trajectory path = run(*plan.surface, one.optimizer, one.start, plan.run);
        if (path.outcome == Outcome::diverged)
            warn(where,
                fmt::format("the run \"{}\" {}", one.name,
                    divergence_note(*plan.surface, one.optimizer, path)));
        if (path.outcome == Outcome::stopped)
            warn(where,
                fmt::format(
                    "the run \"{}\" stops at step {}: {}", one.name, path.ended_at, path.note));
    }
}

/// Checks all scenes before it fails.
void check(const SceneArguments& arguments)
{
    const std::vector<Override> overrides = arguments.overrides();
    std::vector<Problem> problems;
    for (const std::string& path : arguments.paths) {
        try {
            const Scene scene = load_scene(path, overrides);
            warn_of_runs(scene);
            const auto runs = scene.plan.runs.size();
            print(fmt::format("{}: good, {} run{} of {} steps\n", path, runs, runs == 1 ? "" : "s",
                scene.plan.run.steps));
        } catch (const SceneError& error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        }
    }
    if (!problems.empty())
        throw SceneError(std::move(problems));
}

} // namespace

void add_check(CLI::App& app)
{
    CLI::App* command = app.add_subcommand("check", "say what is wrong with scenes, and where");
    const auto arguments = std::make_shared<SceneArguments>();
    add_scenes(*command, *arguments);
    command->footer("Runs that diverge, stop or start outside of the domain are told as warnings; "
                    "they do not fail.");
    command->callback([arguments] { check(*arguments); });
}

} // namespace thalweg::app
