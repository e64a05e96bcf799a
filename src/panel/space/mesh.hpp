#pragma once

#include "panel/space/mesh_edges.hpp"
#include "panel/space/terrain.hpp"

namespace thalweg::panel {

/// Triangles that stand for a terrain: small where it bends, larger where it is even, without
/// cracks.
struct TerrainMesh {
    struct Vertex {
        float x, y, z; ///< in space
        float level, light; ///< see GroundPoint
        GroundSlopes slopes{};
    };
    std::vector<Vertex> vertices{};
    std::vector<MeshTriangle> triangles{}; ///< counter-clockwise from above
    std::vector<MeshEdge> edges{};
};

/// Where a border of what is shown crosses a triangle, the triangle is cut along it.
///
/// tolerance  greatest error of heights, and of places of contour lines, in units of space
/// seen_from  where given, triangles come in an order in which each hides none after it
/// Source     W. Evans, D. Kirkpatrick, G. Townsend, Right-triangulated irregular networks,
///            Algorithmica 30, 2001, 264-286; the order of the errors is V. Agafonkin's
TerrainMesh make_mesh(
    const Terrain& terrain, double tolerance, const SpaceView* seen_from = nullptr);

} // namespace thalweg::panel
