#include "panel/contour/trail.hpp"

#include "core/polyline.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kOldWidth = 1.5; // at the oldest end, in units
constexpr double kCasing = 2.2; // how much wider the casing is than the core, in units

/// The opaque core is drawn in pieces of one colour and width between these shares: more where the
/// colour changes.
constexpr std::array kPieces{kOpaqueShare, 0.25, 0.32, 0.39, 0.45, 0.49, 0.53, 0.57, 0.61, 0.65,
    0.70, 0.74, 0.78, 0.82, 0.86, 0.91, 1.0};
constexpr std::array kCasingPieces{kOpaqueShare, 0.45, 0.72, 1.0};
constexpr int kFadingLayers = 6, kFadingCasings = 3;

/// Adds a point, and those where the way to it enters and leaves the map; only what is on the map
/// counts as length.
void append(TrailLine& line, Vec2 point, const Box& map)
{
    const auto add = [&](Vec2 p) {
        line.points.push_back(p);
        line.shares.push_back(line.length);
    };
    double enter = 0, leave = 1;
    if (!line.points.empty() && clip_segment(map, line.points.back(), point, enter, leave)) {
        const Vec2 from = line.points.back();
        if (enter > 0)
            add(lerp(from, point, enter));
        line.length += (leave - enter) * distance(from, point);
        if (leave < 1)
            add(lerp(from, point, leave));
    }
    add(point);
}

/// How much of a line lies before it goes below a disc around its end, not to come out again.
///
/// lengths  of the line up to each point
double length_outside(
    const std::vector<Vec2>& points, const std::vector<double>& lengths, double radius)
{
    const Vec2 middle = points.back();
    std::size_t inside = points.size() - 1;
    while (inside > 0 && distance(points[inside - 1], middle) < radius)
        --inside;
    if (inside == 0)
        return lengths.back(); // nothing is seen of it, or all
    double out = 0, in = 1; // fractions of the segment that crosses the rim
    for (int halving = 0; halving < 20; ++halving) {
        const double half = 0.5 * (out + in);
        const Vec2 p = lerp(points[inside - 1], points[inside], half);
        (distance(p, middle) < radius ? in : out) = half;
    }
    return std::lerp(lengths[inside - 1], lengths[inside], in);
}

/// Draws the parts of trails.
class TrailPainter {
public:
    TrailPainter(canvas::Canvas& canvas, const TrailPlan& plan, double scale)
        : canvas_(canvas)
        , plan_(plan)
        , scale_(scale)
        , casing_(canvas.palette().casing)
    {
    }

    void draw_fading_casing(const ColoredTrail& trail)
    {
        draw_layers(trail, kFadingCasings, casing_, kCasing);
    }

    void draw_fading_core(const ColoredTrail& trail)
    {
        draw_layers(trail, kFadingLayers, color(trail, 0.5 * kOpaqueShare), 0);
    }

    void draw_casing(const ColoredTrail& trail, double from, double to)
    {
        stroke(trail, from, to,
            {.color = casing_, .width = width(to) + kCasing * scale_, .cap = canvas::Cap::butt});
    }

    void draw_cores(std::span<const ColoredTrail> trails, double from, double to)
    {
        const double middle = 0.5 * (from + to);
        Color core = color(trails.front(), middle);
        for (const ColoredTrail& trail : trails) {
            if (plan_.colors == canvas::TrailColors::by_run)
                core = color(trail, middle);
            stroke(trail, from, to, {.color = core, .width = width(middle)});
        }
    }

private:
    /// The oldest part fades in layers, each from its own place to where the trail is opaque: their
    /// opacities add up, and nothing is seen where one begins.
    void draw_layers(const ColoredTrail& trail, int layers, const Color& full, double wider)
    {
        double before = 0;
        for (int i = 0; i < layers; ++i) {
            const double wanted = full.a * (i + 0.5) / layers;
            const double layer = (wanted - before) / (1 - before);
            stroke(trail, kOpaqueShare * i / layers, kOpaqueShare,
                {.color = full.with_alpha(layer),
                    .width = width(kOpaqueShare) + wider * scale_,
                    .cap = canvas::Cap::butt});
            before = wanted;
        }
    }

    double width(double share) const
    {
        return scale_ * std::lerp(std::min(kOldWidth, plan_.width), plan_.width, share);
    }
    Color color(const ColoredTrail& trail, double share) const
    {
        return canvas::trail_color(canvas_.palette(), plan_.colors, share, trail.accent);
    }
    void stroke(const ColoredTrail& trail, double from, double to, const canvas::Stroke& stroke)
    {
        canvas::Path path;
        trail.line.add_part(path, from, to);
        if (!path.empty())
            canvas_.stroke(path, stroke);
    }

    canvas::Canvas& canvas_;
    const TrailPlan& plan_;
    double scale_;
    Color casing_;
};

} // namespace

void TrailLine::add_part(canvas::Path& path, double from, double to) const
{
    const auto first
        = static_cast<std::size_t>(std::ranges::upper_bound(shares, from) - shares.begin());
    if (first == shares.size() || shares.front() >= to)
        return;
    const auto end
        = static_cast<std::size_t>(std::ranges::lower_bound(shares, to) - shares.begin());
    // From 1 on, all lies below the head; other lines may end before.
    const std::size_t last = to < 1 ? std::min(end, shares.size() - 1) : shares.size() - 1;
    if (first > last)
        return;
    const auto between = [&](std::size_t after, double share) {
        const double before = shares[after - 1], step = shares[after] - before;
        return lerp(points[after - 1], points[after], step > 0 ? (share - before) / step : 1);
    };
    path.move_to(first == 0 ? points.front() : between(first, from));
    for (std::size_t i = std::max<std::size_t>(first, 1); i < last; ++i)
        path.line_to(points[i]);
    path.line_to(to < 1 && end < shares.size() ? between(last, to) : points.back());
}

TrailLine trail_line(const RunPath& path, const TrailWindow& window, Vec2 head,
    const Projection& project, double covered)
{
    const std::vector<Vec2> places = projected_part(path, window.begin, window.head, head, project);
    TrailLine line;
    for (const std::size_t i : simplify(places, kTrailFlatness))
        append(line, places[i], project.box);
    const double seen = length_outside(line.points, line.shares, covered);
    for (double& share : line.shares)
        share = seen > 0 ? share / seen : 0;
    return line;
}

void draw_trails(canvas::Canvas& canvas, std::span<const ColoredTrail> trails,
    const TrailPlan& plan, double scale)
{
    if (trails.empty())
        return;
    TrailPainter painter(canvas, plan, scale);
    for (const ColoredTrail& trail : trails)
        painter.draw_fading_casing(trail);
    for (std::size_t i = 1; i < kCasingPieces.size(); ++i)
        for (const ColoredTrail& trail : trails)
            painter.draw_casing(trail, kCasingPieces[i - 1], kCasingPieces[i]);
    for (const ColoredTrail& trail : trails)
        painter.draw_fading_core(trail);
    for (std::size_t i = 1; i < kPieces.size(); ++i)
        painter.draw_cores(trails, kPieces[i - 1], kPieces[i]);
}

} // namespace thalweg::panel
