#pragma once

#include "canvas/pixels.hpp"
#include "panel/space/mesh.hpp"
#include "panel/space/space_colors.hpp"

namespace thalweg::panel {

/// The part of a picture that a surface is drawn to.
struct RenderTarget {
    Box box; ///< in layout units
    double pixels_per_unit = 1;
    double line = 1; ///< width factor of the picture (Format::line)
};

/// A picture of the ground, and where it lies.
struct Rendering {
    Pixels pixels;
    Box box; ///< in layout units; its sides lie on whole pixels of the target's whole picture
};

/// Draws a mesh as seen in a view, on the picture's background: bands of colour between levels,
/// contour lines, shading, and outlines where nearer ground hides what is farther away.
///
/// The same picture results on every processor.
/// Source  J. Pineda, A parallel algorithm for polygon rasterization, SIGGRAPH 1988
Rendering render(const TerrainMesh& mesh, const SpaceView& view, const RenderTarget& target,
    const SpaceColors& colors);

} // namespace thalweg::panel
