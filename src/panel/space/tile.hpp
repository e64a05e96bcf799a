#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace thalweg::panel {

/// What the samples of a square of the picture see of a surface: 32 by 32 pixels of 2 by 2 samples
/// each, and one pixel more around them for what is seen beside its edges.
struct Tile {
    static constexpr int kPixels = 32, kApron = 2; // the latter in samples
    static constexpr int kRows = 2 * kPixels + 2 * kApron;
    static constexpr int kRow = 72; ///< samples, a multiple of those that are drawn at once
    static constexpr std::size_t kSamples = static_cast<std::size_t>(kRows) * kRow;
    static constexpr float kNothing = -1e9f; ///< the nearness where nothing is
    static constexpr float kBack = -1; ///< less the light is what the underside has

    alignas(32) std::array<float, kSamples> nearness; ///< see SpaceView::nearness
    alignas(32) std::array<float, kSamples> level; ///< the place among the levels
    alignas(32) std::array<float, kSamples> light;
    alignas(32) std::array<float, kSamples> spacing; ///< samples from level to level
    bool is_empty = false; ///< until it is cleared

    void clear();
};

/// A corner of a triangle in the picture.
struct RasterVertex {
    static constexpr int kUnits = 16; ///< of a sample's side
    int x = 0, y = 0; ///< in these units
    float nearness = 0, level = 0, light = 0;
    float spacing = 0; ///< samples from level to level
};

/// Draws a triangle where it is nearest. Neighbours share no sample and leave none out.
///
/// column, row  the picture's first sample of the tile
void draw_triangle(Tile& tile, int column, int row, std::array<RasterVertex, 3> triangle);

} // namespace thalweg::panel
