#include "contour/enclosure.hpp"

namespace thalweg::contour {

namespace {

/// Both hold the truth, so where they seem disjoint or are not numbers, the first one stands.
Interval intersect(const Interval& a, const Interval& b)
{
    const Interval both{std::max(a.lo, b.lo), std::min(a.hi, b.hi)};
    return both.lo <= both.hi ? both : a;
}

/// Bounds that are not numbers say nothing.
Interval sane(const Interval& a)
{
    return a.lo <= a.hi ? a : Interval::entire();
}

Interval offsets(Range side, double from)
{
    return Interval{side.lo, side.hi} - from;
}

} // namespace

Interval natural(const Interval& over)
{
    return sane(over);
}

Enclosure natural(const Jet<Interval>& over)
{
    return {sane(over.v), sane(over.x), sane(over.y)};
}

Enclosure tightened(const surface::Surface& f, const Box& box, const Jet<Interval>& over)
{
    const Vec2 c = box.center();
    const Jet<Interval> at = f.bound_jet({{c.x, c.x}, {c.y, c.y}});
    const Interval dx = offsets(box.x, c.x), dy = offsets(box.y, c.y);
    const Interval curved = over.xx * sq(dx) + 2.0 * (over.xy * (dx * dy)) + over.yy * sq(dy);
    return {intersect(sane(over.v), at.v + (at.x * dx + at.y * dy) + 0.5 * curved),
        intersect(sane(over.x), at.x + (over.xx * dx + over.xy * dy)),
        intersect(sane(over.y), at.y + (over.xy * dx + over.yy * dy))};
}

} // namespace thalweg::contour
