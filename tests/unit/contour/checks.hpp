#pragma once

#include "contour/trace.hpp"

#include <cmath>

namespace thalweg::testing {

/// The greatest |f - level| / |∇f| at 50 points along every Bézier.
inline double worst_distance(const surface::Surface& f, const contour::LevelSet& set)
{
    double worst = 0;
    for (const contour::Ring& ring : set.rings)
        for (const contour::Bezier& bezier : ring.beziers)
            for (int i = 0; i < 50; ++i) {
                const Jet<double> j = f.jet(bezier.at(i / 49.0));
                worst = std::max(worst, std::abs(j.v - set.level) / norm(gradient(j)));
            }
    return worst;
}

/// Do consecutive Béziers share their ends to the bit, closed rings theirs, and do open ones end on
/// the domain's edge?
inline bool is_joined(const contour::Ring& ring, const Box& d)
{
    for (std::size_t i = 1; i < ring.beziers.size(); ++i)
        if (ring.beziers[i - 1].p[3] != ring.beziers[i].p[0])
            return false;
    const Vec2 a = ring.beziers.front().p[0], b = ring.beziers.back().p[3];
    const auto on_edge
        = [&](Vec2 p) { return p.x == d.x.lo || p.x == d.x.hi || p.y == d.y.lo || p.y == d.y.hi; };
    return ring.closed ? a == b : on_edge(a) && on_edge(b);
}

/// Does higher ground lie to the left, at the middle of every Bézier?
inline bool is_higher_on_left(const surface::Surface& f, const contour::Ring& ring)
{
    for (const contour::Bezier& b : ring.beziers) {
        const Vec2 along = b.at(0.51) - b.at(0.49);
        if (!(cross(along, gradient(f.jet(b.at(0.5)))) > 0))
            return false;
    }
    return true;
}

inline int count_closed(const contour::LevelSet& set)
{
    return static_cast<int>(std::count_if(
        set.rings.begin(), set.rings.end(), [](const contour::Ring& r) { return r.closed; }));
}

/// Signed area, counter-clockwise positive: Green's theorem, exact for cubic Béziers.
inline double area(std::span<const contour::Bezier> outline)
{
    double sum = 0;
    for (const auto& [p] : outline)
        sum += 6 * cross(p[0], p[1]) + 3 * cross(p[0], p[2]) + cross(p[0], p[3])
            + 3 * cross(p[1], p[2]) + 3 * cross(p[1], p[3]) + 6 * cross(p[2], p[3]);
    return sum / 20;
}

inline double super_level_area(
    const surface::Surface& f, const Box& domain, const contour::LevelSet& set)
{
    double sum = 0;
    for (const contour::Outline& outline : contour::super_level_outlines(f, domain, set))
        sum += area(outline);
    return sum;
}

/// How often a closed polygon of many points along the outlines winds around a point.
inline int winding(const std::vector<contour::Outline>& outlines, Vec2 q)
{
    int turns = 0;
    for (const contour::Outline& outline : outlines)
        for (const contour::Bezier& b : outline)
            for (int i = 0; i < 64; ++i) {
                const Vec2 p = b.at(i / 64.0) - q, r = b.at((i + 1) / 64.0) - q;
                if (p.y <= 0 && r.y > 0 && cross(p, r) > 0)
                    ++turns;
                else if (p.y > 0 && r.y <= 0 && cross(p, r) < 0)
                    --turns;
            }
    return turns;
}

} // namespace thalweg::testing
