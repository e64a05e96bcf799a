#include "panel/marker.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace thalweg::panel {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kEdge = 2.0 / 5.5; ///< what is seen of a marker's edge, in its radius
constexpr double kArrowEdge = 0.2; ///< the same of an edge arrow, in its size

/// A regular polygon with the area of a circle of radius 1; `turn` is the angle of its first
/// corner.
std::vector<Vec2> polygon(int corners, double turn)
{
    const double n = corners, reach = std::sqrt(2 * kPi / (n * std::sin(2 * kPi / n)));
    std::vector<Vec2> points;
    for (int i = 0; i < corners; ++i)
        points.push_back(
            {reach * std::cos(turn + 2 * kPi * i / n), reach * std::sin(turn + 2 * kPi * i / n)});
    return points;
}

std::vector<Vec2> star()
{
    std::vector<Vec2> points;
    for (int i = 0; i < 10; ++i) {
        const double reach = i % 2 == 0 ? 1.5 : 0.72, angle = -kPi / 2 + kPi * i / 5;
        points.push_back({reach * std::cos(angle), reach * std::sin(angle)});
    }
    return points;
}

/// A diagonal cross: an upright one reads as a cross-hair.
std::vector<Vec2> cross()
{
    const double a = 0.42, b = 1.2;
    std::vector<Vec2> points{{-a, -b}, {a, -b}, {a, -a}, {b, -a}, {b, a}, {a, a}, {a, b}, {-a, b},
        {-a, a}, {-b, a}, {-b, -a}, {-a, -a}};
    const double c = std::numbers::sqrt2 / 2;
    for (Vec2& p : points)
        p = {c * (p.x - p.y), c * (p.x + p.y)};
    return points;
}

/// Corners around the origin for a circle of radius 1; none for the circle itself.
const std::vector<Vec2>& outline(MarkerShape shape)
{
    static const std::array<std::vector<Vec2>, 8> kOutlines
        = {std::vector<Vec2>{}, polygon(4, kPi / 4), polygon(3, -kPi / 2), polygon(4, 0),
            polygon(3, kPi / 2), polygon(5, -kPi / 2), star(), cross()};
    return kOutlines[static_cast<std::size_t>(shape)];
}

canvas::Path marker_path(MarkerShape shape, Vec2 center, double radius)
{
    if (shape == MarkerShape::circle)
        return canvas::Path::circle(center, radius);
    std::vector<Vec2> points;
    for (const Vec2 p : outline(shape))
        points.push_back(center + radius * p);
    return canvas::Path::polygon(points);
}

/// The edge lies half below the fill.
void draw_edged(canvas::Canvas& canvas, const canvas::Path& path, double edge_width,
    const Color& fill, const Color& edge)
{
    canvas.stroke(path, {.color = edge, .width = 2 * edge_width});
    canvas.fill(path, fill);
}

} // namespace

MarkerShape marker_shape(const experiment::Experiments& experiments, std::size_t run)
{
    return static_cast<MarkerShape>(experiments.identity(run) % 8);
}

std::span<const double> dash_pattern(const experiment::Experiments& experiments, std::size_t run)
{
    static constexpr std::array<double, 2> kDashed{5, 3.5}, kDotted{0.01, 3}, kLong{10, 4};
    static constexpr std::array<double, 4> kDashDot{7, 3, 0.01, 3};
    static constexpr std::array<std::span<const double>, 5> kPatterns{
        std::span<const double>{}, kDashed, kDotted, kDashDot, kLong};
    return kPatterns[experiments.identity(run) % kPatterns.size()];
}

Color run_color(
    const canvas::Palette& palette, const experiment::Experiments& experiments, std::size_t run)
{
    return experiments.run_plan(run).color.value_or(
        canvas::accent(palette, experiments.identity(run)));
}

void draw_marker(canvas::Canvas& canvas, MarkerShape shape, Vec2 center, double radius,
    const Color& fill, const Color& edge)
{
    draw_edged(canvas, marker_path(shape, center, radius), kEdge * radius, fill, edge);
}

Box marker_extent(MarkerShape shape)
{
    return marker_path(shape, {0, 0}, 1).extent();
}

void draw_edge_arrow(canvas::Canvas& canvas, Vec2 tip, Vec2 direction, double size,
    const Color& fill, const Color& edge)
{
    const Vec2 side{-direction.y, direction.x}, base = tip - size * direction;
    const std::array<Vec2, 4> points{
        tip, base + 0.6 * size * side, base + 0.3 * size * direction, base - 0.6 * size * side};
    draw_edged(canvas, canvas::Path::polygon(points), kArrowEdge * size, fill, edge);
}

} // namespace thalweg::panel
