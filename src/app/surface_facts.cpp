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

std::string critical_text(const CriticalPoint& point)
{
    return fmt::format("{}, f = {:.6g}", point_text(point.at), tidy(point.value));
}

/// What was found, and what is known beyond that: minima on the domain's edge, points at kinks.
std::vector<CriticalPoint> all_points(const Surface& surface, const CriticalPoints& found)
{
    const SurfaceFacts& facts = surface.facts();
    std::vector<CriticalPoint> points = found.points;
    const double same = 1e-6 * facts.domain.width();
    for (const Vec2 p : facts.minima)
        add_unless_near(points, {CriticalKind::minimum, p, surface.value(p)}, same);
    for (const CriticalPoint& point : facts.critical_points)
        add_unless_near(points, point, same);
    std::ranges::stable_sort(points, {}, &CriticalPoint::value);
    return points;
}

void add_points(std::vector<ReferencePage::Fact>& facts, const std::vector<CriticalPoint>& points)
{
    for (const CriticalKind kind : {CriticalKind::minimum, CriticalKind::saddle,
             CriticalKind::maximum, CriticalKind::degenerate}) {
        const std::string name(name_of(kind));
        const auto count = std::ranges::count(points, kind, &CriticalPoint::kind);
        std::ptrdiff_t listed = 0;
        for (const CriticalPoint& point : points)
            if (point.kind == kind && (count <= kListed || listed < 1)) {
                facts.push_back({name, critical_text(point)});
                ++listed;
            }
        if (count > listed)
            facts.push_back({name, fmt::format("... and {} more", count - listed)});
    }
}

std::string certificate(const CriticalPoints& found)
{
    const std::string count = fmt::format(
        "{} critical point{}", found.points.size(), found.points.size() == 1 ? "" : "s");
    return found.complete() ? count + " in the domain, proven to be all"
                            : count + " proven in the domain; elsewhere in it the proof stops";
}

} // namespace

std::vector<ReferencePage::Fact> surface_facts(const Surface& surface)
{
    const SurfaceFacts& known = surface.facts();
    std::vector<ReferencePage::Fact> facts{{"formula", known.formula}, {"source", known.source},
        {"domain",
            fmt::format("x {}, y {}", range_text(known.domain.x), range_text(known.domain.y))},
        {"start", point_text(known.start)}};
    const CriticalPoints found
        = surface.has_bounds() ? find_critical_points(surface, known.domain) : CriticalPoints{};
    if (!found.points.empty())
        facts.push_back({"certified", certificate(found)});
    add_points(facts, all_points(surface, found));
    return facts;
}

} // namespace thalweg::app
