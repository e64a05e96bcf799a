#pragma once

#include "contour/trace.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

/// What a surface itself says about a level, found without the tracer: by walking along straight
/// lines in small steps.
namespace thalweg::testing {

struct Segment {
    Vec2 a, b;
    Vec2 at(double t) const { return lerp(a, b, t); }
};

/// Lines across the domain, in both directions and slanted, at places that have nothing to do with
/// the tracer's cells.
inline std::vector<Segment> lines_across(const Box& d, int count, unsigned seed)
{
    std::mt19937 generator(seed);
    std::uniform_real_distribution<double> share;
    std::vector<Segment> lines;
    for (int i = 0; i < count; ++i) {
        const double u = share(generator), v = share(generator);
        if (i % 2 == 0)
            lines.push_back({{d.x.lo, d.y.at(u)}, {d.x.hi, d.y.at(v)}});
        else
            lines.push_back({{d.x.at(u), d.y.lo}, {d.x.at(v), d.y.hi}});
    }
    return lines;
}

/// The points of a line where f passes through the level continuously, rather than to jump past it;
/// steps where it changes sides twice are missed.
inline std::vector<Vec2> roots_along(
    const surface::Surface& f, double level, const Segment& line, int steps)
{
    std::vector<Vec2> roots;
    const auto height = [&](double t) { return f.value(line.at(t)) - level; };
    // The end of [lo, hi], halved again and again, at which `is_like_lo` turns.
    const auto halve = [&](double& lo, double& hi, const auto& is_like_lo) {
        for (int k = 0; k < 45; ++k) {
            const double middle = 0.5 * (lo + hi);
            (is_like_lo(height(middle)) ? lo : hi) = middle;
        }
    };
    for (int i = 1; i <= steps; ++i) {
        double lo = static_cast<double>(i - 1) / steps, hi = static_cast<double>(i) / steps;
        if (std::isnan(height(lo)) != std::isnan(height(hi))) { // keep the part with numbers
            double a = lo, b = hi;
            const bool is_lo = !std::isnan(height(lo));
            halve(a, b, [&](double v) { return std::isnan(v) != is_lo; });
            (is_lo ? hi : lo) = is_lo ? a : b;
        }
        const double at_lo = height(lo), at_hi = height(hi);
        if (!std::isfinite(at_lo) || !std::isfinite(at_hi) || (at_lo >= 0) == (at_hi >= 0))
            continue;
        halve(lo, hi, [&](double v) { return (v >= 0) == (at_lo >= 0); });
        const Vec2 p = line.at(lo);
        const double rounding = std::min(f.bound({{p.x, p.x}, {p.y, p.y}}).width(), 1e-12);
        if (std::abs(height(hi) - height(lo)) <= 1e-3 * std::abs(at_hi - at_lo) + rounding)
            roots.push_back(line.at(lo));
    }
    return roots;
}

inline std::vector<contour::Ring> certified_rings(const contour::LevelSet& set)
{
    std::vector<contour::Ring> rings;
    std::ranges::copy_if(set.rings, std::back_inserter(rings), &contour::Ring::certified);
    return rings;
}

/// Many points on the curves.
inline std::vector<Vec2> points_on(std::span<const contour::Ring> rings, int per_bezier)
{
    std::vector<Vec2> points;
    for (const contour::Ring& ring : rings)
        for (const contour::Bezier& bezier : ring.beziers)
            for (int i = 0; i < per_bezier; ++i)
                points.push_back(bezier.at((i + 0.5) / per_bezier));
    return points;
}

/// The curves as short straight lines.
inline std::vector<Segment> chords_of(std::span<const contour::Ring> rings, int per_bezier)
{
    std::vector<Segment> chords;
    for (const contour::Ring& ring : rings)
        for (const contour::Bezier& bezier : ring.beziers)
            for (int i = 0; i < per_bezier; ++i)
                chords.push_back({bezier.at(static_cast<double>(i) / per_bezier),
                    bezier.at(static_cast<double>(i + 1) / per_bezier)});
    return chords;
}

inline double distance_to(const Segment& s, Vec2 p)
{
    const double length2 = norm2(s.b - s.a);
    const double t = length2 > 0 ? std::clamp(dot(p - s.a, s.b - s.a) / length2, 0.0, 1.0) : 0;
    return distance(p, s.at(t));
}

inline double distance_to(std::span<const Segment> chords, Vec2 p)
{
    double nearest = HUGE_VAL;
    for (const Segment& chord : chords)
        nearest = std::min(nearest, distance_to(chord, p));
    return nearest;
}

/// Does f pass through the level, continuously, within `reach` of p? Looked for along both axes
/// and the gradient.
inline bool is_near_level(const surface::Surface& f, double level, Vec2 p, double reach)
{
    if (f.value(p) == level)
        return true;
    const Vec2 g = gradient(f.jet(p));
    const Vec2 up = is_finite(g) && norm(g) > 0 ? reach / norm(g) * g : Vec2{reach, reach};
    for (const Vec2 way : {up, Vec2{reach, 0}, Vec2{0, reach}, Vec2{reach, reach} / 1.4142})
        if (!roots_along(f, level, {p - way, p + way}, 64).empty())
            return true;
    return false;
}

} // namespace thalweg::testing
