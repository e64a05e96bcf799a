#include "app/command_options.hpp"
#include "app/commands.hpp"
#include "app/scene_argument.hpp"
#include "app/terminal.hpp"
#include "app/trace_columns.hpp"
#include "core/error.hpp"
#include "output/trace_text.hpp"

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
    output::TraceFormat format = output::TraceFormat::table;
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

/// A run to trace, and what it is of.
struct ChosenRun {
    std::string name;
    const experiment::ExperimentPlan* experiment;
    const experiment::RunPlan* run;
};

/// The runs that are asked for; those of several experiments are named like "left.momentum".
std::vector<ChosenRun> chosen_runs(const scene::Scene& scene, const TraceOptions& options)
{
    std::vector<const experiment::ExperimentPlan*> experiments;
    if (!options.scene.experiment.empty())
        experiments.push_back(&options.scene.chosen(scene));
    else
        for (const experiment::ExperimentPlan& one : scene.experiments)
            experiments.push_back(&one);
    std::vector<ChosenRun> found;
    std::vector<std::string> names;
    for (const experiment::ExperimentPlan* one : experiments)
        for (const experiment::RunPlan& run : one->runs) {
            names.push_back(experiments.size() > 1 ? one->name + "." + run.name : run.name);
            if (options.run.empty() || options.run == names.back())
                found.push_back({names.back(), one, &run});
        }
    if (found.empty())
        throw UsageError(
            fmt::format("no run is named \"{}\"{}", options.run, did_you_mean(options.run, names)));
    return found;
}

void trace(const TraceOptions& options)
{
    const std::vector<TraceColumn> columns = chosen_columns(options.with);
    const scene::Scene scene = options.scene.load();
    const std::vector<ChosenRun> runs = chosen_runs(scene, options);
    std::vector<optimizer::Trajectory> paths;
    std::vector<output::TracedRun> traced;
    paths.reserve(runs.size()); // the traced refer to them
    for (const ChosenRun& one : runs) {
        const experiment::ExperimentPlan& plan = *one.experiment;
        paths.push_back(
            optimizer::run(*plan.surface, one.run->optimizer, one.run->start, plan.options));
        output::TracedRun& next = traced.emplace_back(output::TracedRun{one.name, paths.back()});
        for (const TraceColumn& column : columns)
            next.extra.push_back({column.name, column.values(plan, *one.run, paths.back())});
    }
    output::write_trace(traced, options.format, options.every, print);
}

} // namespace

void add_trace(CLI::App& app)
{
    CLI::App* command = app.add_subcommand("trace", "print every step of the runs");
    const auto options = std::make_shared<TraceOptions>();
    add_scene(*command, options->scene);
    add_experiment(*command, options->scene);
    command->add_option("--run", options->run, "only the run of this name")->type_name("NAME");
    add_count(*command, "--every", options->every, {.min = 1}, "only every Nth step, and the last");
    add_choice(*command, "--format", options->format,
        {{"table", output::TraceFormat::table}, {"csv", output::TraceFormat::csv},
            {"json", output::TraceFormat::json}},
        "how it is printed");
    command->add_option("--with", options->with, columns_help())
        ->type_name("COLUMN,...")
        ->delimiter(',');
    command->callback([options] { trace(*options); });
}

} // namespace thalweg::app
