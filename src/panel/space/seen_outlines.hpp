#pragma once

#include "panel/space/silhouettes.hpp"

namespace thalweg::panel {

/// A part of an outline that is seen.
struct OutlinePart {
    double strength = 1; ///< see outline_strength
    std::vector<Vec2> points{}; ///< in layout units, on the nearer ground
};

/// Where nearer ground ends before what is farther away.
///
/// target  whose pixels tell what is seen
/// inside  how far on the nearer ground, in layout units
std::vector<OutlinePart> seen_outlines(
    const TerrainMesh& mesh, const SpaceView& view, const RenderTarget& target, double inside);

} // namespace thalweg::panel
