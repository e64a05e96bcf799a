#include "panel/space/renderer.hpp"

#include "panel/space/resolve.hpp"
#include "panel/space/tile.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr int kPixel = RasterVertex::kUnits;
constexpr double kWidest = 1e4; // layout units between levels; more makes no difference
constexpr double kOnPixel = 1e-6; // how near to a pixel's side counts as on it
constexpr double kFarthest = 1 << 24; // units; beyond it a mesh is far outside of the picture

/// Which triangles each tile may show, in the order of the mesh.
struct Bins {
    Bins(int width, int height)
        : columns((width + kTilePixels - 1) / kTilePixels)
        , rows((height + kTilePixels - 1) / kTilePixels)
        , begins(static_cast<std::size_t>(columns * rows) + 1, 0)
        , is_plain(begins.size(), true)
    {
    }
    int columns, rows;
    std::vector<std::uint32_t> begins; ///< of each tile's triangles
    /// All triangles of the tile face the viewer, and none is at the ground's border: ground covers
    /// all of the tile or nothing, and no outline runs through it.
    std::vector<char> is_plain;
    std::vector<std::uint32_t> triangles{};
};

/// How far levels are apart in the picture around a vertex, in layout units.
double spacing_of(const TerrainMesh::Vertex& v, const SpaceView& view, Vec3 p)
{
    const Vec2 across = view.moved(p, {1, 0, v.z_dx}), along = view.moved(p, {0, 1, v.z_dy});
    const double area = across.x * along.y - across.y * along.x;
    const Vec2 slope{
        along.y * v.level_dx - across.y * v.level_dy, across.x * v.level_dy - along.x * v.level_dx};
    return std::min(kWidest, std::abs(area) / std::max(norm(slope), 1e-12));
}

std::vector<RasterVertex> project(
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
            static_cast<float>(spacing_of(v, view, p) * target.pixels_per_unit)});
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

/// The tiles that a triangle may touch, with their aprons; the last ones excluded.
PixelBounds tiles_of(const std::array<std::uint32_t, 3>& triangle,
    const std::vector<RasterVertex>& vertices, const Bins& bins)
{
    constexpr int kTile = kTilePixels * kPixel, kApron = kPixel;
    const RasterVertex &a = vertices[triangle[0]], &b = vertices[triangle[1]],
                       &c = vertices[triangle[2]];
    const auto [left, right] = std::minmax({a.x, b.x, c.x});
    const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
    const auto tile
        = [](int units, int most) { return units < 0 ? 0 : std::min(units / kTile, most); };
    if (right < -kApron || bottom < -kApron)
        return {};
    return {tile(left - kApron, bins.columns), tile(top - kApron, bins.rows),
        std::min(tile(right + kApron, bins.columns) + 1, bins.columns),
        std::min(tile(bottom + kApron, bins.rows) + 1, bins.rows)};
}

bool faces_viewer(
    const std::array<std::uint32_t, 3>& triangle, const std::vector<RasterVertex>& vertices)
{
    const RasterVertex &a = vertices[triangle[0]], &b = vertices[triangle[1]],
                       &c = vertices[triangle[2]];
    return std::int64_t{b.x - a.x} * (c.y - a.y) < std::int64_t{c.x - a.x} * (b.y - a.y);
}

void fill_bins(Bins& bins, const TerrainMesh& mesh, const std::vector<RasterVertex>& vertices)
{
    std::vector<PixelBounds> tiles;
    tiles.reserve(mesh.triangles.size());
    for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
        tiles.push_back(tiles_of(mesh.triangles[t], vertices, bins));
        const bool is_plain
            = mesh.is_at_border[t] == 0 && faces_viewer(mesh.triangles[t], vertices);
        tiles.back().for_each(bins.columns, [&](std::size_t i) {
            ++bins.begins[i + 1];
            bins.is_plain[i] = bins.is_plain[i] && is_plain;
        });
    }
    for (std::size_t i = 1; i < bins.begins.size(); ++i)
        bins.begins[i] += bins.begins[i - 1];
    bins.triangles.resize(bins.begins.back());
    std::vector<std::uint32_t> next = bins.begins;
    for (std::size_t t = 0; t < tiles.size(); ++t)
        tiles[t].for_each(bins.columns,
            [&](std::size_t i) { bins.triangles[next[i]++] = static_cast<std::uint32_t>(t); });
}

/// Draws the tiles of a picture.
class TilePainter {
public:
    TilePainter(const TerrainMesh& mesh, const std::vector<RasterVertex>& vertices,
        const Bins& bins, const SpaceColors& colors, double line_px)
        : mesh_(mesh)
        , vertices_(vertices)
        , bins_(bins)
        , colors_(colors)
        , line_px_(static_cast<float>(line_px))
    {
    }

    void paint(Pixels& picture, int column, int row)
    {
        const auto number = static_cast<std::size_t>(row * bins_.columns + column);
        if (bins_.is_plain[number])
            paint(plain_, picture, number, kTilePixels * column, kTilePixels * row);
        else
            paint(fine_, picture, number, kTilePixels * column, kTilePixels * row);
    }

private:
    template <class AnyTile>
    void paint(AnyTile& tile, Pixels& picture, std::size_t number, int column, int row) const
    {
        tile.clear();
        for (std::uint32_t i = bins_.begins[number]; i < bins_.begins[number + 1]; ++i) {
            const auto& t = mesh_.triangles[bins_.triangles[i]];
            draw_triangle(tile, column, row, {vertices_[t[0]], vertices_[t[1]], vertices_[t[2]]});
        }
        resolve(tile, colors_, line_px_, picture, column, row);
    }

    const TerrainMesh& mesh_;
    const std::vector<RasterVertex>& vertices_;
    const Bins& bins_;
    const SpaceColors& colors_;
    float line_px_;
    PlainTile plain_;
    FineTile fine_;
};

} // namespace

Rendering render(const TerrainMesh& mesh, const SpaceView& view, const RenderTarget& target,
    const SpaceColors& colors)
{
    std::vector<RasterVertex> vertices = project(mesh, view, target);
    const PixelBounds bounds = bounds_of(vertices, target);
    if (bounds.left >= bounds.right || bounds.top >= bounds.bottom)
        return {};
    for (RasterVertex& vertex : vertices) {
        vertex.x -= bounds.left * kPixel;
        vertex.y -= bounds.top * kPixel;
    }
    Pixels picture(bounds.right - bounds.left, bounds.bottom - bounds.top);
    Bins bins(picture.width(), picture.height());
    fill_bins(bins, mesh, vertices);
    const auto painter = std::make_unique<TilePainter>(
        mesh, vertices, bins, colors, target.line * target.pixels_per_unit);
    for (int row = 0; row < bins.rows; ++row)
        for (int column = 0; column < bins.columns; ++column)
            painter->paint(picture, column, row);
    const auto units = [&](int first, int end) {
        return Range{first / target.pixels_per_unit, end / target.pixels_per_unit};
    };
    return {
        std::move(picture), {units(bounds.left, bounds.right), units(bounds.top, bounds.bottom)}};
}

} // namespace thalweg::panel
