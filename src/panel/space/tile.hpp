#pragma once

#include <array>
#include <cstdint>

namespace thalweg::panel {

/// A corner of a triangle in the picture.
struct RasterVertex {
    static constexpr int kUnits = 32; ///< of a pixel's side
    int x = 0, y = 0; ///< in these units
    float nearness = 0; ///< see SpaceView::nearness
    float level = 0, light = 0; ///< see GroundPoint
    float spacing = 0; ///< pixels from level to level
};

constexpr int kTilePixels = 32; ///< a side
constexpr float kNothing = -1e9f; ///< the nearness where nothing is
constexpr float kBack = -1; ///< less the light is what the underside has

/// What the samples of a square of the picture see of a surface.
///
/// Side  samples along the side of a pixel
template <int Side>
struct Tile {
    static constexpr int kSide = Side;
    /// Samples around it, for what is seen beside its edges; with one sample there is no need.
    static constexpr int kApron = Side > 1 ? Side : 0;
    static constexpr int kRows = Side * kTilePixels + 2 * kApron;
    static constexpr int kRow = (kRows + 7) / 8 * 8; ///< whole vectors of samples
    static constexpr std::size_t kSamples = static_cast<std::size_t>(kRows) * kRow;

    alignas(32) std::array<float, kSamples> nearness;
    alignas(32) std::array<float, kSamples> level;
    alignas(32) std::array<float, kSamples> light;
    alignas(32) std::array<float, kSamples> spacing;
    bool is_empty = false; ///< until it is cleared

    void clear();
};

/// Where ground may end or hide other ground: with outlines.
using FineTile = Tile<2>;
/// Where ground seen from above goes on over all of the tile.
using PlainTile = Tile<1>;

/// Draws a triangle where it is nearest. Neighbours share no sample and leave none out.
///
/// column, row  the picture's first pixel of the tile
void draw_triangle(FineTile& tile, int column, int row, std::array<RasterVertex, 3> triangle);
void draw_triangle(PlainTile& tile, int column, int row, std::array<RasterVertex, 3> triangle);

} // namespace thalweg::panel
