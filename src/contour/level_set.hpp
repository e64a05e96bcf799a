#pragma once

#include "core/box.hpp"

#include <array>
#include <vector>

namespace thalweg::contour {

/// A cubic Bézier curve: start, two handles, end.
struct Bezier {
    std::array<Vec2, 4> p;

    Vec2 at(double t) const
    {
        const double s = 1 - t;
        return (s * s * s) * p[0] + (3 * s * s * t) * p[1] + (3 * s * t * t) * p[2]
            + (t * t * t) * p[3];
    }
};

/// One connected piece of a level set. Higher ground lies to its left.
/// Consecutive curves share their end points, to the bit; a closed one ends where it starts.
struct Ring {
    bool closed = false;
    std::vector<Bezier> beziers{};
    bool certified = true; ///< it is proven to be a connected piece of the level set, or to be as
                           ///< much of one as its ends enclose
};

/// A place where the proof stopped: a singular point, a kink, a tangency to the domain's edge, the
/// edge of where f is defined, a jump.
struct UncertifiedPoint {
    Vec2 at; ///< a point of it
    Box extent; ///< holds all of it
};

/// The level set {f = level} inside a domain.
struct LevelSet {
    double level = 0;
    bool certified = true; ///< the topology is proven
    std::vector<UncertifiedPoint> uncertified{}; ///< none where it is certified
    std::vector<Ring> rings{}; ///< closed curves, and open ones that end on the domain's edge, or
                               ///< where f jumps or is no longer defined
    std::vector<Ring> cuts{}; ///< where the region {f >= level} ends although f does not take the
                              ///< level: along jumps, poles and the edge of where f is defined. To
                              ///< be filled against, not to be drawn; they join the ends of rings
};

/// A closed outline made of Béziers (straight along the domain's edge), to be filled by the nonzero
/// rule.
using Outline = std::vector<Bezier>;

} // namespace thalweg::contour
