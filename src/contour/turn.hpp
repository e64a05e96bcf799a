#pragma once

#include "surface/surface.hpp"

#include <optional>

namespace thalweg::contour {

/// A place on the way from one point to another where f turns from falling to rising, or from
/// rising to falling.
struct Turn {
    double share = 0; ///< of the way
    double value = 0;
};

/// Where f turns between two points, judged by its slopes at both. Nothing where these have the
/// same sign, or where no level between `lowest` and `highest` lies between the turn and the ends,
/// as far as the tangents at the ends tell.
std::optional<Turn> find_turn(
    const surface::Surface& f, Vec2 from, Vec2 to, double lowest, double highest);

/// Does the straight way between two points lead to f >= level (`above`), or to f < level? Narrow
/// ridges and trenches across it are found.
bool meets(const surface::Surface& f, Vec2 from, Vec2 to, double level, bool above);

} // namespace thalweg::contour
