#pragma once

#include "basin/basin_map.hpp"

namespace thalweg::basin {

/// How many basins are told apart by a colour of their own.
constexpr std::size_t kMostSlots = 9;

/// How the fates of a map of basins are told apart: the ends by slots, the steps by a share.
struct BasinScale {
    std::vector<int> slots{}; ///< of each end: 0, 1, ... for the largest basins; -1 for others
    std::vector<int> reached{}; ///< the end of each slot, at most kMostSlots
    std::size_t smaller = 0; ///< how many basins are too many for a slot
    std::vector<double> shares{}; ///< of the map's settled runs, those that need fewer steps than
                                  ///< each number, half of those that need as many included

    /// From 0 for quick runs to 1 for slow ones, every share as large a part of the map as any
    /// other: whatever the optimizer's pace, all shades are in use.
    double share(int steps) const;
    /// The steps of the run that a share of the runs are quicker than.
    int steps_at(double share) const;
};

/// The scale that suits a map.
BasinScale make_scale(const BasinEnds& ends, const BasinMap& map);

} // namespace thalweg::basin
