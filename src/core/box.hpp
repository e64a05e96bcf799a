#pragma once

#include "core/vec2.hpp"

#include <algorithm>
#include <array>

namespace thalweg {

/// A closed range of numbers, lo <= hi.
struct Range {
    double lo = 0, hi = 1;

    friend constexpr bool operator==(Range, Range) = default;
    constexpr double width() const { return hi - lo; }
    constexpr double middle() const { return lo + 0.5 * (hi - lo); }
    constexpr bool contains(double v) const { return lo <= v && v <= hi; }
    constexpr double clamp(double v) const { return std::clamp(v, lo, hi); }
    constexpr double at(double share) const { return lo + share * (hi - lo); }
};

/// An axis-parallel rectangle: a domain, a view, a cell.
struct Box {
    Range x, y;

    friend constexpr bool operator==(Box, Box) = default;
    constexpr double width() const { return x.width(); }
    constexpr double height() const { return y.width(); }
    constexpr Vec2 center() const { return {x.middle(), y.middle()}; }
    constexpr bool contains(Vec2 p) const { return x.contains(p.x) && y.contains(p.y); }
    constexpr Vec2 clamp(Vec2 p) const { return {x.clamp(p.x), y.clamp(p.y)}; }

    /// The corners, counter-clockwise from the lower left.
    constexpr std::array<Vec2, 4> corners() const
    {
        return {Vec2{x.lo, y.lo}, {x.hi, y.lo}, {x.hi, y.hi}, {x.lo, y.hi}};
    }
};

constexpr bool overlap(const Box& a, const Box& b)
{
    return a.x.lo < b.x.hi && b.x.lo < a.x.hi && a.y.lo < b.y.hi && b.y.lo < a.y.hi;
}

/// The smallest box that holds both.
constexpr Box hull(const Box& a, const Box& b)
{
    return {{std::min(a.x.lo, b.x.lo), std::max(a.x.hi, b.x.hi)},
        {std::min(a.y.lo, b.y.lo), std::max(a.y.hi, b.y.hi)}};
}

/// The box with every side moved outwards by `margin` (inwards where negative).
constexpr Box grown(const Box& b, double margin)
{
    return {{b.x.lo - margin, b.x.hi + margin}, {b.y.lo - margin, b.y.hi + margin}};
}

/// The part of the segment from `a` to `b` that lies in `box`, as parameters 0 <= t0 <= t1 <= 1;
/// false where none does.
bool clip_segment(const Box& box, Vec2 a, Vec2 b, double& t0, double& t1);

} // namespace thalweg
