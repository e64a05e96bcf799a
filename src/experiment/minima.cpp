#include "experiment/minima.hpp"

#include <algorithm>

namespace thalweg::experiment {

namespace {

constexpr double kSame = 1e-6; // of the domain's width: nearer points are one
constexpr double kEqual = 1e-9; // of the greatest minimum's size: closer values are one

} // namespace

std::vector<surface::CriticalPoint> all_critical_points(
    const surface::Surface& f, const Box& domain)
{
    std::vector<surface::CriticalPoint> points = surface::find_critical_points(f, domain).points;
    for (const surface::CriticalPoint& known : f.facts().critical_points)
        surface::add_unless_near(points, known, kSame * domain.width());
    return points;
}

Minima minima_among(
    std::vector<surface::CriticalPoint> all, const surface::Surface& f, const Box& domain)
{
    Minima minima{.global = f.facts().minima};
    std::erase_if(all, [](const surface::CriticalPoint& point) {
        return point.kind != surface::CriticalKind::minimum;
    });
    if (all.empty())
        return minima;
    std::ranges::sort(all, {}, &surface::CriticalPoint::value);
    const double lowest = all.front().value;
    const double size = std::max(std::abs(lowest), std::abs(all.back().value));
    const bool knows_global = !minima.global.empty();
    for (const surface::CriticalPoint& point : all) {
        const bool is_known = std::ranges::any_of(
            minima.global, [&](Vec2 p) { return distance(p, point.at) <= kSame * domain.width(); });
        if (is_known)
            continue;
        const bool is_lowest = !knows_global && point.value - lowest <= kEqual * size;
        (is_lowest ? minima.global : minima.local).push_back(point.at);
    }
    return minima;
}

} // namespace thalweg::experiment
