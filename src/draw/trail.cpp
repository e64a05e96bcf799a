#include "draw/trail.hpp"

#include "core/polyline.hpp"
#include "draw/cairo.hpp"
#include "draw/map_panel.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace thalweg {

namespace {

constexpr int kMostGroups = 24; // of equal colour and opacity
constexpr int kMostLayers = 14; // on pages, where each layer repeats what follows it
constexpr double kGroupLength = 6; // in units: shorter groups would not be told apart
constexpr double kFlatness = 0.04; // of the lines that stand for a curve, in units
constexpr double kLeastDistance = 0.2; // between drawn points, in units
constexpr double kReach = 20; // panels: how far outside the view a point may be projected

struct TrailPoint {
    Vec2 at;
    double share; ///< 0 at the oldest end, 1 at the head
};

std::vector<TrailPoint> trail_points(
    const Stage& stage, const Box& view, std::size_t run, double step)
{
    const Trajectory& trajectory = stage.experiment->trajectories[run];
    const double oldest = std::max(0.0, step - stage.experiment->plan.trail.length),
                 length = step - oldest;
    const Projection project{view, stage.layout.map};
    const Box reach = grown(stage.layout.map, kReach * stage.layout.map.width());

    std::vector<TrailPoint> points;
    const auto add = [&](double at_step) {
        const Vec2 at = reach.clamp(project(position_at(trajectory, at_step)));
        if (points.empty() || at_step == step || distance(points.back().at, at) >= kLeastDistance)
            points.push_back({at, (at_step - oldest) / length});
    };
    if (length <= 0)
        return points;
    add(oldest);
    for (double k = std::floor(oldest) + 1; k < step; ++k)
        add(k);
    add(step);
    return points;
}

/// Leaves out what lies on straight lines.
std::vector<TrailPoint> simplified(const std::vector<TrailPoint>& points)
{
    std::vector<Vec2> places;
    for (const TrailPoint& point : points)
        places.push_back(point.at);
    std::vector<TrailPoint> rest;
    for (const std::size_t i : simplify(places, kFlatness))
        rest.push_back(points[i]);
    return rest;
}

/// A short trail needs few groups.
int group_count(const std::vector<TrailPoint>& points, int most)
{
    double length = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        length += distance(points[i - 1].at, points[i].at);
    return std::clamp(static_cast<int>(length / kGroupLength), 2, most);
}

Vec2 at_share(const std::vector<TrailPoint>& points, double share)
{
    const auto next = std::ranges::lower_bound(points, share, {}, &TrailPoint::share);
    if (next == points.begin() || next == points.end())
        return next == points.begin() ? points.front().at : points.back().at;
    const auto before = next - 1;
    return lerp(before->at, next->at, (share - before->share) / (next->share - before->share));
}

/// Adds the part of the trail between two shares to the path.
void add_part(Canvas& canvas, const std::vector<TrailPoint>& points, double from, double to)
{
    const Vec2 start = at_share(points, from), end = at_share(points, to);
    cairo_move_to(canvas.cr(), start.x, start.y);
    for (auto p = std::ranges::upper_bound(points, from, {}, &TrailPoint::share);
         p != points.end() && p->share < to; ++p)
        cairo_line_to(canvas.cr(), p->at.x, p->at.y);
    cairo_line_to(canvas.cr(), end.x, end.y);
}

/// On pixels: each group replaces, within its shape, what older ones left on a transparent layer,
/// so that nothing adds up.
void draw_replacing(Canvas& canvas, const std::vector<TrailPoint>& points, double width,
    const Palette& palette, TrailColors colors)
{
    const int groups = group_count(points, kMostGroups);
    cairo_push_group(canvas.cr());
    cairo_set_operator(canvas.cr(), CAIRO_OPERATOR_SOURCE);
    for (int group = 0; group < groups; ++group) {
        const double from = static_cast<double>(group) / groups,
                     to = static_cast<double>(group + 1) / groups;
        add_part(canvas, points, from, to);
        canvas.stroke(trail_color(palette, colors, to).with_alpha(to), width);
    }
    cairo_pop_group_to_source(canvas.cr());
    cairo_paint(canvas.cr());
}

/// On pages: nested layers, each from its place to the head, whose opacities add up to the wanted
/// one at each group. No layer abuts another, and only the plain "over" operator is used, so that
/// every viewer shows it alike.
void draw_nested(Canvas& canvas, const std::vector<TrailPoint>& points, double width,
    const Palette& palette, TrailColors colors)
{
    const int groups = group_count(points, kMostLayers);
    Color under{};
    for (int group = 0; group < groups; ++group) {
        const double before = static_cast<double>(group) / groups,
                     wanted = static_cast<double>(group + 1) / groups;
        const double layer
            = (wanted - before) / (1 - before); // so that before + layer (1 - before) = wanted
        const Color goal = trail_color(palette, colors, wanted);
        // The layer's colour that makes the sum of all layers show the goal: solve the "over"
        // formula for it.
        const auto solve = [&](double c, double below) {
            return std::clamp((c * wanted - below * before * (1 - layer)) / layer, 0.0, 1.0);
        };
        const Color color{
            solve(goal.r, under.r), solve(goal.g, under.g), solve(goal.b, under.b), layer};
        const auto shown = [&](double c, double below) {
            return (c * layer + below * before * (1 - layer)) / wanted;
        };
        under = {shown(color.r, under.r), shown(color.g, under.g), shown(color.b, under.b), 1};
        add_part(canvas, points, before, 1);
        canvas.stroke(color, width);
    }
}

} // namespace

void draw_trail(Canvas& canvas, const Stage& stage, const Palette& palette, const Box& view,
    std::size_t run, double step)
{
    const TrailPlan& plan = stage.experiment->plan.trail;
    std::vector<TrailPoint> points = trail_points(stage, view, run, step);
    if (points.size() < 2)
        return;
    points = simplified(points);
    const MapClip clip(canvas, stage.layout.map);
    Box extent{{points[0].at.x, points[0].at.x}, {points[0].at.y, points[0].at.y}};
    for (const TrailPoint& p : points)
        extent = hull(extent, {{p.at.x, p.at.x}, {p.at.y, p.at.y}});
    canvas.rectangle(grown(extent, plan.width));
    cairo_clip(canvas.cr()); // keeps the layer small
    if (canvas.medium() == Medium::pixels)
        draw_replacing(canvas, points, plan.width, palette, plan.colors);
    else
        draw_nested(canvas, points, plan.width, palette, plan.colors);
}

} // namespace thalweg
