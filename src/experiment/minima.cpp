#include "experiment/minima.hpp"

#include "surface/critical_points.hpp"

#include <algorithm>

namespace thalweg::experiment {

namespace {

constexpr double kSame = 1e-6; // of the domain's width: nearer points are one
constexpr double kEqual = 1e-9; // of the greatest minimum's size: closer values are one

/// From the lowest up.
std::vector<surface::CriticalPoint> all_minima(const surface::Surface& f, const Box& domain)
{
    std::vector<surface::CriticalPoint> points = surface::find_critical_points(f, domain).points;
    for (const surface::CriticalPoint& known : f.facts().critical_points)
        surface::add_unless_near(points, known, kSame * domain.width());
    std::erase_if(points, [](const surface::CriticalPoint& point) {
        return point.kind != surface::CriticalKind::minimum;
    });
    std::ranges::sort(points, {}, &surface::CriticalPoint::value);
    return points;
}

} // namespace

Minima find_minima(const surface::Surface& f, const Box& domain)
{
    Minima minima{.global = f.facts().minima};
    const std::vector<surface::CriticalPoint> all = all_minima(f, domain);
    if (all.empty())
        return minima;
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
