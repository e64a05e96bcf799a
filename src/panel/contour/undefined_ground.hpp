#pragma once

#include "canvas/canvas.hpp"
#include "contour/level_set.hpp"
#include "panel/contour/projection.hpp"
#include "surface/surface.hpp"

#include <vector>

namespace thalweg::panel {

/// Where a surface is not defined, inside a box of the plane.
struct UndefinedGround {
    std::vector<contour::Outline> outlines{}; ///< to be filled by the nonzero rule
    std::vector<contour::Ring> edge{}; ///< of the region where the surface is defined
};

/// Nothing for a surface that is proven defined on all of the box.
///
/// tolerance  greatest error of the curves, in domain units
UndefinedGround find_undefined_ground(
    const surface::Surface& surface, const Box& box, double tolerance);

/// Leaves the ground blank, hatches it, and draws a hairline along its edge.
///
/// line  width factor of the picture (Format::line)
void draw_undefined_ground(
    canvas::Canvas& canvas, const Projection& project, const UndefinedGround& ground, double line);

/// Parallel lines that rise to the right across polygons, by the nonzero rule.
///
/// polygons  closed, in layout units
/// box       no line is longer than the part of it inside this box asks for
/// spacing   between lines, measured along the x axis
canvas::Path hatching(
    const std::vector<std::vector<Vec2>>& polygons, const Box& box, double spacing);

} // namespace thalweg::panel
