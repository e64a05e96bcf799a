#include "panel/space/renderer.hpp"

#include "panel/space/resolve.hpp"
#include "panel/space/tile.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kSamples = 2; // a pixel's side
constexpr double kWidest = 1e4; // layout units between levels; more makes no difference
constexpr double kOnPixel = 1e-6; // how near to a pixel's side counts as on it
constexpr double kFarthest = 1 << 24; // units; beyond it a mesh is far outside of the picture

/// Which triangles each tile may show, in the order of the mesh.
struct Bins {
    Bins(int width, int height)
        : columns((width + Tile::kPixels - 1) / Tile::kPixels)
        , rows((height + Tile::kPixels - 1) / Tile::kPixels)
        , begins(static_cast<std::size_t>(columns * rows) + 1, 0)
    {
    }
    int columns, rows;
    std::vector<std::uint32_t> begins; ///< of each tile's triangles
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
    const double samples = target.pixels_per_unit * kSamples,
                 units = samples * RasterVertex::kUnits;
    const auto whole = [](double v) {
        return static_cast<int>(std::lround(std::clamp(v, -kFarthest, kFarthest)));
    };
    std::vector<RasterVertex> all;
    all.reserve(mesh.vertices.size());
    for (const TerrainMesh::Vertex& v : mesh.vertices) {
        const Vec3 p{v.x, v.y, v.z};
        const Vec2 at = view(p);
        all.push_back(
            {whole(at.x * units), whole(at.y * units), static_cast<float>(view.nearness(p)),
                v.level, v.light, static_cast<float>(spacing_of(v, view, p) * samples)});
    }
    return all;
}

/// The pixels of the target that hold vertices, and all between them.
PixelBounds bounds_of(const std::vector<RasterVertex>& vertices, const RenderTarget& target)
{
    constexpr int kPixel = 2 * RasterVertex::kUnits;
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
    constexpr int kTile = 2 * Tile::kPixels * RasterVertex::kUnits,
                  kApron = Tile::kApron * RasterVertex::kUnits;
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

void fill_bins(Bins& bins, const TerrainMesh& mesh, const std::vector<RasterVertex>& vertices)
{
    std::vector<PixelBounds> tiles;
    tiles.reserve(mesh.triangles.size());
    for (const auto& triangle : mesh.triangles) {
        tiles.push_back(tiles_of(triangle, vertices, bins));
        tiles.back().for_each(bins.columns, [&](std::size_t i) { ++bins.begins[i + 1]; });
    }
    for (std::size_t i = 1; i < bins.begins.size(); ++i)
        bins.begins[i] += bins.begins[i - 1];
    bins.triangles.resize(bins.begins.back());
    std::vector<std::uint32_t> next = bins.begins;
    for (std::size_t t = 0; t < tiles.size(); ++t)
        tiles[t].for_each(bins.columns,
            [&](std::size_t i) { bins.triangles[next[i]++] = static_cast<std::uint32_t>(t); });
}

} // namespace

Rendering render(const TerrainMesh& mesh, const SpaceView& view, const RenderTarget& target,
    const SpaceColors& colors)
{
    std::vector<RasterVertex> vertices = project(mesh, view, target);
    const PixelBounds bounds = bounds_of(vertices, target);
    if (bounds.left >= bounds.right || bounds.top >= bounds.bottom)
        return {};
    constexpr int kPixel = 2 * RasterVertex::kUnits;
    for (RasterVertex& vertex : vertices) {
        vertex.x -= bounds.left * kPixel;
        vertex.y -= bounds.top * kPixel;
    }
    Pixels picture(bounds.right - bounds.left, bounds.bottom - bounds.top);
    Bins bins(picture.width(), picture.height());
    fill_bins(bins, mesh, vertices);
    const auto tile = std::make_unique<Tile>();
    const double line = target.line * target.pixels_per_unit * kSamples;
    for (int row = 0; row < bins.rows; ++row)
        for (int column = 0; column < bins.columns; ++column) {
            const auto bin = static_cast<std::size_t>(row * bins.columns + column);
            tile->clear();
            for (std::uint32_t i = bins.begins[bin]; i < bins.begins[bin + 1]; ++i) {
                const auto& t = mesh.triangles[bins.triangles[i]];
                draw_triangle(*tile, 2 * Tile::kPixels * column - Tile::kApron,
                    2 * Tile::kPixels * row - Tile::kApron,
                    {vertices[t[0]], vertices[t[1]], vertices[t[2]]});
            }
            resolve(*tile, colors, static_cast<float>(line), picture, Tile::kPixels * column,
                Tile::kPixels * row);
        }
    const auto units = [&](int first, int end) {
        return Range{first / target.pixels_per_unit, end / target.pixels_per_unit};
    };
    return {
        std::move(picture), {units(bounds.left, bounds.right), units(bounds.top, bounds.bottom)}};
}

} // namespace thalweg::panel
