#pragma once

#include "canvas/typesetter.hpp"
#include "panel/contour/action.hpp"
#include "support/experiments.hpp"

#include <random>

namespace thalweg::test {

/// A map of an experiment with all its runs, for tests of what moves on it.
struct MovingMap {
    MovingMap(experiment::ExperimentsPtr experiments, Box box,
        const experiment::TimePlan& time = {}, panel::CameraPlan plan = {})
        : context(context_of(experiments, time))
        , camera(std::make_shared<const panel::Camera>(
              std::move(plan), experiments->all.front().plan.domain, context))
        , map(box)
    {
        for (std::size_t run = 0; run < experiments->run_count(); ++run)
            runs.push_back(run);
    }

    panel::MapAction action()
    {
        return panel::MapAction({.context = context,
            .runs = runs,
            .trail = trail,
            .camera = camera,
            .placement = {.inner = map,
                .outer = grown(map, 20),
                .setting = {.format = format, .metrics = type}}});
    }

    panel::Context context;
    std::shared_ptr<const panel::Camera> camera;
    Box map;
    std::vector<std::size_t> runs{};
    panel::TrailPlan trail{};
    canvas::Format format{};
    canvas::Typesetter type{};
};

/// A path that wanders over Rosenbrock's domain from (-1.5, 1.5).
inline std::vector<Vec2> wandering(unsigned seed, double step, int steps)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> any(-1, 1);
    std::vector<Vec2> path;
    Vec2 at{-1.5, 1.5};
    double angle = 3 * any(random);
    for (int k = 0; k <= steps; ++k) {
        path.push_back(at);
        angle += 0.25 * any(random);
        const Vec2 next = at + step * Vec2{std::cos(angle), std::sin(angle)};
        const Box room{{-1.9, 1.9}, {-0.9, 2.9}};
        if (!room.contains(next))
            angle += 2;
        at = room.clamp(next);
    }
    return path;
}

/// A path that jumps to and fro across a line.
inline std::vector<Vec2> zigzag(Vec2 from, Vec2 to, Vec2 amplitude, int steps)
{
    std::vector<Vec2> path;
    for (int k = 0; k <= steps; ++k)
        path.push_back(
            lerp(from, to, static_cast<double>(k) / steps) + (k % 2 == 0 ? 1.0 : -1.0) * amplitude);
    return path;
}

} // namespace thalweg::test
