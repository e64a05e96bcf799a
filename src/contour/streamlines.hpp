#pragma once

#include "contour/level_set.hpp"
#include "surface/surface.hpp"

#include <span>
#include <vector>

namespace thalweg::contour {

/// A line along the gradient, downhill, as smooth curves that share their ends.
using Streamline = std::vector<Bezier>;

/// How streamlines are laid over a picture. Lengths are those of the picture.
struct StreamlineLayout {
    Vec2 scale{1, 1}; ///< length of the picture per unit of the domain, along x and y
    double spacing = 1; ///< between neighbours
    std::vector<Box> shown{}; ///< lines begin inside of one of these parts; none: anywhere
    std::span<const Streamline> placed{}; ///< lines that are there already
};

/// Lines along the gradient that never come nearer to each other than half of the spacing, as many
/// as there is room for. Lines that would be shorter than one and a half of the spacing are left
/// out.
///
/// domain   no line leaves it
/// Returns  the new lines, without those that were placed
/// Source   B. Jobard, W. Lefer, Creating evenly-spaced streamlines of arbitrary density,
///          Visualization in Scientific Computing '97, Springer, 1997, 43-55
std::vector<Streamline> evenly_spaced_streamlines(
    const surface::Surface& f, const Box& domain, const StreamlineLayout& layout);

} // namespace thalweg::contour
