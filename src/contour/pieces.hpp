#pragma once

#include "contour/arcs.hpp"

namespace thalweg::contour {

/// The edges of the regions {f >= level}, cut where they turn from level curves to edges along
/// which f does not take the level.
struct Pieces {
    std::vector<Chain> curves, cuts;
};

Pieces split_at_cuts(std::vector<Chain> chains);

/// Removes closed chains that are thinner than unproven cells that they pass through: signs that
/// alternate along a crease, below what the cells resolve.
///
/// tolerance  wider chains are kept in any case
void drop_slivers(std::span<const Cell> tree, double tolerance, std::vector<Chain>& chains);

} // namespace thalweg::contour
