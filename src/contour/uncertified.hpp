#pragma once

#include "contour/crossings.hpp"
#include "contour/level_set.hpp"

namespace thalweg::contour {

/// Marks level sets as uncertified where a cell is stuck or a crossing is not proven. Places close
/// together, such as the cells about one saddle or along one crease, count as one.
///
/// sets  one for each of the rising levels
void mark_uncertified(std::span<const Cell> tree, std::span<const Unproven> unproven,
    std::span<LevelSet* const> sets);

} // namespace thalweg::contour
