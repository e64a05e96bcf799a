#include "panel/contour/undefined_ground.hpp"

#include "contour/defined_edge.hpp"
#include "panel/contour/filled_contours.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace thalweg::panel {

namespace {

constexpr double kSpacing = 9, kHatchWidth = 0.7, kHatchAlpha = 0.4; // in line units
constexpr double kEdgeWidth = 1; // in line units
constexpr int kChords = 8; // of a curve, for hatching

/// Where a hatching line crosses a polygon: how far along it, and whether it enters from below (1)
/// or from above (-1).
struct Crossing {
    double along = 0;
    int turn = 0;
};

// A hatching line holds the points of one sum x + y; `along` it grows x - y.

/// Adds where the lines number `first` to `last` cross a side of a polygon.
void add_crossings(std::map<int, std::vector<Crossing>>& lines, Vec2 from, Vec2 until,
    double spacing, Range numbers)
{
    const double a = (from.x + from.y) / spacing, b = (until.x + until.y) / spacing;
    const Range reach{std::max(std::min(a, b), numbers.lo), std::min(std::max(a, b), numbers.hi)};
    for (int k = static_cast<int>(std::ceil(reach.lo)); k < reach.hi; ++k) {
        const double t = (k - a) / (b - a);
        lines[k].push_back({std::lerp(from.x - from.y, until.x - until.y, t), a < b ? 1 : -1});
    }
}

/// The parts of one line that lie inside.
void add_inside(canvas::Path& path, double sum, std::vector<Crossing>& crossings)
{
    std::ranges::sort(crossings, {}, &Crossing::along);
    const auto point = [&](double along) { return Vec2{0.5 * (sum + along), 0.5 * (sum - along)}; };
    int winding = 0;
    double entered = 0;
    for (const Crossing& crossing : crossings) {
        if (winding == 0)
            entered = crossing.along;
        winding += crossing.turn;
        if (winding == 0 && crossing.along > entered)
            path.add(canvas::Path::line(point(entered), point(crossing.along)));
    }
}

std::vector<Vec2> polygon_of(const contour::Outline& outline, const Projection& project)
{
    std::vector<Vec2> points;
    for (const contour::Bezier& curve : outline)
        for (int i = 0; i < kChords; ++i)
            points.push_back(project(curve.at(static_cast<double>(i) / kChords)));
    return points;
}

} // namespace

UndefinedGround find_undefined_ground(
    const surface::Surface& surface, const Box& box, double tolerance)
{
    if (surface.definedness(box) >= Definedness::defined)
        return {};
    return {contour::undefined_outlines(surface, box, tolerance),
        contour::domain_edge(surface, box, tolerance)};
}

canvas::Path hatching(
    const std::vector<std::vector<Vec2>>& polygons, const Box& box, double spacing)
{
    const Range numbers{(box.x.lo + box.y.lo) / spacing, (box.x.hi + box.y.hi) / spacing};
    std::map<int, std::vector<Crossing>> lines;
    for (const std::vector<Vec2>& polygon : polygons)
        for (std::size_t i = 0; i < polygon.size(); ++i)
            add_crossings(lines, polygon[i], polygon[(i + 1) % polygon.size()], spacing, numbers);
    canvas::Path path;
    for (auto& [number, crossings] : lines)
        add_inside(path, number * spacing, crossings);
    return path;
}

void draw_undefined_ground(
    canvas::Canvas& canvas, const Projection& project, const UndefinedGround& ground, double line)
{
    if (ground.outlines.empty())
        return;
    const canvas::Group group(canvas, "undefined");
    const canvas::Palette& palette = canvas.palette();
    canvas::Path blank, edge;
    std::vector<std::vector<Vec2>> polygons;
    for (const contour::Outline& outline : ground.outlines) {
        add_curves(blank, project, outline, true);
        polygons.push_back(polygon_of(outline, project));
    }
    for (const contour::Ring& ring : ground.edge)
        add_curves(edge, project, ring.beziers, ring.closed);
    canvas.fill(blank, palette.background);
    canvas.stroke(hatching(polygons, project.box, kSpacing * line),
        {.color = palette.muted.with_alpha(kHatchAlpha),
            .width = kHatchWidth * line,
            .cap = canvas::Cap::butt});
    canvas.stroke(edge, {.color = palette.muted, .width = kEdgeWidth * line});
}

} // namespace thalweg::panel
