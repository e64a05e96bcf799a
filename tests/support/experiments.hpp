#pragma once

#include "core/kinds.hpp"
#include "experiment/timeline.hpp"
#include "panel/panel.hpp"
#include "support/nodes.hpp"
#include "surface/catalogue.hpp"

#include <cmath>
#include <numbers>

namespace thalweg::test {

/// A product of a table's kind with all options at their defaults.
template <class Product>
Product made_by(std::span<const Kind<Product>> kinds, std::string_view name)
{
    std::vector<OptionInfo> ignored;
    Options options = Options::recording(ignored);
    return find_kind(kinds, name)->make(options);
}

/// A run whose points are given, as though an optimizer had made them; losses are those of a
/// surface.
inline optimizer::Trajectory trajectory_of(
    std::vector<Vec2> points, const surface::Surface& surface)
{
    optimizer::Trajectory run;
    for (const Vec2 p : points)
        run.losses.push_back(surface.value(p));
    run.gradient_norms.assign(points.size(), 1);
    run.learning_rates.assign(points.size(), 0.1);
    for (std::size_t k = 0; k < points.size(); ++k)
        run.evaluations.push_back(static_cast<std::int64_t>(k));
    run.points = std::move(points);
    run.ended_at = run.steps();
    return run;
}

/// One experiment on a surface whose runs follow the given paths.
inline experiment::ExperimentsPtr experiments_of(
    std::vector<std::vector<Vec2>> paths, std::string_view surface_name = "rosenbrock")
{
    experiment::Experiment one;
    one.plan.surface = made_by<surface::SurfacePtr>(surface::surface_kinds(), surface_name);
    one.plan.domain = one.plan.surface->facts().domain;
    one.plan.options.steps = 1;
    one.levels = {0.1, 1, 10, 100, 1000};
    for (std::size_t i = 0; i < paths.size(); ++i) {
        one.plan.options.steps
            = std::max(one.plan.options.steps, static_cast<int>(paths[i].size()) - 1);
        experiment::RunPlan run;
        run.name = run.title = "run " + std::to_string(i + 1);
        run.start = paths[i].front();
        one.plan.runs.push_back(std::move(run));
        one.trajectories.push_back(trajectory_of(std::move(paths[i]), *one.plan.surface));
    }
    return std::make_shared<experiment::Experiments>(std::vector{std::move(one)});
}

inline panel::Context context_of(
    experiment::ExperimentsPtr experiments, const experiment::TimePlan& time = {})
{
    return {experiments, std::make_shared<const experiment::Timeline>(experiments, time)};
}

/// A path of `steps` steps along part of a circle.
inline std::vector<Vec2> arc_of(
    Vec2 center, double radius, double from_turn, double to_turn, int steps)
{
    std::vector<Vec2> points;
    for (int k = 0; k <= steps; ++k) {
        const double angle = 2 * std::numbers::pi * (from_turn + (to_turn - from_turn) * k / steps);
        points.push_back(center + radius * Vec2{std::cos(angle), std::sin(angle)});
    }
    return points;
}

} // namespace thalweg::test
