#include "app/command_options.hpp"
#include "app/commands.hpp"
#include "app/scene_argument.hpp"
#include "app/terminal.hpp"
#include "app/trace_text.hpp"
#include "core/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace thalweg {

namespace {

struct TraceOptions {
    SceneArgument scene;
    std::string run;
    int every = 1;
    TraceFormat format = TraceFormat::table;
};

std::vector<TracedRun> traced(const Plan& plan, const std::string& only)
{
    std::vector<TracedRun> runs;
    std::vector<std::string> names;
    for (const RunPlan& one : plan.runs) {
        names.push_back(one.name);
        if (only.empty() || one.name == only)
            runs.push_back({one.name, run(*plan.surface, one.optimizer, one.start, plan.run)});
    }
    if (runs.empty())
        throw UsageError(fmt::format("no run is named \"{}\"{}", only, did_you_mean(only, names)));
    return runs;
}

void trace(const TraceOptions& options)
{
    const Scene scene = options.scene.load();
    const auto runs = traced(scene.plan, options.run);
    write_trace(runs, options.format, options.every, print);
}

} // namespace

void add_trace(CLI::App& app)
{
    CLI::App* command = app.add_subcommand("trace", "print every step of the runs");
    const auto options = std::make_shared<TraceOptions>();
    add_scene(*command, options->scene);
    command->add_option("--run", options->run, "only the run of this name")->type_name("NAME");
    add_count(*command, "--every", options->every, {.min = 1}, "only every Nth step, and the last");
    add_choice(*command, "--format", options->format,
        {{"table", TraceFormat::table}, {"csv", TraceFormat::csv}, {"json", TraceFormat::json}},
        "how it is printed");
    command->callback([options] { trace(*options); });
}

} // namespace thalweg
