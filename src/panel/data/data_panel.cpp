#include "panel/common_options.hpp"
#include "panel/data/placed_data.hpp"

#include "experiment/run_names.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

constexpr double kLeastWidth = 120, kLeastHeight = 80; // layout units of a film
constexpr double kLeastPageWidth = 70, kLeastPageHeight = 46; // points
constexpr std::size_t kMostResiduals = 2000;

using experiment::ExperimentPlan;

const surface::DataSurface* data_of(const ExperimentPlan& experiment)
{
    return dynamic_cast<const surface::DataSurface*>(experiment.surface.get());
}

class DataPanel final : public Panel {
public:
    DataPanel(const DataPlan& plan, const Context& context)
        : plan_(plan)
        , context_(context)
        , view_(std::make_shared<const DataView>(
              data_view(*data_of(context.experiments->all[plan.experiment].plan))))
    {
    }

    SizeRequest size(const Setting& setting) const override
    {
        const bool is_print = setting.format.line < 1;
        const double width = is_print ? kLeastPageWidth : kLeastWidth,
                     height = is_print ? kLeastPageHeight : kLeastHeight;
        const double key
            = DataFrame::of(plan_, *view_, {{0, width}, {0, height}}, setting).key_width(setting);
        return {.least_width = std::max(width, key), .least_height = height};
    }
    Insets insets(Vec2 inner, const ScaleRequest&, const Setting& setting) const override
    {
        const Box box{{0, inner.x}, {0, inner.y}};
        return DataFrame::of(plan_, *view_, box, setting).insets(box, setting);
    }
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override
    {
        return std::make_unique<PlacedData>(plan_, context_, view_, placement);
    }

private:
    DataPlan plan_;
    Context context_;
    std::shared_ptr<const DataView> view_;
};

/// The number of the first run of an experiment.
std::size_t first_run(const ReadContext& context, std::size_t experiment)
{
    std::size_t number = 0;
    for (std::size_t e = 0; e < experiment; ++e)
        number += context.experiments[e].runs.size();
    return number;
}

/// Keeps the runs of the plan's experiment; refuses others that the scene names.
void choose_runs(Options& options, const ReadContext& context, DataPlan& plan)
{
    const std::size_t first = first_run(context, plan.experiment);
    const std::size_t end = first + context.experiments[plan.experiment].runs.size();
    const auto is_other = [&](std::size_t run) { return run < first || run >= end; };
    if (options.has("runs") && std::ranges::any_of(plan.runs, is_other))
        options.refuse("runs",
            fmt::format("the panel shows the data of \"{}\", but \"runs\" names others; \"of\" "
                        "chooses the experiment",
                context.experiments[plan.experiment].name));
    std::erase_if(plan.runs, is_other);
}

/// The experiment that is shown: that of `of`, or the first whose surface has data.
std::optional<std::size_t> choose_experiment(
    Options& options, const ReadContext& context, std::optional<std::size_t> named)
{
    if (context.experiments.empty())
        return std::nullopt; // while recording
    const auto found = std::ranges::find_if(
        context.experiments, [](const ExperimentPlan& one) { return data_of(one) != nullptr; });
    const std::size_t chosen = named.value_or(found == context.experiments.end()
            ? 0
            : static_cast<std::size_t>(found - context.experiments.begin()));
    const ExperimentPlan& one = context.experiments[chosen];
    if (data_of(one))
        return chosen;
    if (one.surface) // else another problem tells why
        options.refuse(named ? "of" : "kind",
            fmt::format("the surface \"{}\" has no data; panels of kind \"data\" show those of "
                        "least-squares and logistic",
                one.surface_kind));
    return std::nullopt;
}

/// `true` where one run is shown, else the run's name.
std::optional<std::size_t> read_residuals(
    Options& options, const ReadContext& context, const DataPlan& plan)
{
    const Node* node = options.any("residuals", "true, false or a run", "false",
        "a thin line from each point to the model of a run, the only one that is shown or one of "
        "this name");
    if (!node || context.experiments.empty() || (node->text == "false" && !node->quoted))
        return std::nullopt;
    if (node->text == "true" && !node->quoted) {
        if (plan.runs.size() == 1)
            return plan.runs.front();
        options.refuse("residuals",
            fmt::format("residuals are those of one run, but the panel shows {}; name it, such as "
                        "\"residuals: {}\"",
                plan.runs.size(), context.experiments[plan.experiment].runs.front().name));
        return std::nullopt;
    }
    const auto run = experiment::find_run(*node, context.experiments, options.problems());
    if (run && std::ranges::find(plan.runs, *run) == plan.runs.end())
        options.refuse("residuals", "the panel does not show this run");
    return run;
}

void check_residuals(Options& options, const surface::DataSurface& surface)
{
    if (data_view(surface).form != DataForm::curve)
        options.refuse("residuals",
            "residuals are shown of models of one input, but the data have two that vary");
    else if (surface.samples() > kMostResiduals)
        options.refuse("residuals",
            fmt::format("the residuals of {} points would fill the panel; {} can be shown",
                surface.samples(), kMostResiduals));
}

} // namespace

std::unique_ptr<const Panel> DataPlan::prepare(const Context& context) const
{
    return std::make_unique<DataPanel>(*this, context);
}

PanelPlanPtr make_data(Options& options, const ReadContext& context)
{
    auto plan = std::make_shared<DataPlan>();
    const CommonOptions common = read_common(options, context, *plan, {.runs = true, .axes = true});
    plan->has_letter = true;
    plan->x_label = common.x_label;
    plan->y_label = common.y_label;
    const auto experiment = choose_experiment(options, context, common.experiment);
    if (experiment) {
        plan->experiment = *experiment;
        choose_runs(options, context, *plan);
    }
    plan->residuals_of = read_residuals(options, context, *plan);
    if (experiment && plan->residuals_of)
        check_residuals(options, *data_of(context.experiments[*experiment]));
    return plan;
}

} // namespace thalweg::panel
