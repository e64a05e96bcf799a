#include "output/production.hpp"

#include "canvas/math/linear.hpp"

#include <fmt/format.h>

namespace thalweg::output {

namespace {

/// "Contour map of (1 − x)² + ... with the paths of momentum, Newton".
std::string description(const experiment::Experiments& experiments)
{
    std::string text;
    for (const experiment::Experiment& one : experiments.all) {
        std::string runs;
        for (const experiment::RunPlan& run : one.plan.runs)
            runs += (runs.empty() ? "" : ", ") + canvas::linear_text(run.title);
        text += fmt::format("{}Contour map of {} with the paths of {}.", text.empty() ? "" : " ",
            canvas::linear_text(one.plan.surface->facts().formula), runs);
    }
    return text;
}

} // namespace

Production::Production(std::string name, std::string title, panel::Context context,
    figure::FigurePlan plan, canvas::Theme theme)
    : name_(std::move(name))
    , title_(std::move(title))
    , context_(std::move(context))
    , plan_(std::move(plan))
    , theme_(theme)
{
}

const canvas::Palette& Production::palette(canvas::Theme fallback) const
{
    return canvas::palette(canvas::or_else(theme_, fallback));
}

canvas::PageMeta Production::meta() const
{
    return {.title = title_.empty() ? name_ : title_, .description = description(experiments())};
}

figure::FigurePtr Production::figure(const canvas::Format& format, int jobs) const
{
    const std::scoped_lock lock(mutex_);
    figure::FigurePtr& figure = figures_[format];
    if (!figure)
        figure = figure::compose(plan_, context_, format, jobs);
    return figure;
}

} // namespace thalweg::output
