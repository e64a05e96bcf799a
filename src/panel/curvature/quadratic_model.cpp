#include "panel/curvature/quadratic_model.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace thalweg::panel {

namespace {

using surface::LocalShape;

constexpr double kVertex = 0.45; // of the radius: the farther vertices of a saddle's curves
constexpr double kLines = 0.25; // of the radius: the lines of a valley
constexpr double kQuarter = 0.5522847498; // handles of a quarter of a circle
constexpr int kRings = 5, kShownRing = 3; // the ring at the level shown
constexpr int kBranchPoints = 33;

Sym2 in_picture(const Sym2& hessian, Vec2 units)
{
    return {hessian.xx / sq(units.x), -hessian.xy / (units.x * units.y), hessian.yy / sq(units.y)};
}

double ring_size(int ring)
{
    return static_cast<double>(ring) / kShownRing;
}

} // namespace

QuadraticModel::QuadraticModel(const Sym2& hessian, Vec2 units, double radius, double least)
    : seen_(surface::curvature_of(in_picture(hessian, units)))
    , radius_(radius)
{
    if (!is_curved())
        return;
    const double low = 1 / std::sqrt(std::abs(seen_.values.low));
    const double high = 1 / std::sqrt(std::abs(seen_.values.high));
    constexpr double kNever = std::numeric_limits<double>::infinity();
    switch (seen_.shape) {
    case LocalShape::valley:
        low_ = kNever, high_ = kLines * radius;
        break;
    case LocalShape::ridge:
        low_ = kLines * radius, high_ = kNever;
        break;
    default: {
        const double longer = seen_.shape == LocalShape::saddle ? kVertex * radius : radius;
        low_ = std::max(longer * low / std::max(low, high), least);
        high_ = std::max(longer * high / std::max(low, high), least);
    }
    }
}

bool QuadraticModel::is_curved() const
{
    return seen_.shape != LocalShape::flat && seen_.shape != LocalShape::undefined;
}

Vec2 QuadraticModel::low_half_axis() const
{
    return std::min(low_, radius_) * seen_.low_axis;
}

Vec2 QuadraticModel::high_half_axis() const
{
    return std::min(high_, radius_) * seen_.high_axis;
}

canvas::Path QuadraticModel::ellipse(Vec2 middle, double size) const
{
    const Vec2 a = size * low_ * seen_.low_axis, b = size * high_ * seen_.high_axis;
    const auto at = [&](double x, double y) { return middle + x * a + y * b; };
    constexpr double k = kQuarter;
    canvas::Path path;
    path.move_to(at(1, 0));
    path.curve_to(at(1, k), at(k, 1), at(0, 1));
    path.curve_to(at(-k, 1), at(-1, k), at(-1, 0));
    path.curve_to(at(-1, -k), at(-k, -1), at(0, -1));
    path.curve_to(at(k, -1), at(1, -k), at(1, 0)).close();
    return path;
}

canvas::Path QuadraticModel::lines(Vec2 middle, double size, double reach) const
{
    const bool along_low = std::isinf(low_);
    const Vec2 along = reach * (along_low ? seen_.low_axis : seen_.high_axis);
    const Vec2 across = size * (along_low ? high_ * seen_.high_axis : low_ * seen_.low_axis);
    canvas::Path path = canvas::Path::line(middle + across - along, middle + across + along);
    return path.add(canvas::Path::line(middle - across - along, middle - across + along));
}

canvas::Path QuadraticModel::strip(Vec2 middle, double size, double reach) const
{
    const canvas::Path sides = lines(middle, size, reach);
    const std::span<const Vec2> ends = sides.points();
    const Vec2 corners[] = {ends[0], ends[1], ends[3], ends[2]};
    return canvas::Path::polygon(corners);
}

std::vector<Vec2> QuadraticModel::branch(
    Vec2 middle, double size, double reach, bool about_high, double side) const
{
    const Vec2 vertex
        = side * size * (about_high ? high_ * seen_.high_axis : low_ * seen_.low_axis);
    const Vec2 wing = size * (about_high ? low_ * seen_.low_axis : high_ * seen_.high_axis);
    // |cosh(t) vertex + sinh(t) wing| = reach
    const double cosh2 = (sq(reach) + norm2(wing)) / (norm2(vertex) + norm2(wing));
    std::vector<Vec2> points;
    if (!(cosh2 >= 1))
        return points;
    const double end = thalweg::log(std::sqrt(cosh2) + std::sqrt(cosh2 - 1));
    for (int i = 0; i < kBranchPoints; ++i) {
        const double t = end * (2.0 * i / (kBranchPoints - 1) - 1);
        points.push_back(middle + thalweg::cosh(t) * vertex + thalweg::sinh(t) * wing);
    }
    return points;
}

canvas::Path QuadraticModel::curves(Vec2 middle, double level, double reach) const
{
    const double size = std::sqrt(level);
    switch (seen_.shape) {
    case LocalShape::bowl:
    case LocalShape::dome:
        return ellipse(middle, size);
    case LocalShape::valley:
    case LocalShape::ridge:
        return lines(middle, size, reach);
    case LocalShape::saddle: {
        canvas::Path path;
        for (const bool about_high : {true, false})
            for (const double side : {1.0, -1.0})
                path.add(canvas::Path::polyline(branch(middle, size, reach, about_high, side)));
        return path;
    }
    case LocalShape::flat:
    case LocalShape::undefined:
        break;
    }
    return {};
}

canvas::Path QuadraticModel::high_ground(Vec2 middle, double level, double reach) const
{
    const double size = std::sqrt(std::abs(level));
    canvas::Path path;
    if (level >= 0) { // beyond both branches about the high axis
        for (const double side : {1.0, -1.0}) {
            std::vector<Vec2> points = branch(middle, size, reach, true, side);
            if (points.empty())
                continue;
            const Vec2 out = side * reach * seen_.high_axis;
            points.push_back(points.back() + out);
            points.push_back(points.front() + out);
            path.add(canvas::Path::polygon(points));
        }
        return path;
    }
    std::vector<Vec2> points = branch(middle, size, reach, false, 1);
    const std::vector<Vec2> other = branch(middle, size, reach, false, -1);
    if (points.empty())
        return canvas::Path::circle(middle, reach);
    // Between the branches about the low axis, up to beyond the reach.
    const Vec2 out = reach * seen_.high_axis;
    points.insert(points.begin(), points.front() - out);
    points.push_back(points.back() + out);
    points.push_back(other.back() + out);
    points.insert(points.end(), other.rbegin(), other.rend());
    points.push_back(other.front() - out);
    return canvas::Path::polygon(points);
}

void QuadraticModel::fill_rings(canvas::Canvas& canvas, const Box& box) const
{
    const bool is_open = seen_.shape == LocalShape::valley || seen_.shape == LocalShape::ridge;
    const bool rises = seen_.shape == LocalShape::bowl || seen_.shape == LocalShape::valley;
    const auto color = [&](int band) {
        return canvas::band_color(canvas.palette(), rises ? band : kRings - band, kRings + 1);
    };
    const double reach = box.width() + box.height();
    canvas.fill(canvas::Path::rectangle(box), color(kRings));
    for (int ring = kRings; ring > 0; --ring) {
        const double size = ring_size(ring);
        canvas.fill(is_open ? strip(box.center(), size, reach) : ellipse(box.center(), size),
            color(ring - 1));
    }
}

void QuadraticModel::fill_saddle(canvas::Canvas& canvas, const Box& box) const
{
    const double reach = box.width() + box.height();
    canvas.fill(canvas::Path::rectangle(box), canvas::band_color(canvas.palette(), 0, 2 * kRings));
    for (int ring = 1 - kRings; ring < kRings; ++ring) {
        const double level = std::copysign(sq(ring_size(ring)), ring);
        canvas.fill(high_ground(box.center(), level, reach),
            canvas::band_color(canvas.palette(), ring + kRings, 2 * kRings));
    }
}

void QuadraticModel::draw_ground(canvas::Canvas& canvas, const Box& box, double line) const
{
    const canvas::Clip clip(canvas, box);
    const canvas::Palette& palette = canvas.palette();
    if (!is_curved()) {
        canvas.fill(canvas::Path::rectangle(box), canvas::ground_color(palette, 0.3));
        return;
    }
    if (seen_.shape == LocalShape::saddle)
        fill_saddle(canvas, box);
    else
        fill_rings(canvas, box);
    for (int ring = 1; ring < kRings; ++ring)
        canvas.stroke(curves(box.center(), sq(ring_size(ring)), box.width() + box.height()),
            {.color = palette.line, .width = palette.line_width * line});
}

} // namespace thalweg::panel
