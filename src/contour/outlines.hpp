#pragma once

#include "contour/level_set.hpp"

#include <span>

namespace thalweg::contour {

/// The outlines of a region that lies left of curves: closed curves as they are, open ones joined
/// where one begins at another's end, and along the domain's edge.
///
/// curves          each of them closed, or with ends on the domain's edge or at other curves
/// is_edge_inside  does the region hold the domain's edge? Asked where no curve ends on it
std::vector<Outline> join_outlines(
    const Box& domain, std::span<const Ring> curves, bool is_edge_inside);

} // namespace thalweg::contour
