#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace thalweg::panel {

/// The corners of a triangle, by their numbers among a mesh's vertices.
using MeshTriangle = std::array<std::uint32_t, 3>;

/// An edge of a mesh, and the triangles on its sides.
struct MeshEdge {
    static constexpr std::uint32_t kNone = 0xffffffff;

    std::uint32_t from = 0, to = 0; ///< along the first triangle's own corners
    std::uint32_t triangle = 0;
    std::uint32_t other = kNone; ///< where the mesh goes on beyond the edge
};

/// Each edge once, in an order that depends on the triangles alone.
std::vector<MeshEdge> edges_of(const std::vector<MeshTriangle>& triangles);

} // namespace thalweg::panel
