#pragma once

#include "panel/space/mesh.hpp"
#include "panel/space/tile.hpp"

namespace thalweg::panel {

/// The part of a picture that a surface is drawn to.
struct RenderTarget {
    Box box; ///< in layout units
    double pixels_per_unit = 1;
    double line = 1; ///< width factor of the picture (Format::line)
};

/// A rectangle of pixels or tiles; the last ones excluded.
struct PixelBounds {
    int left = 0, top = 0, right = 0, bottom = 0;

    int width() const { return right - left; }
    int height() const { return bottom - top; }
};

/// A mesh in the pixels of a picture.
struct ProjectedMesh {
    PixelBounds bounds{}; ///< of the target's pixels that may see it, in its whole picture
    std::vector<RasterVertex> vertices{}; ///< from the upper left corner of the bounds
    std::vector<char> is_front{}; ///< whether each triangle faces the viewer

    bool is_empty() const { return bounds.width() <= 0 || bounds.height() <= 0; }
};

ProjectedMesh project(const TerrainMesh& mesh, const SpaceView& view, const RenderTarget& target);

} // namespace thalweg::panel
