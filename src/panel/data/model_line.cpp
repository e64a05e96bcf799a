#include "panel/data/model_line.hpp"

#include <cmath>

namespace thalweg::panel {

namespace {

/// The part of a line that lies in the panel's box.
std::vector<Vec2> cut(const Box& box, Vec2 from, Vec2 to)
{
    double enter = 0, leave = 1;
    if (!is_finite(from) || !is_finite(to) || !clip_segment(box, from, to, enter, leave))
        return {};
    return {box.clamp(lerp(from, to, enter)), box.clamp(lerp(from, to, leave))};
}

ModelLine straight_line(
    const surface::DataSurface& surface, const DataView& view, Vec2 p, const Projection& project)
{
    const auto place = [&](double at) { return Vec2{at, surface.predict(view.inputs(at), p)}; };
    const Range& x = project.view.x;
    ModelLine line{.points = cut(project.box, project(place(x.lo)), project(place(x.hi)))};
    if (const Vec2 middle = place(x.middle()); !line.is_seen() && is_finite(middle))
        line.towards = middle;
    return line;
}

ModelLine bent_curve(const surface::DataSurface& surface, const DataView& view, Vec2 p,
    const Projection& project, double column)
{
    ModelLine line;
    const auto count = static_cast<int>(std::ceil(project.box.width() / column));
    for (int i = 0; i <= count; ++i) {
        const double at = project.view.x.at(static_cast<double>(i) / count);
        const double y = surface.predict(view.inputs(at), p);
        if (!std::isfinite(y))
            return {};
        line.points.push_back(project.box.clamp(project({at, y})));
    }
    return line;
}

/// Where x u + y v = 0.
ModelLine border(Vec2 p, const Projection& project)
{
    // The same line in the panel, as an equation of layout units.
    const Vec2 origin = project({0, 0});
    const Vec2 normal{p.x / project.units_per_x(), -p.y / project.units_per_y()};
    if (!is_finite(normal) || !(norm(normal) > 0) || !is_finite(origin))
        return {};
    ModelLine line{.side = normal / norm(normal)};
    const Vec2 along{-line.side.y, line.side.x}, middle = project.box.center();
    const Vec2 nearest = middle + dot(origin - middle, line.side) * line.side;
    const double reach = project.box.width() + project.box.height();
    line.points = cut(project.box, nearest - reach * along, nearest + reach * along);
    if (!line.is_seen())
        line.towards
            = Vec2{project.view.x.lo + (nearest.x - project.box.x.lo) / project.units_per_x(),
                project.view.y.lo + (project.box.y.hi - nearest.y) / project.units_per_y()};
    return line;
}

} // namespace

Vec2 ModelLine::at(double fraction) const
{
    const double place = fraction * static_cast<double>(points.size() - 1);
    const auto before = std::min(static_cast<std::size_t>(place), points.size() - 2);
    return lerp(points[before], points[before + 1], place - static_cast<double>(before));
}

ModelLine model_line(const surface::DataSurface& surface, const DataView& view, Vec2 p,
    const Projection& project, double column)
{
    if (view.form == DataForm::border)
        return border(p, project);
    if (view.form == DataForm::agreement)
        return {};
    return surface.predicts() == surface::Prediction::number
        ? straight_line(surface, view, p, project)
        : bent_curve(surface, view, p, project, column);
}

double nearness(const ModelLine& a, const ModelLine& b, double apart)
{
    if (!a.is_seen() || a.points.size() != b.points.size())
        return 0;
    double most = 0;
    for (std::size_t i = 0; i < a.points.size(); ++i)
        most = std::max(most, distance(a.points[i], b.points[i]));
    const double far = std::min(most / apart, 1.0);
    return 1 - far * far * (3 - 2 * far);
}

} // namespace thalweg::panel
