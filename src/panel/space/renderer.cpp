#include "panel/space/renderer.hpp"

#include "panel/space/resolve.hpp"
#include "panel/space/silhouettes.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

/// Which triangles each tile may show, in the order of the mesh.
class Bins {
public:
    Bins(const TerrainMesh& mesh, const ProjectedMesh& projected)
        : columns_(tiles(projected.bounds.width()))
        , rows_(tiles(projected.bounds.height()))
        , begins_(static_cast<std::size_t>(columns_ * rows_) + 1, 0)
    {
        std::vector<PixelBounds> touched;
        touched.reserve(mesh.triangles.size());
        for (const MeshTriangle& triangle : mesh.triangles) {
            touched.push_back(tiles_of(triangle, projected.vertices));
            for_each(touched.back(), [&](std::size_t tile) { ++begins_[tile + 1]; });
        }
        for (std::size_t i = 1; i < begins_.size(); ++i)
            begins_[i] += begins_[i - 1];
        triangles_.resize(begins_.back());
        std::vector<std::uint32_t> next = begins_;
        for (std::size_t t = 0; t < touched.size(); ++t)
            for_each(touched[t], [&](std::size_t tile) {
                triangles_[next[tile]++] = static_cast<std::uint32_t>(t);
            });
    }

    int columns() const { return columns_; }
    int rows() const { return rows_; }
    std::span<const std::uint32_t> of(int column, int row) const
    {
        const auto tile = static_cast<std::size_t>(row * columns_ + column);
        return std::span(triangles_).subspan(begins_[tile], begins_[tile + 1] - begins_[tile]);
    }

private:
    static int tiles(int pixels) { return (pixels + kTilePixels - 1) / kTilePixels; }

    /// The tiles that a triangle may touch; the last ones excluded.
    PixelBounds tiles_of(
        const MeshTriangle& triangle, const std::vector<RasterVertex>& vertices) const
    {
        constexpr int kTile = kTilePixels * RasterVertex::kUnits;
        const RasterVertex &a = vertices[triangle[0]], &b = vertices[triangle[1]],
                           &c = vertices[triangle[2]];
        const auto [left, right] = std::minmax({a.x, b.x, c.x});
        const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
        if (right < 0 || bottom < 0)
            return {};
        const auto tile
            = [](int units, int most) { return units < 0 ? 0 : std::min(units / kTile, most); };
        return {tile(left, columns_), tile(top, rows_),
            std::min(tile(right, columns_) + 1, columns_),
            std::min(tile(bottom, rows_) + 1, rows_)};
    }
    template <class Visit>
    void for_each(const PixelBounds& tiles, Visit visit) const
    {
        for (int row = tiles.top; row < tiles.bottom; ++row)
            for (int column = tiles.left; column < tiles.right; ++column)
                visit(static_cast<std::size_t>(row * columns_ + column));
    }

    int columns_, rows_;
    std::vector<std::uint32_t> begins_; ///< of each tile's triangles
    std::vector<std::uint32_t> triangles_;
};

/// Calls visit(tile, first column, first row) for all tiles of a mesh's bounds, drawn.
template <class Visit>
void for_each_tile(const TerrainMesh& mesh, const ProjectedMesh& projected, Visit visit)
{
    const Bins bins(mesh, projected);
    const auto& vertices = projected.vertices;
    const auto tile = std::make_unique<Tile>();
    for (int j = 0; j < bins.rows(); ++j)
        for (int i = 0; i < bins.columns(); ++i) {
            const int column = i * kTilePixels, row = j * kTilePixels;
            tile->clear();
            for (const std::uint32_t number : bins.of(i, j)) {
                const MeshTriangle& t = mesh.triangles[number];
                draw_triangle(
                    *tile, column, row, {&vertices[t[0]], &vertices[t[1]], &vertices[t[2]]});
            }
            visit(*tile, column, row);
        }
}

} // namespace

Rendering render(const TerrainMesh& mesh, const SpaceView& view, const RenderTarget& target,
    const SpaceColors& colors)
{
    const ProjectedMesh projected = project(mesh, view, target);
    if (projected.is_empty())
        return {};
    const PixelBounds& bounds = projected.bounds;
    Pixels picture(bounds.width(), bounds.height());
    const std::vector<Silhouette> silhouettes = silhouettes_of(mesh, projected);
    DepthBuffer depths(bounds.width(), bounds.height());
    for (const Silhouette& silhouette : silhouettes)
        depths.want(pixels_beside(silhouette));
    const auto line_px = static_cast<float>(target.line * target.pixels_per_unit);
    for_each_tile(mesh, projected, [&](const Tile& tile, int column, int row) {
        resolve(tile, colors, line_px, picture, column, row);
        depths.keep(tile, column, row);
    });
    draw_silhouettes(picture, depths, silhouettes, colors);
    const auto units = [&](int first, int end) {
        return Range{first / target.pixels_per_unit, end / target.pixels_per_unit};
    };
    return {
        std::move(picture), {units(bounds.left, bounds.right), units(bounds.top, bounds.bottom)}};
}

DepthBuffer depths_of(const TerrainMesh& mesh, const ProjectedMesh& projected)
{
    const PixelBounds& bounds = projected.bounds;
    DepthBuffer depths(bounds.width(), bounds.height());
    depths.want({0, 0, bounds.width(), bounds.height()});
    if (!projected.is_empty())
        for_each_tile(mesh, projected,
            [&](const Tile& tile, int column, int row) { depths.keep(tile, column, row); });
    return depths;
}

} // namespace thalweg::panel
