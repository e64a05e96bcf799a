#pragma once

#include <array>
#include <cstddef>
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

using RasterTriangle = std::array<const RasterVertex*, 3>;

constexpr int kTilePixels = 64; ///< a side
constexpr float kNothing = -1e9f; ///< the nearness where nothing is
constexpr float kBack = -1; ///< less the light is what the underside has

/// What the middles of a square's pixels see of a surface, row by row.
struct Tile {
    static constexpr std::size_t kPixels = std::size_t{kTilePixels} * kTilePixels;

    alignas(32) std::array<float, kPixels> nearness;
    alignas(32) std::array<float, kPixels> level;
    alignas(32) std::array<float, kPixels> light;
    alignas(32) std::array<float, kPixels> spacing;
    bool is_empty = false; ///< until it is cleared

    void clear();
};

/// Draws a triangle where it is nearest. Neighbours share no pixel and leave none out.
///
/// column, row  the picture's first pixel of the tile
void draw_triangle(Tile& tile, int column, int row, const RasterTriangle& corners);

} // namespace thalweg::panel
