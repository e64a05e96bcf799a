// A kind of panel that the tests alone know: how far each run has come, as a bar beside its name.
// docs/architecture.md walks through this file.
#include "panel/common_options.hpp"
#include "panel/marker.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

constexpr double kRow = 1.6, kGap = 0.8, kLeastBar = 6; // in sizes of small text

/// What a scene asks for.
class ProgressPlan final : public PanelPlan {
public:
    std::unique_ptr<const Panel> prepare(const Context& context) const override;

    double thickness = 0.5; ///< of the bars, in sizes of small text
};

/// The panel without a place: the runs that it shows.
class Progress final : public Panel {
public:
    Progress(const ProgressPlan& plan, const Context& context)
        : plan_(plan)
        , experiments_(context.experiments)
    {
    }

    SizeRequest size(const Setting& setting) const override;
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override;

private:
    double names_width(const Setting& setting) const;

    ProgressPlan plan_;
    experiment::ExperimentsPtr experiments_;
};

/// The panel at its place.
class PlacedProgress final : public PlacedPanel {
public:
    PlacedProgress(const ProgressPlan& plan, experiment::ExperimentsPtr experiments,
        double names_width, const Placement& placement)
        : plan_(plan)
        , experiments_(std::move(experiments))
        , box_(placement.inner)
        , size_(placement.setting.format.type.small)
        , bars_{box_.x.lo + names_width + kGap * size_, box_.x.hi}
    {
    }

    void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment&) const override
    {
        const canvas::Group group(canvas, "progress");
        for (std::size_t row = 0; row < plan_.runs.size(); ++row) {
            canvas.text(experiments_->run_plan(plan_.runs[row]).title,
                {.size = size_, .color = canvas.palette().text},
                {.at = {box_.x.lo, middle(row)}, .y = canvas::AlignY::middle});
            canvas.fill(bar(row, 1), canvas.palette().grid);
        }
    }

    void draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const override
    {
        const canvas::Group group(canvas, "progress");
        for (std::size_t row = 0; row < plan_.runs.size(); ++row) {
            const std::size_t run = plan_.runs[row];
            const int last = std::max(1, experiments_->trajectory(run).steps());
            canvas.fill(bar(row, moment.steps[run] / last),
                run_color(canvas.palette(), *experiments_, run));
        }
    }

private:
    double middle(std::size_t row) const
    {
        return box_.y.lo + (static_cast<double>(row) + 0.5) * kRow * size_;
    }
    canvas::Path bar(std::size_t row, double share) const
    {
        const double half = 0.5 * plan_.thickness * size_;
        return canvas::Path::rectangle(
            {{bars_.lo, bars_.at(share)}, {middle(row) - half, middle(row) + half}});
    }

    ProgressPlan plan_;
    experiment::ExperimentsPtr experiments_;
    Box box_;
    double size_; ///< of the text
    Range bars_; ///< from left to right
};

std::unique_ptr<const Panel> ProgressPlan::prepare(const Context& context) const
{
    if (runs.empty())
        return nullptr;
    return std::make_unique<Progress>(*this, context);
}

double Progress::names_width(const Setting& setting) const
{
    double widest = 0;
    for (const std::size_t run : plan_.runs)
        widest = std::max(widest,
            setting.metrics
                .size(experiments_->run_plan(run).title, {.size = setting.format.type.small})
                .x);
    return widest;
}

SizeRequest Progress::size(const Setting& setting) const
{
    const double text = setting.format.type.small;
    return {.least_width = names_width(setting) + (kGap + kLeastBar) * text,
        .least_height = kRow * text * static_cast<double>(plan_.runs.size()),
        .stretches = false};
}

std::unique_ptr<const PlacedPanel> Progress::place(const Placement& placement) const
{
    return std::make_unique<PlacedProgress>(
        plan_, experiments_, names_width(placement.setting), placement);
}

} // namespace

/// Reads the options of a scene; listings describe them by the same calls.
PanelPlanPtr make_progress(Options& options, const ReadContext& context)
{
    auto plan = std::make_shared<ProgressPlan>();
    read_common(options, context, *plan, {.runs = true});
    plan->thickness = options.number("thickness", plan->thickness, {.above = 0, .max = 1},
        "of the bars, in sizes of small text");
    return plan;
}

} // namespace thalweg::panel
