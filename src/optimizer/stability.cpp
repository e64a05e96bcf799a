#include "optimizer/stability.hpp"

#include "optimizer/ending.hpp"

namespace thalweg::optimizer {

namespace {

/// What follows an event that a smaller learning rate may prevent. The limit of a rule that adapts
/// holds where it rests, and tells nothing of what made a run leave.
std::string rate_note(const surface::Surface& surface, const OptimizerSpec& optimizer, Vec2 at,
    std::string_view where)
{
    if (optimizer.facts.learning_rate == 0)
        return "";
    const auto critical = repelling_learning_rate(surface, *optimizer.rule, at);
    return fmt::format("; the critical learning rate {} is {}", where,
        critical ? fmt::format("{:.2g}", *critical) : "not known");
}

} // namespace

double sharpness(const surface::Surface& surface, Vec2 p)
{
    return eigenvalues(hessian(surface.jet(p))).high;
}

double smallest_eigenvalue(const surface::Surface& surface, Vec2 p)
{
    return eigenvalues(hessian(surface.jet(p))).low;
}

double condition_number(const surface::Surface& surface, Vec2 p)
{
    const auto [low, high] = eigenvalues(hessian(surface.jet(p)));
    const double a = std::abs(low), b = std::abs(high);
    return std::max(a, b) / std::min(a, b);
}

std::vector<double> along(const surface::Surface& surface, std::span<const Vec2> path,
    double (*number)(const surface::Surface&, Vec2))
{
    std::vector<double> list;
    list.reserve(path.size());
    for (const Vec2 p : path)
        list.push_back(number(surface, p));
    return list;
}

std::optional<double> critical_learning_rate(
    const surface::Surface& surface, const Optimizer& rule, Vec2 p)
{
    const auto limit = rule.stability_limit();
    if (!limit)
        return std::nullopt;
    const double curvature = sharpness(surface, p) + limit->weight_decay;
    return curvature > 0 && std::isfinite(curvature) ? std::optional(limit->product / curvature)
                                                     : std::nullopt;
}

std::optional<double> repelling_learning_rate(
    const surface::Surface& surface, const Optimizer& rule, Vec2 p)
{
    const auto limit = rule.stability_limit();
    return limit && !limit->adapts ? critical_learning_rate(surface, rule, p) : std::nullopt;
}

std::optional<TwoCycle> find_two_cycle(const Trajectory& run)
{
    constexpr double kClosed = 1e-6; // of the step
    constexpr std::size_t kLeastSteps = 20;
    if (run.outcome != Outcome::running || run.points.size() < kLeastSteps + 2)
        return std::nullopt;
    const auto comes_back = [&](std::size_t k) {
        const Vec2 two_before = run.points[k - 2], before = run.points[k - 1], now = run.points[k];
        return !hardly_moved(before, now)
            && distance(now, two_before) <= kClosed * distance(now, before);
    };
    std::size_t since = run.points.size() - 1;
    while (since >= 2 && comes_back(since))
        --since;
    if (since + kLeastSteps >= run.points.size())
        return std::nullopt;
    return TwoCycle{
        run.points[run.points.size() - 2], run.points.back(), static_cast<int>(since) - 1};
}

std::string stability_note(
    const surface::Surface& surface, const OptimizerSpec& optimizer, const Trajectory& run)
{
    if (run.outcome == Outcome::undefined)
        return fmt::format(
            "leaves the region where the surface is defined, at step {}", run.ended_at);
    if (run.outcome == Outcome::diverged)
        return fmt::format("diverges at step {}{}", run.ended_at,
            rate_note(surface, optimizer, run.points.front(), "at the start"));
    // A recorded run may pause and go on; its rule is not known.
    const auto cycle = optimizer.path ? std::nullopt : find_two_cycle(run);
    if (!cycle)
        return "";
    const auto& [one, other, since] = *cycle;
    return fmt::format("jumps between ({:.4g}, {:.4g}) and ({:.4g}, {:.4g}) from step {} on{}",
        one.x, one.y, other.x, other.y, since,
        rate_note(surface, optimizer, 0.5 * (one + other), "between them"));
}

} // namespace thalweg::optimizer
