#pragma once

#include "core/vec2.hpp"

#include <span>
#include <vector>

namespace thalweg::panel {

/// Which points of a curve to draw so that it looks the same: of each column of pixels the first,
/// the last, the highest and the lowest point, less what lies on straight lines.
///
/// points    x does not fall
/// column    width of a column
/// flatness  how far what is left out may lie from the lines between the rest
/// Returns   rising indices, both ends among them; points that are not finite are left out
std::vector<std::size_t> thinned(std::span<const Vec2> points, double column, double flatness);

} // namespace thalweg::panel
