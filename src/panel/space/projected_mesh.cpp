#include "panel/space/projected_mesh.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr int kPixel = RasterVertex::kUnits;
constexpr double kOnPixel = 1e-6; // how near to a pixel's side counts as on it
constexpr double kFarthest = 1 << 24; // units; beyond it a mesh is far outside of the picture

std::vector<RasterVertex> vertices_of(
    const TerrainMesh& mesh, const SpaceView& view, const RenderTarget& target)
{
    const double units = target.pixels_per_unit * kPixel;
    const auto whole = [](double v) {
        return static_cast<int>(std::lround(std::clamp(v, -kFarthest, kFarthest)));
    };
    std::vector<RasterVertex> all;
    all.reserve(mesh.vertices.size());
    for (const TerrainMesh::Vertex& v : mesh.vertices) {
        const Vec3 p{v.x, v.y, v.z};
        const Vec2 at = view(p);
        all.push_back({whole(at.x * units), whole(at.y * units),
            static_cast<float>(view.nearness(p)), v.level, v.light,
            static_cast<float>(level_spacing(v.slopes, view, p) * target.pixels_per_unit)});
    }
    return all;
}

/// The pixels of the target that hold vertices, and all between them.
PixelBounds bounds_of(const std::vector<RasterVertex>& vertices, const RenderTarget& target)
{
    if (vertices.empty())
        return {};
    const auto [left, right] = std::ranges::minmax(vertices, {}, &RasterVertex::x);
    const auto [top, bottom] = std::ranges::minmax(vertices, {}, &RasterVertex::y);
    const auto first = [&](double units) {
        return static_cast<int>(std::floor(units * target.pixels_per_unit + kOnPixel));
    };
    const auto end = [&](double units) {
        return static_cast<int>(std::ceil(units * target.pixels_per_unit - kOnPixel));
    };
    return {std::max(left.x / kPixel - 1, first(target.box.x.lo)),
        std::max(top.y / kPixel - 1, first(target.box.y.lo)),
        std::min(right.x / kPixel + 2, end(target.box.x.hi)),
        std::min(bottom.y / kPixel + 2, end(target.box.y.hi))};
}

bool faces_viewer(const MeshTriangle& triangle, const std::vector<RasterVertex>& vertices)
{
    const RasterVertex &a = vertices[triangle[0]], &b = vertices[triangle[1]],
                       &c = vertices[triangle[2]];
    return std::int64_t{b.x - a.x} * (c.y - a.y) < std::int64_t{c.x - a.x} * (b.y - a.y);
}

} // namespace

ProjectedMesh project(const TerrainMesh& mesh, const SpaceView& view, const RenderTarget& target)
{
    ProjectedMesh projected{.vertices = vertices_of(mesh, view, target)};
    projected.bounds = bounds_of(projected.vertices, target);
    for (RasterVertex& vertex : projected.vertices) {
        vertex.x -= projected.bounds.left * kPixel;
        vertex.y -= projected.bounds.top * kPixel;
    }
    projected.is_front.reserve(mesh.triangles.size());
    for (const MeshTriangle& triangle : mesh.triangles)
        projected.is_front.push_back(faces_viewer(triangle, projected.vertices));
    return projected;
}

} // namespace thalweg::panel
