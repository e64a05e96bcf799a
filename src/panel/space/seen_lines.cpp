#include "panel/space/seen_lines.hpp"

#include "contour/trace.hpp"
#include "core/polyline.hpp"
#include "panel/contour/contour_lines.hpp"
#include "panel/space/draped_path.hpp"

#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kSpacing = 1.5, kFlatness = 0.05; // of points on lines, in line units
constexpr double kTolerance = 0.1; // of lines, in line units
constexpr double kSteady = 0.85; // steps of strength that a line may be off before it changes

/// Points of a ring in the domain, so near to each other that lines between them lie on the ground.
std::vector<Vec2> points_of(const contour::Ring& ring, const Box& domain, double spacing)
{
    std::vector<Vec2> points;
    for (const contour::Bezier& bezier : ring.beziers) {
        const double length = distance(bezier.p[0], bezier.p[1])
            + distance(bezier.p[1], bezier.p[2]) + distance(bezier.p[2], bezier.p[3]);
        const int count = 1 + static_cast<int>(length / spacing);
        for (int i = 0; i < count; ++i)
            points.push_back(domain.clamp(bezier.at(static_cast<double>(i) / count)));
    }
    if (!ring.beziers.empty())
        points.push_back(domain.clamp(ring.beziers.back().p[3]));
    return points;
}

} // namespace

int line_strength(double spacing, double line, std::optional<int> before)
{
    const double exact = kLineStrengths * crowding_factor(spacing / line);
    if (before && std::abs(exact - *before) < kSteady)
        return *before;
    return static_cast<int>(std::lround(exact));
}

std::vector<LinePart> seen_lines(const experiment::Experiment& experiment, const Terrain& terrain,
    const SpaceView& view, double line, int jobs)
{
    const Box& domain = terrain.box().domain();
    const double per_unit = view.scale / std::max(domain.width(), domain.height());
    const std::vector<contour::LevelSet> sets = contour::trace_levels(
        *experiment.plan.surface, domain, experiment.levels, kTolerance * line / per_unit, jobs);
    std::vector<LinePart> parts;
    const auto add = [&](std::size_t level, int strength, const std::vector<Vec3>& points) {
        if (strength == 0)
            return;
        for (const PathPart& part : visible_parts(points, terrain, view)) {
            LinePart seen{
                .level = level, .strength = static_cast<double>(strength) / kLineStrengths};
            for (const std::size_t i : simplify(part.points, kFlatness * line))
                seen.points.push_back(part.points[i]);
            parts.push_back(std::move(seen));
        }
    };
    for (std::size_t k = 0; k < sets.size(); ++k)
        for (const contour::Ring& ring : sets[k].rings) {
            std::vector<Vec3> points; // of one strength
            int strength = 0;
            for (const Vec2 p : points_of(ring, domain, kSpacing * line / per_unit)) {
                const Vec3 place = terrain.place(p);
                const double spacing = level_spacing(terrain.slopes_near(p), view, place);
                const int here = points.empty() ? line_strength(spacing, line)
                                                : line_strength(spacing, line, strength);
                points.push_back(place);
                if (here == strength)
                    continue;
                add(k + 1, strength, points);
                points.assign(1, place);
                strength = here;
            }
            add(k + 1, strength, points);
        }
    return parts;
}

} // namespace thalweg::panel
