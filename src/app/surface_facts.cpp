#include "app/surface_facts.hpp"

#include "surface/critical_points.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace thalweg::app {

namespace {

/// More of one kind than this are counted, not listed.
constexpr std::ptrdiff_t kListed = 9;

/// Negative zero and what is only rounding print as 0.
double tidy(double v)
{
    return std::abs(v) < 1e-12 ? 0 : v;
}

std::string point_text(Vec2 p)
{
    return fmt::format("({:.7g}, {:.7g})", tidy(p.x), tidy(p.y));
}

std::string range_text(Range r)
{
    return fmt::format("[{:.7g}, {:.7g}]", r.lo, r.hi);
}

std::string critical_text(const surface::CriticalPoint& point)
{
    return fmt::format("{}, f = {:.6g}", point_text(point.at), tidy(point.value));
}

/// What was found, and what is known beyond that: minima on the domain's edge, points at kinks.
std::vector<surface::CriticalPoint> all_points(
    const surface::Surface& surface, const surface::CriticalPoints& found)
{
    const surface::SurfaceFacts& facts = surface.facts();
    std::vector<surface::CriticalPoint> points = found.points;
    const double same = 1e-6 * facts.domain.width();
    for (const Vec2 p : facts.minima)
        surface::add_unless_near(
            points, {surface::CriticalKind::minimum, p, surface.value(p)}, same);
    for (const surface::CriticalPoint& point : facts.critical_points)
        surface::add_unless_near(points, point, same);
    std::ranges::stable_sort(points, {}, &surface::CriticalPoint::value);
    return points;
}

void add_points(
    std::vector<ReferencePage::Fact>& facts, const std::vector<surface::CriticalPoint>& points)
{
    for (const surface::CriticalKind kind :
        {surface::CriticalKind::minimum, surface::CriticalKind::saddle,
            surface::CriticalKind::maximum, surface::CriticalKind::degenerate}) {
        const std::string name(surface::name_of(kind));
        const auto count = std::ranges::count(points, kind, &surface::CriticalPoint::kind);
        std::ptrdiff_t listed = 0;
        for (const surface::CriticalPoint& point : points)
            if (point.kind == kind && (count <= kListed || listed < 1)) {
                facts.push_back({name, critical_text(point)});
                ++listed;
            }
        if (count > listed)
            facts.push_back({name, fmt::format("... and {} more", count - listed)});
    }
}

std::string certificate(const surface::CriticalPoints& found)
{
    const std::string count = fmt::format(
        "{} critical point{}", found.points.size(), found.points.size() == 1 ? "" : "s");
    return found.complete()
        ? count + " in the domain, proven to be all"
        : fmt::format("{} proven in the domain; {} place{} left where the proof "
                      "stops",
            count, found.uncertified.size(), found.uncertified.size() == 1 ? " is" : "s are");
}

} // namespace

std::vector<ReferencePage::Fact> surface_facts(const surface::Surface& surface)
{
    const surface::SurfaceFacts& known = surface.facts();
    std::vector<ReferencePage::Fact> facts{{"formula", known.formula}, {"source", known.source},
        {"domain",
            fmt::format("x {}, y {}", range_text(known.domain.x), range_text(known.domain.y))},
        {"start", point_text(known.start)}};
    const surface::CriticalPoints found = surface.has_bounds()
        ? surface::find_critical_points(surface, known.domain)
        : surface::CriticalPoints{};
    if (!found.points.empty())
        facts.push_back({"certified", certificate(found)});
    add_points(facts, all_points(surface, found));
    return facts;
}

} // namespace thalweg::app
