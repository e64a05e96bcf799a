#pragma once

#include "surface/surface.hpp"

namespace thalweg::contour {

/// What is proven about a surface over a box: enclosures of its value and of its gradient.
struct Enclosure {
    Interval value, x, y;
};

/// What a surface's own bounds over a box say: the natural interval extension, tight in small
/// boxes.
Enclosure natural(const Jet<Interval>& over);
/// The same for values alone.
Interval natural(const Interval& over);

/// The intersection of the natural extension with Taylor's form about the middle,
/// f(c) + ∇f(c)·d + ½ d·H(box)·d, and ∇f(c) + H(box)·d for the gradient.
///
/// box     f must be continuous on it
/// over    f.bound_jet(box)
/// Source  R. E. Moore, R. B. Kearfott, M. J. Cloud, Introduction to Interval Analysis, SIAM, 2009
Enclosure tightened(const surface::Surface& f, const Box& box, const Jet<Interval>& over);

/// The sign that every number of an interval has: 1, -1, or 0 where that is unknown.
inline int sign_of(const Interval& a)
{
    return a.lo > 0 ? 1 : a.hi < 0 ? -1 : 0;
}

/// Encloses f at a point: as far apart as errors of rounding may be.
inline Interval bound_at(const surface::Surface& f, Vec2 p)
{
    return f.bound({{p.x, p.x}, {p.y, p.y}});
}

/// Do doubles tell where f's level set near a point is, to a tenth of the tolerance?
///
/// at     f at that point
/// slope  of f towards the level set, > 0
inline bool is_resolved(const Interval& at, double slope, double tolerance)
{
    return at.width() <= 0.1 * tolerance * slope;
}

} // namespace thalweg::contour
