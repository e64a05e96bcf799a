#pragma once

#include "contour/path.hpp"
#include "contour/smooth.hpp"

#include <vector>

namespace thalweg::contour {

/// A corner is not looked for in less than this share of the tolerance.
inline constexpr double kFinestCorner = 1e-4;

/// Where curves are laid along a path.
struct FittedPath {
    Path path;
    double level = 0;
    double tolerance = 0; ///< the greatest distance from the level set, in domain units
    double longest = 0; ///< of the curves
    std::size_t leaves = 0; ///< how many the path passes through
};

/// Lays the longest Béziers that fit along a path, one after another.
///
/// effort  what it may cost; adds the leaves in which curves may be further away
void fit_path(
    const surface::Surface& f, FittedPath along, std::vector<Bezier>& out, SmoothingEffort& effort);

} // namespace thalweg::contour
