#include "optimizer/run.hpp"

#include "core/interrupt.hpp"
#include "core/math.hpp"
#include "optimizer/ending.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::optimizer {

namespace {

/// The norm of a gradient, also where its square is too large for a number.
double size_of(Vec2 gradient)
{
    const double size = norm(gradient);
    return std::isinf(size) ? thalweg::hypot(gradient.x, gradient.y) : size;
}

/// What a step is made with.
struct Maker {
    const surface::Surface& surface;
    const Probe& probe;
    const Optimizer& rule;
};

void record(Trajectory& path, const Maker& by, Vec2 x, double learning_rate)
{
    path.points.push_back(x);
    path.losses.push_back(by.surface.value(x));
    path.gradient_norms.push_back(size_of(by.surface.slope(x).gradient));
    path.learning_rates.push_back(learning_rate);
    path.evaluations.push_back(by.probe.evaluations());
    path.trials.push_back(by.probe.trials());
    if (const auto velocity = by.rule.velocity(learning_rate))
        path.velocities.push_back(*velocity);
}

void drop_last(Trajectory& path)
{
    path.points.pop_back();
    path.losses.pop_back();
    path.gradient_norms.pop_back();
    path.learning_rates.pop_back();
    path.evaluations.pop_back();
    path.trials.pop_back();
    path.tried.resize(static_cast<std::size_t>(path.trials.back()));
    if (!path.velocities.empty())
        path.velocities.pop_back();
}

void end(Trajectory& path, Outcome outcome, int step)
{
    path.outcome = outcome;
    path.ended_at = step;
}

/// Whether the last step left the point where the surface is level.
bool at_rest(const Trajectory& path)
{
    const Vec2 now = path.points.back(), before = path.points[path.points.size() - 2];
    return path.gradient_norms.back() <= kRest && hardly_moved(before, now);
}

/// Ends a run that has stood still for long enough, at the step where it came to stand.
bool end_if_still(Trajectory& path)
{
    const auto n = path.points.size();
    if (n <= kStillSteps)
        return false;
    const auto before = path.points.end() - kStillSteps - 1;
    if (!std::all_of(before, path.points.end(), [&](Vec2 p) { return p == path.points.back(); }))
        return false;
    for (int i = 0; i < kStillSteps; ++i)
        drop_last(path);
    end(path, Outcome::converged, path.steps());
    return true;
}

/// Ends a run whose last point is lost.
bool end_if_lost(Trajectory& path, const Horizon& horizon)
{
    const bool is_far = !horizon.holds(path.points.back());
    if (!is_far && std::isfinite(path.losses.back()))
        return false;
    const int step = path.steps();
    const Outcome outcome = is_far ? Outcome::diverged : Outcome::undefined;
    if (!is_finite(path.points.back()) || !std::isfinite(path.losses.back()))
        drop_last(path);
    end(path, outcome, step);
    return true;
}

bool end_if_at_rest(Trajectory& path)
{
    if (!at_rest(path))
        return end_if_still(path);
    end(path, Outcome::converged, path.steps());
    return true;
}

} // namespace

std::size_t most_steps(
    const surface::Surface& surface, const OptimizerSpec& optimizer, const RunOptions& options)
{
    const auto steps = static_cast<std::size_t>(options.steps);
    if (optimizer.path)
        return std::min(steps, optimizer.path->size() - 1);
    const auto* data = dynamic_cast<const surface::DataSurface*>(&surface);
    return data && options.budget == Budget::evaluations
        ? steps * batches_an_epoch(data->samples(), optimizer.chance.batches)
        : steps;
}

Trajectory run(const surface::Surface& surface, const OptimizerSpec& optimizer, Vec2 start,
    const RunOptions& options)
{
    Trajectory path;
    const Horizon horizon(surface.facts().domain);
    Probe probe(surface, options.gradient, optimizer.chance);
    probe.keep_trials(path.tried);
    const auto rule = optimizer.rule->fresh();
    const Maker maker{surface, probe, *rule};
    const int steps = static_cast<int>(most_steps(surface, optimizer, options));

    record(path, maker, start, optimizer.learning_rate(0, steps));
    if (!std::isfinite(path.losses.back())) {
        path.note = "the surface has no finite value at the start";
        end(path, Outcome::stopped, 0);
        return path;
    }
    for (int k = 0; k < steps; ++k) {
        if (k % 1024 == 0)
            check_interrupt();
        const double learning_rate = optimizer.learning_rate(k, steps);
        const Vec2 next = rule->step(probe, path.points.back(), learning_rate);
        if (!rule->stopped().empty()) {
            path.note = rule->stopped();
            end(path, Outcome::stopped, k);
            return path;
        }
        record(path, maker, next, learning_rate);
        // A recorded path may pause and go on.
        if (end_if_lost(path, horizon) || (!optimizer.path && end_if_at_rest(path)))
            return path;
        if (options.budget == Budget::evaluations && probe.evaluations() >= options.steps)
            break;
    }
    end(path, Outcome::running, path.steps());
    return path;
}

} // namespace thalweg::optimizer
