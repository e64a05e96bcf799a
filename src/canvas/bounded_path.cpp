#include "canvas/bounded_path.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace thalweg::canvas {

namespace {

using Ring = std::vector<Vec2>;
using Curve = std::array<Vec2, 4>;

/// A path as polylines, without points that are not numbers.
struct Polyline {
    Ring points;
    bool closed = false;
};

Vec2 on_curve(const Curve& c, double t)
{
    const double s = 1 - t;
    return s * s * s * c[0] + 3 * s * s * t * c[1] + 3 * s * t * t * c[2] + t * t * t * c[3];
}

/// Both halves of a curve.
std::array<Curve, 2> halves(const Curve& c)
{
    const Vec2 a = lerp(c[0], c[1], 0.5), m = lerp(c[1], c[2], 0.5), d = lerp(c[2], c[3], 0.5);
    const Vec2 b = lerp(a, m, 0.5), e = lerp(m, d, 0.5), middle = lerp(b, e, 0.5);
    return {Curve{c[0], a, b, middle}, Curve{middle, e, d, c[3]}};
}

/// The part of a curve that is inside the limits, as lines that are hardly seen as such; what is
/// outside may be any lines outside.
void add_curve(Ring& points, const Curve& c, const Box& limits, int splits_left)
{
    const Box hull_box = Path::polyline(c).extent();
    const bool is_outside = hull_box.x.hi < limits.x.lo || hull_box.x.lo > limits.x.hi
        || hull_box.y.hi < limits.y.lo || hull_box.y.lo > limits.y.hi;
    const bool is_inside = common(hull_box, limits) == hull_box;
    if (!is_outside && !is_inside && splits_left > 0) {
        for (const Curve& half : halves(c))
            add_curve(points, half, limits, splits_left - 1);
        return;
    }
    // n pieces of a curve differ from it by at most 3/4 of the larger second difference / n^2.
    const double bend = std::max(norm(c[0] - 2 * c[1] + c[2]), norm(c[1] - 2 * c[2] + c[3]));
    const double tolerance = 1e-7 * limits.width();
    const int pieces
        = is_inside ? static_cast<int>(std::ceil(std::sqrt(0.75 * bend / tolerance))) + 1 : 1;
    for (int i = 1; i <= pieces; ++i)
        points.push_back(on_curve(c, static_cast<double>(i) / pieces));
}

std::vector<Polyline> flattened(const Path& path, const Box& limits)
{
    constexpr int kMostSplits = 60;
    std::vector<Polyline> out;
    const Vec2* next = path.points().data();
    for (const Path::Verb verb : path.verbs()) {
        if (verb == Path::Verb::move || out.empty())
            out.emplace_back();
        else if (out.back().closed && !out.back().points.empty()) // goes on where that one began
            out.push_back({{out.back().points.front()}});
        Ring& points = out.back().points;
        if (verb == Path::Verb::close) {
            out.back().closed = true;
            continue;
        }
        const int count = verb == Path::Verb::curve ? 3 : 1;
        const bool is_sound = std::all_of(next, next + count, is_finite);
        if (is_sound && count == 3 && !points.empty())
            add_curve(points, {points.back(), next[0], next[1], next[2]}, limits, kMostSplits);
        else if (is_sound)
            points.push_back(next[count - 1]);
        next += count;
    }
    return out;
}

/// Cuts a ring at one side of the limits.
/// Source  I. E. Sutherland, G. W. Hodgman, Reentrant polygon clipping, CACM 17(1), 1974
template <class Inside, class Cut>
Ring cut_ring(const Ring& ring, Inside inside, Cut cut)
{
    Ring out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 from = ring[i == 0 ? ring.size() - 1 : i - 1], to = ring[i];
        if (inside(from) != inside(to))
            out.push_back(cut(from, to));
        if (inside(to))
            out.push_back(to);
    }
    return out;
}

Ring cut_to(Ring ring, const Box& box)
{
    const auto cut_x = [](double at) {
        return [at](Vec2 a, Vec2 b) { return Vec2{at, lerp(a, b, (at - a.x) / (b.x - a.x)).y}; };
    };
    const auto cut_y = [](double at) {
        return [at](Vec2 a, Vec2 b) { return Vec2{lerp(a, b, (at - a.y) / (b.y - a.y)).x, at}; };
    };
    ring = cut_ring(
        ring, [&](Vec2 p) { return p.x >= box.x.lo; }, cut_x(box.x.lo));
    ring = cut_ring(
        ring, [&](Vec2 p) { return p.x <= box.x.hi; }, cut_x(box.x.hi));
    ring = cut_ring(
        ring, [&](Vec2 p) { return p.y >= box.y.lo; }, cut_y(box.y.lo));
    return cut_ring(
        ring, [&](Vec2 p) { return p.y <= box.y.hi; }, cut_y(box.y.hi));
}

/// Adds the part of a segment that is inside to pieces of a stroke.
void add_inside(Path& path, const Box& limits, Vec2 a, Vec2 b)
{
    double t0 = 0, t1 = 1;
    if (!clip_segment(limits, a, b, t0, t1))
        return;
    const Vec2 from = limits.clamp(lerp(a, b, t0)), to = limits.clamp(lerp(a, b, t1));
    if (path.empty() || path.points().back() != from)
        path.move_to(from);
    path.line_to(to);
}

} // namespace

Box common(const Box& a, const Box& b)
{
    const auto both = [](Range p, Range q) {
        const double lo = std::max(p.lo, q.lo);
        return Range{lo, std::max(lo, std::min(p.hi, q.hi))};
    };
    return {both(a.x, b.x), both(a.y, b.y)};
}

bool is_bounded(const Path& path, const Box& limits)
{
    return std::ranges::all_of(path.points(), [&](Vec2 p) { return limits.contains(p); });
}

const Path& bounded_fill(const Path& path, const Box& limits, Path& cut)
{
    if (is_bounded(path, limits))
        return path;
    cut = {};
    for (const Polyline& line : flattened(path, limits))
        if (Ring ring = cut_to(line.points, limits); ring.size() >= 3)
            cut.add(Path::polygon(ring));
    return cut;
}

const Path& bounded_stroke(const Path& path, const Box& limits, Path& cut)
{
    if (is_bounded(path, limits))
        return path;
    cut = {};
    for (const Polyline& line : flattened(path, limits)) {
        const Ring& p = line.points;
        for (std::size_t i = 1; i < p.size(); ++i)
            add_inside(cut, limits, p[i - 1], p[i]);
        if (line.closed && p.size() > 1)
            add_inside(cut, limits, p.back(), p.front());
    }
    return cut;
}

bool is_dash_pattern(std::span<const double> dashes)
{
    return std::ranges::all_of(dashes, [](double d) { return d >= 0; })
        && std::accumulate(dashes.begin(), dashes.end(), 0.0) > 0;
}

} // namespace thalweg::canvas
