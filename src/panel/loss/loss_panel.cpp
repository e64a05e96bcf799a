#include "panel/loss/loss_panel.hpp"

#include "core/read_value.hpp"
#include "panel/common_options.hpp"
#include "panel/loss/curve_labels.hpp"
#include "panel/loss/placed_loss.hpp"
#include "panel/side_by_side.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

constexpr double kLeastWidth = 120, kLeastHeight = 60; // layout units of a film
constexpr double kLeastPageWidth = 70, kLeastPageHeight = 36; // points

std::string_view words(Quantity quantity)
{
    switch (quantity) {
    case Quantity::distance:
        return "distance to the minimum";
    case Quantity::gradient_norm:
        return "gradient norm";
    case Quantity::learning_rate:
        return "learning rate";
    case Quantity::loss:
        break;
    }
    return "loss";
}

/// "loss by step"
std::string caption_of(const LossPlan& plan)
{
    const std::string x = plan.against == Against::steps ? "step" : "evaluation";
    return fmt::format("{} by {}",
        plan.y_label.empty() ? std::string(words(plan.quantity)) : plan.y_label,
        plan.x_label.empty() ? x : plan.x_label);
}

std::string_view words(AxisScale scale)
{
    switch (scale) {
    case AxisScale::linear:
        return ", linear";
    case AxisScale::logarithmic:
        return ", log";
    case AxisScale::automatic:
        break;
    }
    return "";
}

/// A scale that a scene writes is not changed by panels that leave theirs open.
std::string key_of(const LossPlan& plan)
{
    return fmt::format("{} by {}{}", words(plan.quantity),
        plan.against == Against::steps ? "steps" : "evaluations", words(plan.scale));
}

std::vector<double> read_targets(Options& options)
{
    const Node* node = options.any("target", "a number or a list of numbers", "",
        "a value of the first quantity that runs are to reach: a dashed line, and a mark where "
        "each "
        "first does");
    std::vector<double> values;
    const auto add = [&](const Node& one) {
        if (const auto value = read_number(one, "target", {}, options.problems()))
            values.push_back(*value);
    };
    if (node && node->type == Node::Type::sequence)
        std::ranges::for_each(node->items, add);
    else if (node)
        add(*node);
    return values;
}

} // namespace

LossPanel::LossPanel(const LossPlan& plan, const Context& context)
    : context_(context)
    , curves_(std::make_shared<const std::vector<Curve>>(curves_of(plan, *context.experiments)))
    , words_{curves_->empty() && !plan.runs.empty() ? "no run has a learning rate"
                                                    : caption_of(plan),
          only_value(*curves_), plan.targets}
    , scales_(scales_of(*curves_, plan.scale, plan.targets))
{
    scales_.key = key_of(plan);
}

SizeRequest LossPanel::size(const Setting& setting) const
{
    const bool is_print = setting.format.line < 1;
    const double caption
        = caption_width(full_caption(words_, scales_), setting.format, setting.metrics);
    return {.least_width = std::max(is_print ? kLeastPageWidth : kLeastWidth, caption),
        .least_height = is_print ? kLeastPageHeight : kLeastHeight};
}

Insets LossPanel::insets(Vec2 inner, const ScaleRequest& scales, const Setting& setting) const
{
    const LossProjection project{scales, {{0, inner.x}, {0, inner.y}}};
    Insets room = LossAxes(project, words_, setting.format, setting.metrics).insets();
    if (setting.detail.curve_labels)
        room.right
            = std::max(room.right, CurveLabels::room(*context_.experiments, *curves_, setting));
    return room;
}

std::unique_ptr<const PlacedPanel> LossPanel::place(const Placement& placement) const
{
    return std::make_unique<PlacedLoss>(context_, words_, curves_, placement);
}

std::unique_ptr<const Panel> LossPlan::prepare(const Context& context) const
{
    if (beside.empty())
        return std::make_unique<LossPanel>(*this, context);
    LossPlan one = *this;
    one.beside.clear();
    std::vector<std::unique_ptr<const Panel>> panels;
    std::size_t most = 0, named = 0;
    const auto add = [&] {
        auto panel = std::make_unique<LossPanel>(one, context);
        if (panel->curve_count() >= most) {
            most = panel->curve_count();
            named = panels.size(); // the last one that has all runs
        }
        panels.push_back(std::move(panel));
    };
    add();
    one.targets.clear(); // they are of the first quantity
    for (const Quantity other : beside) {
        one.quantity = other;
        add();
    }
    return std::make_unique<SideBySide>(std::move(panels), named);
}

PanelPlanPtr make_loss(Options& options, const ReadContext& context)
{
    auto plan = std::make_shared<LossPlan>();
    const CommonOptions common = read_common(options, context, *plan, {.runs = true, .axes = true});
    plan->has_letter = true;
    plan->x_label = common.x_label;
    plan->y_label = common.y_label;
    const std::vector<Quantity> quantities = options.choices("quantity", plan->quantity,
        {{"loss", Quantity::loss}, {"distance", Quantity::distance},
            {"gradient-norm", Quantity::gradient_norm}, {"learning-rate", Quantity::learning_rate}},
        "what the curves show, or several side by side; the distance is that to the nearest known "
        "minimum");
    plan->quantity = quantities.front();
    plan->beside.assign(quantities.begin() + 1, quantities.end());
    if (!plan->beside.empty() && options.has("y_label"))
        options.refuse("y_label", "several quantities are shown, which keep their own names");
    plan->targets = read_targets(options);
    plan->against = options.choice("against", plan->against,
        {{"steps", Against::steps}, {"evaluations", Against::evaluations}}, "the horizontal axis");
    plan->scale = options.choice("scale", plan->scale,
        {{"auto", AxisScale::automatic}, {"linear", AxisScale::linear},
            {"log", AxisScale::logarithmic}},
        "of the vertical axis; by the spread of the values where absent");
    return plan;
}

} // namespace thalweg::panel
