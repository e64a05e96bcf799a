#include "panel/contour/run_vectors.hpp"

#include "core/jet.hpp"
#include "core/solve.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

using optimizer::Trajectory;

/// A value of each entry, at a fractional one; the last is kept.
template <class Value>
auto between(double step, const Trajectory& path, const Value& value)
{
    const double at = std::clamp<double>(step, 0, path.steps());
    const auto k = static_cast<std::size_t>(at);
    const double t = at - std::floor(at);
    return t > 0 ? (1 - t) * value(k) + t * value(k + 1) : value(k);
}

/// Of the step that follows an entry.
double rate_after(const Trajectory& path, std::size_t entry)
{
    return path.learning_rates[std::min(entry + 1, path.learning_rates.size() - 1)];
}

Vec2 step_after(const Trajectory& path, std::size_t entry)
{
    return entry + 1 < path.points.size() ? path.points[entry + 1] - path.points[entry] : Vec2{};
}

} // namespace

std::optional<Vec2> vector_at(
    const experiment::Experiments& experiments, std::size_t run, HeadVector kind, double step)
{
    const Trajectory& path = experiments.trajectory(run);
    const surface::Surface& f = *experiments.of_run(run).plan.surface;
    const Vec2 at = experiment::position_at(path, step);
    switch (kind) {
    case HeadVector::gradient: {
        const Vec2 g = f.slope(at).gradient;
        const double rate
            = between(step, path, [&](std::size_t entry) { return rate_after(path, entry); });
        return is_finite(g) ? std::optional(-rate * g) : std::nullopt;
    }
    case HeadVector::velocity:
        if (path.velocities.empty())
            return std::nullopt;
        return between(step, path, [&](std::size_t entry) { return path.velocities[entry]; });
    case HeadVector::step:
        return between(step, path, [&](std::size_t entry) { return step_after(path, entry); });
    case HeadVector::newton: {
        const Jet<double> jet = f.jet(at);
        const auto toward = solve(hessian(jet), -gradient(jet));
        return toward && is_finite(*toward) ? toward : std::nullopt;
    }
    case HeadVector::line_search:
        break; // has no one direction
    }
    return std::nullopt;
}

Vec2 seen_on(const Projection& project, Vec2 displacement)
{
    return {displacement.x * project.units_per_x(), -displacement.y * project.units_per_y()};
}

double motion_at(const experiment::Experiments& experiments, std::size_t run, double step,
    const Projection& home)
{
    const Trajectory& path = experiments.trajectory(run);
    return between(step, path, [&](std::size_t entry) {
        const std::size_t last = path.points.size() - 1;
        const Vec2 moves = step_after(path, entry == last && last > 0 ? last - 1 : entry);
        const Vec2 velocity = path.velocities.empty() ? Vec2{} : path.velocities[entry];
        return std::max(norm(seen_on(home, moves)), norm(seen_on(home, velocity)));
    });
}

double usual_step(
    const experiment::Experiments& experiments, std::size_t run, const Projection& home)
{
    const Trajectory& path = experiments.trajectory(run);
    std::vector<double> lengths;
    double whole = 0;
    for (std::size_t k = 1; k < path.points.size(); ++k)
        if (home.view.contains(path.points[k - 1])) {
            const double length = norm(seen_on(home, path.points[k] - path.points[k - 1]));
            lengths.push_back(std::min(length, home.box.width() + home.box.height()));
            whole += lengths.back();
        }
    std::ranges::sort(lengths, std::greater());
    double walked = 0;
    for (const double length : lengths)
        if ((walked += length) >= 0.5 * whole)
            return length;
    return 0;
}

SearchLine search_line(const Trajectory& path, std::size_t entry)
{
    SearchLine line;
    if (entry == 0 || entry >= path.trials.size() || path.tried.empty())
        return line;
    const auto first = static_cast<std::size_t>(path.trials[entry - 1]);
    const auto count = static_cast<std::size_t>(path.trials[entry]) - first;
    line.from = path.points[entry - 1];
    line.tried = std::span(path.tried).subspan(first, count);
    if (std::ranges::find(line.tried, path.points[entry]) != line.tried.end())
        line.accepted = path.points[entry];
    return line;
}

} // namespace thalweg::panel
