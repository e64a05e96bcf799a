#include "app/command_options.hpp"
#include "app/commands.hpp"
#include "app/scene_argument.hpp"
#include "app/terminal.hpp"
#include "app/trace_columns.hpp"
#include "app/trace_text.hpp"
#include "core/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>

namespace thalweg::app {

namespace {

struct TraceOptions {
    SceneArgument scene;
    std::string run;
    int every = 1;
    TraceFormat format = TraceFormat::table;
    std::vector<std::string> with;
};

std::vector<TraceColumn> chosen_columns(const std::vector<std::string>& wanted)
{
    std::vector<TraceColumn> chosen;
    for (const std::string& name : wanted) {
        const auto found = std::ranges::find(trace_columns(), name, &TraceColumn::name);
        if (found == trace_columns().end()) {
            std::vector<std::string> names;
            for (const TraceColumn& column : trace_columns())
                names.emplace_back(column.name);
            throw UsageError(fmt::format("a trace has no column \"{}\"{}; there are {}", name,
                did_you_mean(name, names), fmt::join(names, ", ")));
        }
        chosen.push_back(*found);
    }
    return chosen;
}

std::string columns_help()
{
    std::string text = "more columns, with commas between them:";
    for (const TraceColumn& column : trace_columns())
        text += fmt::format("{} {} ({})", &column == trace_columns().data() ? "" : ",", column.name,
            column.meaning);
    return text;
}

/// The runs that are asked for.
std::vector<RunPlan> chosen(const std::vector<RunPlan>& runs, const std::string& only)
{
    std::vector<RunPlan> found;
    std::vector<std::string> names;
    for (const RunPlan& one : runs) {
        names.push_back(one.name);
        if (only.empty() || one.name == only)
            found.push_back(one);
    }
    if (found.empty())
        throw UsageError(fmt::format("no run is named \"{}\"{}", only, did_you_mean(only, names)));
    return found;
}

void trace(const TraceOptions& options)
{
    const std::vector<TraceColumn> columns = chosen_columns(options.with);
    const Plan plan = options.scene.load().plan;
    const std::vector<RunPlan> runs = chosen(plan.runs, options.run);
    std::vector<Trajectory> paths;
    std::vector<TracedRun> traced;
    paths.reserve(runs.size()); // the traced refer to them
    for (const RunPlan& one : runs) {
        paths.push_back(run(*plan.surface, one.optimizer, one.start, plan.run));
        TracedRun& next = traced.emplace_back(TracedRun{one.name, paths.back()});
        for (const TraceColumn& column : columns)
            next.extra.push_back({column.name, column.values(plan, one, paths.back())});
    }
    write_trace(traced, options.format, options.every, print);
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
    command->add_option("--with", options->with, columns_help())
        ->type_name("COLUMN,...")
        ->delimiter(',');
    command->callback([options] { trace(*options); });
}

} // namespace thalweg::app
