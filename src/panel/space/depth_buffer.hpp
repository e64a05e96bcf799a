#pragma once

#include "panel/space/projected_mesh.hpp"

namespace thalweg::panel {

/// How near the ground is that the middles of pixels see (SpaceView::nearness), in those tiles
/// where it is wanted.
class DepthBuffer {
public:
    DepthBuffer(int width, int height);

    int width() const { return width_; }
    int height() const { return height_; }

    /// Asks for the tiles that touch some pixels, before any tile is kept.
    void want(const PixelBounds& pixels);
    /// Keeps what a tile sees, where it is wanted.
    ///
    /// column, row  the tile's first pixel
    void keep(const Tile& tile, int column, int row);

    /// Nothing outside of the picture, and in tiles that are not kept.
    float at(int x, int y) const
    {
        if (x < 0 || y < 0 || x >= width_ || y >= height_)
            return kNothing;
        const std::int32_t tile = places_[number(x / kTilePixels, y / kTilePixels)];
        return tile < 0
            ? kNothing
            : nearness_[static_cast<std::size_t>(tile) * Tile::kPixels
                + static_cast<std::size_t>(y % kTilePixels * kTilePixels + x % kTilePixels)];
    }

private:
    std::size_t number(int column, int row) const
    {
        return static_cast<std::size_t>(row * columns_ + column);
    }

    int width_, height_, columns_;
    std::vector<std::int32_t> places_; ///< of each tile among those that are wanted; below 0: none
    std::int32_t wanted_ = 0;
    std::vector<float> nearness_; ///< tile after tile
};

} // namespace thalweg::panel
