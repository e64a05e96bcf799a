#pragma once

#include "contour/arcs.hpp"
#include "contour/bezier_fit.hpp"

namespace thalweg::contour {

/// What the curves of one level may cost together, and where that, or f itself, does not allow to
/// follow them.
struct SmoothingEffort {
    std::ptrdiff_t attempts_left = 20000;
    std::vector<int> lost; ///< leaves through which curves may be further away than the tolerance
};

/// The smooth curve through a chain, of few Béziers.
///
/// tolerance  the greatest distance from the level set, in domain units
Ring smooth_ring(const surface::Surface& f, std::span<const Cell> tree, const Chain& chain,
    double level, double tolerance, SmoothingEffort& effort);

} // namespace thalweg::contour
