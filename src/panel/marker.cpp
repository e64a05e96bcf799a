#include "panel/marker.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

namespace thalweg::panel {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kEdge = 2.0 / 5.5; ///< what is seen of a marker's edge, in its radius
constexpr double kHollowLine = 0.42; ///< of a marker that is not solid, in its radius
constexpr std::size_t kShapes = 8;
constexpr std::size_t kTurn = 3; ///< accents by which a shape moves on once all have been used
constexpr double kArrowEdge = 0.2; ///< the same of an edge arrow, in its size

/// A regular polygon with the area of a circle of radius 1; `turn` is the angle of its first
/// corner.
std::vector<Vec2> polygon(int corners, double turn)
{
    const double n = corners, reach = std::sqrt(2 * kPi / (n * thalweg::sin(2 * kPi / n)));
    std::vector<Vec2> points;
    for (int i = 0; i < corners; ++i)
        points.push_back({reach * thalweg::cos(turn + 2 * kPi * i / n),
            reach * thalweg::sin(turn + 2 * kPi * i / n)});
    return points;
}

std::vector<Vec2> star()
{
    std::vector<Vec2> points;
    for (int i = 0; i < 10; ++i) {
        const double reach = i % 2 == 0 ? 1.5 : 0.72, angle = -kPi / 2 + kPi * i / 5;
        points.push_back({reach * thalweg::cos(angle), reach * thalweg::sin(angle)});
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
    static const std::array<std::vector<Vec2>, kShapes> kOutlines
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

/// A line of the run's colour around the edge's; the left half of it filled where that is wanted.
void draw_hollow(canvas::Canvas& canvas, const Mark& mark, Vec2 center, const MarkerLook& look)
{
    const double line = kHollowLine * look.radius;
    const canvas::Path path = marker_path(mark.shape, center, look.radius - 0.5 * line);
    draw_edged(canvas, path, kEdge * look.radius + 0.5 * line, look.edge, look.edge);
    if (mark.fill == MarkerFill::half) {
        const Box all = grown(path.extent(), line);
        const canvas::Clip left(canvas, {{all.x.lo, center.x}, all.y});
        canvas.fill(path, look.fill);
    }
    canvas.stroke(path, {.color = look.fill, .width = line});
}

/// Figures are tabular: every digit has this width, in the size of the text.
constexpr double kDigit = 0.572, kBesideDigits = 0.3, kDiscHeight = 1.24;

Box disc_around(std::size_t number, double size)
{
    const double digits = static_cast<double>(std::to_string(number).size());
    const double half_height = 0.5 * kDiscHeight * size;
    const double half_width = std::max(half_height, (0.5 * kDigit * digits + kBesideDigits) * size);
    return {{-half_width, half_width}, {-half_height, half_height}};
}

canvas::Path disc_path(std::size_t number, Vec2 center, double size)
{
    const Box disc = disc_around(number, size);
    return canvas::Path::rounded_box({{center.x + disc.x.lo, center.x + disc.x.hi},
                                         {center.y + disc.y.lo, center.y + disc.y.hi}},
        disc.y.hi);
}

void draw_number(canvas::Canvas& canvas, std::size_t number, Vec2 center, const MarkerLook& look)
{
    const canvas::Palette& palette = canvas.palette();
    draw_edged(canvas, disc_path(number, center, look.number_size), kEdge * look.radius, look.fill,
        look.edge);
    const bool is_dark_disc
        = contrast_ratio(palette.background, look.fill) < contrast_ratio(palette.text, look.fill);
    canvas.text(std::to_string(number),
        {.size = look.number_size,
            .color = is_dark_disc ? palette.text : palette.background,
            .halo = {.color = look.fill, .width = 0.5}},
        {.at = center, .x = canvas::AlignX::center, .y = canvas::AlignY::middle});
}

} // namespace

Mark mark_of(const experiment::Experiments& experiments, std::size_t run)
{
    const std::size_t identity = experiments.identity(run);
    if (experiments.distinct > kDistinctMarks)
        return {.accent = identity, .number = identity + 1};
    const std::size_t round = identity / kShapes;
    return {.shape = static_cast<MarkerShape>(identity % kShapes),
        .fill = static_cast<MarkerFill>(round),
        .accent = identity + kTurn * round};
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
        canvas::accent(palette, mark_of(experiments, run).accent));
}

void draw_mark(canvas::Canvas& canvas, const Mark& mark, Vec2 center, const MarkerLook& look)
{
    if (mark.number)
        draw_number(canvas, *mark.number, center, look);
    else if (mark.fill == MarkerFill::solid)
        draw_edged(canvas, marker_path(mark.shape, center, look.radius), kEdge * look.radius,
            look.fill, look.edge);
    else
        draw_hollow(canvas, mark, center, look);
}

void draw_mark_outline(
    canvas::Canvas& canvas, const Mark& mark, Vec2 center, const MarkerLook& look)
{
    const double line = kHollowLine * look.radius;
    const double radius = look.radius - 0.5 * line;
    const canvas::Path path = mark.number ? disc_path(*mark.number, center, look.number_size)
                                          : marker_path(mark.shape, center, radius);
    canvas.stroke(path, {.color = look.edge, .width = 2 * line});
    canvas.stroke(path, {.color = look.fill, .width = 0.7 * line});
}

Box mark_extent(const Mark& mark, double radius, double number_size)
{
    return mark.number ? disc_around(*mark.number, number_size)
                       : marker_path(mark.shape, {0, 0}, radius).extent();
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
