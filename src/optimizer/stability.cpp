#include "optimizer/stability.hpp"

namespace thalweg::optimizer {

double sharpness(const surface::Surface& surface, Vec2 p)
{
    return eigenvalues(hessian(surface.jet(p))).high;
}

std::vector<double> sharpness_along(const surface::Surface& surface, std::span<const Vec2> path)
{
    std::vector<double> list;
    list.reserve(path.size());
    for (const Vec2 p : path)
        list.push_back(sharpness(surface, p));
    return list;
}

std::optional<double> critical_learning_rate(
    const surface::Surface& surface, const Optimizer& rule, Vec2 p)
{
    const auto limit = rule.stability_limit();
    const double curvature = sharpness(surface, p);
    return limit && curvature > 0 && std::isfinite(curvature) ? std::optional(*limit / curvature)
                                                              : std::nullopt;
}

std::string lost_note(
    const surface::Surface& surface, const OptimizerSpec& optimizer, const Trajectory& run)
{
    if (run.outcome == Outcome::undefined)
        return fmt::format(
            "leaves the region where the surface is defined, at step {}", run.ended_at);
    if (run.outcome != Outcome::diverged)
        return "";
    const std::string event = fmt::format("diverges at step {}", run.ended_at);
    const auto critical = critical_learning_rate(surface, *optimizer.rule, run.points.front());
    if (!critical)
        return event;
    return fmt::format("{}; the critical learning rate at the start is {:.2g}", event, *critical);
}

} // namespace thalweg::optimizer
