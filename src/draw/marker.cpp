#include "draw/marker.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace thalweg {

namespace {

constexpr double kPi = std::numbers::pi;

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

std::vector<Vec2> cross()
{
    const double a = 0.42, b = 1.2;
    std::vector<Vec2> points{{-a, -b}, {a, -b}, {a, -a}, {b, -a}, {b, a}, {a, a}, {a, b}, {-a, b},
        {-a, a}, {-b, a}, {-b, -a}, {-a, -a}};
    const double c
        = std::numbers::sqrt2 / 2; // a diagonal cross: an upright one reads as a cross-hair
    for (Vec2& p : points)
        p = {c * (p.x - p.y), c * (p.x + p.y)};
    return points;
}

const std::vector<Vec2>& outline(MarkerShape shape)
{
    static const std::array<std::vector<Vec2>, 8> kOutlines
        = {std::vector<Vec2>{}, polygon(4, kPi / 4), polygon(3, -kPi / 2), polygon(4, 0),
            polygon(3, kPi / 2), polygon(5, -kPi / 2), star(), cross()};
    return kOutlines[static_cast<std::size_t>(shape)];
}

void add_polygon(Canvas& canvas, std::span<const Vec2> points, Vec2 center, double radius)
{
    cairo_new_sub_path(canvas.cr());
    for (const Vec2 p : points)
        cairo_line_to(canvas.cr(), center.x + radius * p.x, center.y + radius * p.y);
    cairo_close_path(canvas.cr());
}

constexpr double kEdgeShare
    = 0.55; // of the radius: the width of the edge's stroke, half of it hidden by the fill

} // namespace

MarkerShape marker_shape(std::size_t run)
{
    return static_cast<MarkerShape>(run % 8);
}

std::span<const double> dash_pattern(std::size_t run)
{
    static constexpr std::array<double, 2> kDashed{5, 3.5}, kDotted{0.01, 3}, kLong{10, 4};
    static constexpr std::array<double, 4> kDashDot{7, 3, 0.01, 3};
    static constexpr std::array<std::span<const double>, 5> kPatterns{
        std::span<const double>{}, kDashed, kDotted, kDashDot, kLong};
    return kPatterns[run % kPatterns.size()];
}

void draw_marker(Canvas& canvas, MarkerShape shape, Vec2 center, double radius, const Color& fill,
    const Color& edge)
{
    const auto add = [&] {
        if (shape == MarkerShape::circle)
            canvas.circle(center, radius);
        else
            add_polygon(canvas, outline(shape), center, radius);
    };
    add();
    canvas.stroke(edge, 2 * kEdgeShare * radius);
    add();
    canvas.fill(fill);
}

void draw_edge_arrow(
    Canvas& canvas, Vec2 tip, Vec2 direction, double size, const Color& fill, const Color& edge)
{
    const Vec2 side{-direction.y, direction.x}, base = tip - size * direction;
    const std::array<Vec2, 4> points{
        tip, base + 0.6 * size * side, base + 0.3 * size * direction, base - 0.6 * size * side};
    add_polygon(canvas, points, {}, 1);
    canvas.stroke(edge, kEdgeShare * size);
    add_polygon(canvas, points, {}, 1);
    canvas.fill(fill);
}

} // namespace thalweg
