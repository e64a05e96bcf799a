#pragma once

#include "contour/arcs.hpp"
#include "contour/bezier_fit.hpp"

namespace thalweg::contour {

/// The smooth curve through a chain, of few Béziers.
///
/// tolerance  the greatest distance from the level set, in domain units
Ring smooth_ring(const surface::Surface& f, std::span<const Cell> tree, const Chain& chain,
    double level, double tolerance);

} // namespace thalweg::contour
