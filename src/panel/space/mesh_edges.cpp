#include "panel/space/mesh_edges.hpp"

#include <algorithm>
#include <tuple>

namespace thalweg::panel {

std::vector<MeshEdge> edges_of(const std::vector<MeshTriangle>& triangles)
{
    std::vector<MeshEdge> sides;
    sides.reserve(3 * triangles.size());
    for (std::size_t t = 0; t < triangles.size(); ++t)
        for (std::size_t k = 0; k < 3; ++k)
            sides.push_back({triangles[t][k], triangles[t][(k + 1) % 3],
                static_cast<std::uint32_t>(t), MeshEdge::kNone});
    std::ranges::sort(sides, {}, [](const MeshEdge& side) {
        return std::tuple{
            std::min(side.from, side.to), std::max(side.from, side.to), side.triangle};
    });
    std::vector<MeshEdge> edges;
    for (const MeshEdge& side : sides)
        if (!edges.empty() && edges.back().from == side.to && edges.back().to == side.from)
            edges.back().other = side.triangle;
        else
            edges.push_back(side);
    return edges;
}

} // namespace thalweg::panel
