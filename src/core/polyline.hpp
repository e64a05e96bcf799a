#pragma once

#include "core/vec2.hpp"

#include <span>
#include <vector>

namespace thalweg {

/// Which points of a polyline to keep so that the rest lies within `flatness` of the lines between
/// them.
///
/// Returns  rising indices, both ends among them; all of fewer than three points
/// Source   D. H. Douglas, T. K. Peucker, Algorithms for the reduction of the number of points
///          required to represent a digitized line or its caricature, Cartographica 10(2), 1973
std::vector<std::size_t> simplify(std::span<const Vec2> points, double flatness);

} // namespace thalweg
