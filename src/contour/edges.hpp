#pragma once

#include "contour/quadtree.hpp"

#include <span>
#include <vector>

namespace thalweg::contour {

/// A piece of a cell's edge that no corner of another cell divides, with the leaves at its two
/// sides.
struct Edge {
    static constexpr int kOutside = -1;

    bool horizontal = false;
    double at = 0; ///< y of a horizontal edge, x of a vertical one
    Range range{}; ///< of the other coordinate
    int before = kOutside,
        after = kOutside; ///< leaf below and above, or left and right; one of them may be outside
    int first = 0, last = 0; ///< the levels that may cross it: those that may pass both leaves

    Vec2 point(double along) const { return horizontal ? Vec2{along, at} : Vec2{at, along}; }
    Box box(Range part) const { return horizontal ? Box{part, {at, at}} : Box{{at, at}, part}; }
};

/// Every edge of the tree that some level may cross, once.
std::vector<Edge> edges_of(std::span<const Cell> tree);

} // namespace thalweg::contour
