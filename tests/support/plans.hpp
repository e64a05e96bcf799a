#pragma once

#include "core/kinds.hpp"
#include "stage/experiment.hpp"
#include "support/nodes.hpp"
#include "surface/catalogue.hpp"

#include <numbers>

namespace thalweg::test {

/// Levels of Rosenbrock's surface that make a quick picture.
inline std::vector<double> few_levels(const Surface&, const Box&)
{
    return {0.1, 1, 10, 100, 1000};
}

/// A product of a table's kind with all options at their defaults.
template <class Product>
Product made(std::span<const Kind<Product>> kinds, std::string_view name)
{
    std::vector<OptionInfo> ignored;
    Options options = Options::recording(ignored);
    return find_kind(kinds, name)->make(options);
}

/// A run whose points are given, as though an optimizer had made them.
inline Trajectory recorded(std::vector<Vec2> points)
{
    Trajectory run;
    run.points = std::move(points);
    run.losses.assign(run.points.size(), 1);
    run.gradient_norms.assign(run.points.size(), 1);
    run.learning_rates.assign(run.points.size(), 0.1);
    run.evaluations.assign(run.points.size(), 0);
    run.ended_at = run.steps();
    return run;
}

/// An experiment on Rosenbrock's surface whose runs follow the given paths in `play_s` seconds.
inline ExperimentPtr experiment_of(std::vector<std::vector<Vec2>> paths, double play_s = 4)
{
    auto experiment = std::make_shared<Experiment>();
    Plan& plan = experiment->plan;
    plan.name = plan.title = "A test";
    plan.surface = made<SurfacePtr>(surface_kinds(), "rosenbrock");
    plan.domain = {{-2, 2}, {-1, 3}};
    plan.contour.levels = few_levels;
    experiment->levels = few_levels(*plan.surface, plan.domain);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        plan.run.steps
            = std::max(i == 0 ? 0 : plan.run.steps, static_cast<int>(paths[i].size()) - 1);
        RunPlan run;
        run.name = "run " + std::to_string(i + 1);
        run.start = paths[i].front();
        plan.runs.push_back(std::move(run));
        experiment->trajectories.push_back(recorded(std::move(paths[i])));
    }
    experiment->play_s = play_s;
    experiment->duration_s = play_s + 1;
    return experiment;
}

/// A path of `steps` steps along part of a circle.
inline std::vector<Vec2> arc(
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
