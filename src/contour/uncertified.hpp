#pragma once

#include "contour/arcs.hpp"
#include "contour/level_set.hpp"

namespace thalweg::contour {

/// Marks level sets as uncertified where a cell is stuck or a crossing is not proven. Places close
/// together, such as the cells about one saddle or along one crease, count as one.
///
/// sets  one for each of the rising levels
void mark_uncertified(std::span<const Cell> tree, std::span<const Unproven> unproven,
    std::span<LevelSet* const> sets);

/// The leaves in which something about a level is not proven.
class DoubtfulLeaves {
public:
    DoubtfulLeaves(std::span<const Cell> tree, std::span<const Unproven> unproven);

    /// Does a chain pass through one of them?
    bool hold(const Chain& chain) const;

private:
    std::span<const Cell> tree_;
    std::vector<std::pair<int, int>> beside_; ///< level and leaf; sorted
};

} // namespace thalweg::contour
