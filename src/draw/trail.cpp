#include "draw/trail.hpp"

#include "draw/cairo.hpp"
#include "draw/map_panel.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace thalweg {

namespace {

constexpr int kMostGroups = 24; // of equal colour and opacity
constexpr double kGroupLength = 6; // in units: shorter groups would not be told apart
constexpr double kFlatness = 0.03;     // a curve's points closer to a straight line than this are left out, in units
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

double distance_to_line(Vec2 p, Vec2 a, Vec2 b)
{
    const double length = distance(a, b);
    return length > 0 ? std::abs(cross(b - a, p - a)) / length : distance(a, p);
}

/// Leaves out what lies on straight lines, within the flatness.
/// Source  D. H. Douglas, T. K. Peucker, Cartographica 10(2), 1973, 112-122
std::vector<TrailPoint> simplified(const std::vector<TrailPoint>& points)
{
    std::vector<bool> kept(points.size(), false);
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> spans {{0, points.size() - 1}};
    while (!spans.empty()) {
        const auto [first, last] = spans.back();
        spans.pop_back();
        double farthest = kFlatness;
        std::size_t at = first;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double d = distance_to_line(points[i].at, points[first].at, points[last].at); d > farthest) {
                farthest = d;
                at = i;
            }
        if (at == first)
            continue;
        kept[at] = true;
        spans.emplace_back(first, at);
        spans.emplace_back(at, last);
    }
    std::vector<TrailPoint> rest;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (kept[i])
            rest.push_back(points[i]);
    return rest;
}

/// A short trail needs few groups.
int group_count(const std::vector<TrailPoint>& points)
{
    double length = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        length += distance(points[i - 1].at, points[i].at);
    return std::clamp(static_cast<int>(length / kGroupLength), 2, kMostGroups);
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
    const int groups = group_count(points);
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
    const int groups = group_count(points);
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
