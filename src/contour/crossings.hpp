#pragma once

#include "contour/edges.hpp"

namespace thalweg::contour {

/// A point where a level set crosses an edge of the tree.
struct Crossing {
    Vec2 p;
    int level = 0; ///< index into the rising levels
    bool horizontal = false; ///< the edge's direction
    bool rising = false; ///< does f rise through the level in the direction of rising coordinates?
    bool is_cut = false; ///< f does not take the level: it jumps past it, or ends to be defined
    int before = Edge::kOutside, after = Edge::kOutside; ///< the leaves at both sides, as in Edge
};

/// A place where nothing could be proven about a level: a leaf, or an edge between two.
struct Unproven {
    int level = 0;
    Box extent;
    std::array<int, 2> leaves{Edge::kOutside, Edge::kOutside};
};

/// All crossings of all edges, and where their number is not proven.
struct Crossings {
    std::vector<Crossing> found;
    std::vector<Unproven> unproven;
    bool is_given_up = false; ///< some edges were not looked at closely: there was too much to do
};

/// Isolates every crossing of every edge.
///
/// A corner belongs to the upper side of a level where f >= level, so edges that share it agree. A
/// piece of an edge along which f is monotone is crossed once where its ends differ and never
/// otherwise; other pieces are divided. Between leaves where nothing is proven the corners' signs
/// count, and pairs of crossings beside a place where f turns. Where f may be undefined or may
/// jump, a point where it is undefined belongs to the lower side, and one crossing is found where
/// the ends differ.
///
/// tolerance  how far a crossing may be from where rounding lets it seem to be
/// jobs       threads; the result does not depend on it, unless it is given up
Crossings find_crossings(const surface::Surface& f, std::span<const Cell> tree,
    std::span<const double> rising_levels, double tolerance, int jobs = 1);

} // namespace thalweg::contour
