#include "panel/loss/loss_panel.hpp"

#include "panel/common_options.hpp"
#include "panel/loss/curve_labels.hpp"
#include "panel/loss/placed_loss.hpp"

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

} // namespace

LossPanel::LossPanel(const LossPlan& plan, const Context& context)
    : context_(context)
    , curves_(std::make_shared<const std::vector<Curve>>(curves_of(plan, *context.experiments)))
    , words_{curves_->empty() && !plan.runs.empty() ? "no run has a learning rate"
                                                    : caption_of(plan),
          only_value(*curves_)}
    , scales_(scales_of(*curves_, plan.scale))
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
    return std::make_unique<LossPanel>(*this, context);
}

PanelPlanPtr make_loss(Options& options, const ReadContext& context)
{
    auto plan = std::make_shared<LossPlan>();
    const CommonOptions common = read_common(options, context, *plan, {.runs = true, .axes = true});
    plan->has_letter = true;
    plan->x_label = common.x_label;
    plan->y_label = common.y_label;
    plan->quantity = options.choice("quantity", plan->quantity,
        {{"loss", Quantity::loss}, {"distance", Quantity::distance},
            {"gradient-norm", Quantity::gradient_norm}, {"learning-rate", Quantity::learning_rate}},
        "what the curves show; the distance is that to the nearest known minimum");
    plan->against = options.choice("against", plan->against,
        {{"steps", Against::steps}, {"evaluations", Against::evaluations}}, "the horizontal axis");
    plan->scale = options.choice("scale", plan->scale,
        {{"auto", AxisScale::automatic}, {"linear", AxisScale::linear},
            {"log", AxisScale::logarithmic}},
        "of the vertical axis; by the spread of the values where absent");
    return plan;
}

} // namespace thalweg::panel
