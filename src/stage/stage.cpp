#include "stage/stage.hpp"

#include <fmt/format.h>

namespace thalweg {

namespace {

std::vector<LabelSize> label_sizes(const Experiment& experiment, const MeasureLabel& measure)
{
    std::vector<LabelSize> sizes;
    for (std::size_t i = 0; i < experiment.plan.runs.size(); ++i) {
        const std::string& name = experiment.plan.runs[i].name;
        const Vec2 size = measure(name);
        const Vec2 badged = measure(name + " · " + divergence_badge(experiment.trajectories[i]));
        sizes.push_back({.width = size.x, .height = size.y, .diverged_width = badged.x});
    }
    return sizes;
}

/// Points of a path closer than this, in units at the camera's closest view, look like one.
constexpr double kPathDetail = 0.3;

std::vector<RunPath> thin_paths(const Experiment& experiment, double units_per_domain_unit)
{
    std::vector<RunPath> paths;
    for (const Trajectory& run : experiment.trajectories)
        paths.push_back(thin_path(run, kPathDetail / units_per_domain_unit));
    return paths;
}

std::optional<BasinGround> ground_of(const Experiment& experiment, const ContourLadder& contours,
    const Layout& layout, const Format& format, int jobs)
{
    if (!experiment.plan.contour.basins)
        return std::nullopt;
    return BasinGround(experiment, contours, layout, format, jobs);
}

} // namespace

Stage::Stage(ExperimentPtr shared_experiment, const Format& picture_format,
    const MeasureLabel& measure, int jobs)
    : experiment(std::move(shared_experiment))
    , format(picture_format)
    , layout(make_layout(format, experiment->plan.domain))
    , camera(experiment)
    , contours(*experiment, camera, layout.map.width(), format.curve_tolerance)
    , basins(ground_of(*experiment, contours, layout, format, jobs))
    , labels(*experiment, camera, layout.map, label_sizes(*experiment, measure))
    , paths(thin_paths(*experiment, layout.map.width() / contours.least_width()))
{
}

std::string divergence_badge(const Trajectory& run)
{
    return fmt::format("diverged at step {}", run.ended_at);
}

} // namespace thalweg
