#include "panel/space/depth_buffer.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

int tiles(int pixels)
{
    return (pixels + kTilePixels - 1) / kTilePixels;
}

} // namespace

DepthBuffer::DepthBuffer(int width, int height)
    : width_(std::max(0, width))
    , height_(std::max(0, height))
    , columns_(tiles(width_))
    , places_(static_cast<std::size_t>(columns_ * tiles(height_)), -1)
{
}

void DepthBuffer::want(const PixelBounds& pixels)
{
    const int left = std::max(0, pixels.left), right = std::min(width_, pixels.right),
              top = std::max(0, pixels.top), bottom = std::min(height_, pixels.bottom);
    if (left >= right || top >= bottom)
        return;
    for (int row = top / kTilePixels; row < tiles(bottom); ++row)
        for (int column = left / kTilePixels; column < tiles(right); ++column)
            if (std::int32_t& place = places_[number(column, row)]; place < 0)
                place = wanted_++;
}

void DepthBuffer::keep(const Tile& tile, int column, int row)
{
    const std::int32_t place = places_[number(column / kTilePixels, row / kTilePixels)];
    if (place < 0)
        return;
    if (nearness_.empty())
        nearness_.resize(static_cast<std::size_t>(wanted_) * Tile::kPixels);
    std::ranges::copy(tile.nearness,
        nearness_.begin() + static_cast<std::ptrdiff_t>(place) * std::ptrdiff_t{Tile::kPixels});
}

} // namespace thalweg::panel
