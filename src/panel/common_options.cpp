#include "panel/common_options.hpp"

#include "experiment/run_names.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

using experiment::ExperimentPlan;

std::optional<std::size_t> find_experiment(Options& options, const ReadContext& context)
{
    const std::string name = options.text(
        "of", "", "the experiment that is shown; may be left out where there is only one");
    if (name.empty())
        return std::nullopt;
    std::vector<std::string> known;
    for (const ExperimentPlan& one : context.experiments)
        known.push_back(one.name);
    const auto found = std::ranges::find(known, name);
    if (found == known.end()) {
        options.refuse(
            "of", fmt::format("no experiment is named \"{}\"{}", name, did_you_mean(name, known)));
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - known.begin());
}

/// All runs of one experiment, or of all; of these those that the context asks for.
std::vector<std::size_t> runs_of(const ReadContext& context, std::optional<std::size_t> which)
{
    const auto is_wanted = [&](std::size_t run) {
        return context.runs.empty() || std::ranges::find(context.runs, run) != context.runs.end();
    };
    std::vector<std::size_t> runs;
    std::size_t number = 0;
    for (std::size_t e = 0; e < context.experiments.size(); ++e)
        for (std::size_t i = 0; i < context.experiments[e].runs.size(); ++i, ++number)
            if ((!which || *which == e) && is_wanted(number))
                runs.push_back(number);
    return runs;
}

std::vector<std::size_t> named_runs(const Node& list, const ReadContext& context, Options& options)
{
    std::vector<std::size_t> runs;
    if (list.type != Node::Type::sequence || list.items.empty()) {
        options.refuse("runs", "runs must be a list of names of runs, such as [momentum]");
        return runs;
    }
    for (const Node& item : list.items)
        if (const auto run = experiment::find_run(item, context.experiments, options.problems()))
            runs.push_back(*run);
    return runs;
}

} // namespace

CommonOptions read_common(
    Options& options, const ReadContext& context, PanelPlan& plan, const CommonParts& parts)
{
    CommonOptions common;
    plan.title = options.line("title", "", "above the panel");
    plan.has_legend = false;
    if (parts.runs) {
        common.experiment = find_experiment(options, context);
        if (context.experiments.size() > 1 && !options.has("title"))
            plan.heading_of = common.experiment;
        const Node* runs = options.any(
            "runs", "list of runs", "all", "those that are shown, by name, label or kind");
        plan.runs
            = runs ? named_runs(*runs, context, options) : runs_of(context, common.experiment);
        plan.has_legend = options.flag("legend", true, "the picture's legend lists its runs");
    }
    if (parts.axes) {
        common.x_label = options.line("x_label", "", "name of the horizontal axis");
        common.y_label = options.line("y_label", "", "name of the vertical axis");
    }
    if (parts.color_bar)
        common.color_bar
            = options.flag("colorbar", true, "a bar explains the colours of its levels");
    return common;
}

} // namespace thalweg::panel
