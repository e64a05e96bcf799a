#pragma once

#include "contour/arcs.hpp"

namespace thalweg::contour {

/// The edges of the regions {f >= level}, cut where they turn from level curves to edges along
/// which f does not take the level.
struct Pieces {
    std::vector<Chain> curves, cuts;
};

Pieces split_at_cuts(std::vector<Chain> chains);

/// Removes closed chains that enclose next to nothing where nothing is proven: signs that
/// alternate in rounding along a crease.
///
/// tolerance  the greatest width of such a sliver
void drop_slivers(std::span<const Cell> tree, double tolerance, std::vector<Chain>& chains);

} // namespace thalweg::contour
