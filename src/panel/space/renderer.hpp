#pragma once

#include "canvas/pixels.hpp"
#include "panel/space/depth_buffer.hpp"
#include "panel/space/projected_mesh.hpp"
#include "panel/space/space_colors.hpp"

namespace thalweg::panel {

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

/// How near the ground is in each pixel of the projected mesh's bounds.
DepthBuffer depths_of(const TerrainMesh& mesh, const ProjectedMesh& projected);

} // namespace thalweg::panel
