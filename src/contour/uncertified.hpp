#pragma once

#include "contour/crossings.hpp"
#include "contour/level_set.hpp"

namespace thalweg::contour {

/// Marks level sets as uncertified where a cell is stuck or a crossing is in doubt. Places close
/// together, such as the cells about one saddle, count as one.
///
/// sets  one for each of the rising levels
void mark_uncertified(std::span<const Cell> tree, std::span<const UncertifiedPoint> uncertified,
    std::span<LevelSet* const> sets);

} // namespace thalweg::contour
