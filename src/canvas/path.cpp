#include "canvas/path.hpp"

#include <numbers>

namespace thalweg::canvas {

namespace {

/// Where the handles of a quarter circle of radius 1 stand: the mid-point lies on the circle, the
/// greatest error is 0.00027 of the radius.
constexpr double kQuarter = 4.0 / 3 * (std::numbers::sqrt2 - 1);

} // namespace

Path& Path::move_to(Vec2 p)
{
    verbs_.push_back(Verb::move);
    points_.push_back(p);
    return *this;
}

Path& Path::line_to(Vec2 p)
{
    verbs_.push_back(Verb::line);
    points_.push_back(p);
    return *this;
}

Path& Path::curve_to(Vec2 handle_1, Vec2 handle_2, Vec2 end)
{
    verbs_.push_back(Verb::curve);
    points_.insert(points_.end(), {handle_1, handle_2, end});
    return *this;
}

Path& Path::close()
{
    verbs_.push_back(Verb::close);
    return *this;
}

Path& Path::add(const Path& other)
{
    verbs_.insert(verbs_.end(), other.verbs_.begin(), other.verbs_.end());
    points_.insert(points_.end(), other.points_.begin(), other.points_.end());
    return *this;
}

Path Path::line(Vec2 from, Vec2 to)
{
    Path path;
    path.move_to(from).line_to(to);
    return path;
}

Path Path::polyline(std::span<const Vec2> points)
{
    Path path;
    for (const Vec2& p : points)
        path.empty() ? path.move_to(p) : path.line_to(p);
    return path;
}

Path Path::polygon(std::span<const Vec2> points)
{
    Path path = polyline(points);
    if (!path.empty())
        path.close();
    return path;
}

Path Path::rectangle(const Box& box)
{
    return polygon(box.corners());
}

Path Path::rounded_box(const Box& box, double radius)
{
    const double r = std::clamp(radius, 0.0, 0.5 * std::min(box.width(), box.height()));
    if (r == 0)
        return rectangle(box);
    const double h = (1 - kQuarter) * r; // from the corner to a handle
    const auto [x0, x1] = box.x;
    const auto [y0, y1] = box.y;
    Path path;
    path.move_to({x0 + r, y0}).line_to({x1 - r, y0});
    path.curve_to({x1 - h, y0}, {x1, y0 + h}, {x1, y0 + r}).line_to({x1, y1 - r});
    path.curve_to({x1, y1 - h}, {x1 - h, y1}, {x1 - r, y1}).line_to({x0 + r, y1});
    path.curve_to({x0 + h, y1}, {x0, y1 - h}, {x0, y1 - r}).line_to({x0, y0 + r});
    path.curve_to({x0, y0 + h}, {x0 + h, y0}, {x0 + r, y0}).close();
    return path;
}

Path Path::circle(Vec2 center, double radius)
{
    const auto at = [&](double x, double y) { return center + radius * Vec2{x, y}; };
    constexpr double k = kQuarter;
    Path path;
    path.move_to(at(1, 0));
    path.curve_to(at(1, k), at(k, 1), at(0, 1));
    path.curve_to(at(-k, 1), at(-1, k), at(-1, 0));
    path.curve_to(at(-1, -k), at(-k, -1), at(0, -1));
    path.curve_to(at(k, -1), at(1, -k), at(1, 0)).close();
    return path;
}

Box Path::extent() const
{
    Box box{{points_[0].x, points_[0].x}, {points_[0].y, points_[0].y}};
    for (const Vec2& p : points_)
        box = hull(box, {{p.x, p.x}, {p.y, p.y}});
    return box;
}

} // namespace thalweg::canvas
