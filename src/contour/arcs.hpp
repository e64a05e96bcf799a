#pragma once

#include "contour/crossings.hpp"

namespace thalweg::contour {

/// A point of a level curve, and the leaf through which the curve goes on to the next point.
struct ChainPoint {
    Vec2 p;
    int cell = -1;
    bool is_cut = false; ///< as in Crossing
};

/// One connected piece of the edge of {f >= level} as a polygon, higher ground on its left. A
/// closed one repeats its first point.
struct Chain {
    int level = 0;
    bool closed = false;
    std::vector<ChainPoint> points{};
};

/// Joins crossings inside each leaf to arcs, and arcs to chains.
///
/// levels     that the crossings number
/// crossings  adds the places where the crossings of a leaf do not fit together to `unproven`
std::vector<Chain> link_chains(const surface::Surface& f, std::span<const Cell> tree,
    std::span<const double> levels, Crossings& crossings);

} // namespace thalweg::contour
