#pragma once

#include "canvas/pixels.hpp"
#include "panel/space/depth_buffer.hpp"
#include "panel/space/projected_mesh.hpp"
#include "panel/space/space_colors.hpp"

namespace thalweg::panel {

/// An edge in the picture at which ground ends, or turns away from the viewer: what is seen beyond
/// it is farther away.
struct Silhouette {
    /// Its ends, in pixels. The ground is at the right of the way from the first to the second,
    /// where y points downwards: at its left as it is seen.
    Vec2 from{}, to{};
    double nearness_from = 0, nearness_to = 0;
};

std::vector<Silhouette> silhouettes_of(const TerrainMesh& mesh, const ProjectedMesh& projected);

/// The pixels from which it is seen which side of a silhouette is nearer.
PixelBounds pixels_beside(const Silhouette& silhouette);

/// How much of an outline a jump of nearness deserves, 0 to 1.
float outline_strength(float jump);

/// Mixes the pixels along the silhouettes that are seen from the colours on both sides, by how much
/// of each is covered, and draws outlines on the nearer side.
void draw_silhouettes(Pixels& picture, const DepthBuffer& depths,
    const std::vector<Silhouette>& silhouettes, const SpaceColors& colors);

} // namespace thalweg::panel
