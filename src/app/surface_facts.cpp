#include "app/surface_facts.hpp"

#include "canvas/math/linear.hpp"
#include "core/utf8.hpp"
#include "surface/critical_points.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace thalweg::app {

namespace {

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
    const surface::Surface& surface, const Box& domain, const surface::CriticalPoints& found)
{
    const surface::SurfaceFacts& facts = surface.facts();
    std::vector<surface::CriticalPoint> points = found.points;
    const double same = 1e-6 * domain.width();
    for (const Vec2 p : facts.minima)
        if (domain.contains(p))
            surface::add_unless_near(
                points, {surface::CriticalKind::minimum, p, surface.value(p)}, same);
    for (const surface::CriticalPoint& point : facts.critical_points)
        if (domain.contains(point.at))
            surface::add_unless_near(points, point, same);
    std::ranges::stable_sort(points, {}, &surface::CriticalPoint::value);
    return points;
}

void add_points(std::vector<ReferencePage::Fact>& facts,
    const std::vector<surface::CriticalPoint>& points, std::ptrdiff_t most)
{
    for (const surface::CriticalKind kind :
        {surface::CriticalKind::minimum, surface::CriticalKind::saddle,
            surface::CriticalKind::maximum, surface::CriticalKind::degenerate}) {
        const std::string name(surface::name_of(kind));
        const auto count = std::ranges::count(points, kind, &surface::CriticalPoint::kind);
        std::ptrdiff_t listed = 0;
        for (const surface::CriticalPoint& point : points)
            if (point.kind == kind && (count <= most || listed < 1)) {
                facts.push_back({name, critical_text(point)});
                ++listed;
            }
        if (count > listed)
            facts.push_back({name, fmt::format("... and {} more", count - listed)});
    }
}

std::string counted(std::size_t count, std::string_view thing, std::string_view plural)
{
    return fmt::format("{} {}", count, count == 1 ? thing : plural);
}

double area(const Box& box)
{
    return box.width() * box.height();
}

/// What is proven, and what is left.
std::string certificate(
    const surface::Surface& surface, const Box& domain, const surface::CriticalPoints& found)
{
    const std::string count = counted(found.points.size(), "critical point", "critical points");
    if (!surface.has_bounds())
        return count + " of the interpolation; nothing is proven between measured values";
    if (found.complete())
        return count + " in the domain, proven to be all";
    double undecided = 0;
    for (const Box& box : found.uncertified)
        undecided += area(box) / area(domain);
    const std::string share
        = undecided < 1e-5 ? "less than 0.001" : fmt::format("{:.2g}", 100 * undecided);
    return fmt::format("{} proven; {} undecided, {} % of the domain", count,
        counted(found.uncertified.size(), "box", "boxes"), share);
}

/// The largest of the boxes where nothing is proven.
std::string undecided_text(const surface::CriticalPoints& found)
{
    const Box& box = *std::ranges::max_element(found.uncertified, {}, area);
    return fmt::format("x {}, y {}{}", range_text(box.x), range_text(box.y),
        found.uncertified.size() == 1 ? "" : ", the largest one");
}

} // namespace

std::vector<ReferencePage::Fact> surface_facts(
    const surface::Surface& surface, const Box& domain, std::ptrdiff_t most)
{
    const surface::SurfaceFacts& known = surface.facts();
    std::vector<ReferencePage::Fact> facts{{"formula", canvas::linear_text(known.formula)},
        {"source", known.source},
        {"domain", fmt::format("x {}, y {}", range_text(domain.x), range_text(domain.y))},
        {"start", point_text(known.start)}};
    if (known.formula.empty()) // an own one that is not written yet
        return facts;
    const surface::CriticalPoints found = surface::find_critical_points(surface, domain);
    facts.push_back({"certified", certificate(surface, domain, found)});
    if (surface.has_bounds() && !found.complete())
        facts.push_back({"undecided", undecided_text(found)});
    add_points(facts, all_points(surface, domain, found), most);
    return facts;
}

std::vector<ReferencePage> surface_pages(const scene::Scene& scene)
{
    constexpr std::ptrdiff_t kAll = std::numeric_limits<std::ptrdiff_t>::max();
    std::vector<ReferencePage> pages;
    for (const experiment::ExperimentPlan& one : scene.experiments) {
        ReferencePage page{.name = one.surface_kind,
            .summary = fmt::format("the surface of {}{}{}", printable(scene.path),
                one.name.empty() ? "" : ", ", one.name),
            .facts = surface_facts(*one.surface, one.domain, kAll),
            .options = {}};
        // The surface's own, not where the scene's runs start.
        std::erase_if(page.facts, [](const auto& fact) { return fact.name == "start"; });
        pages.push_back(std::move(page));
    }
    return pages;
}

} // namespace thalweg::app
