#include "film/yuva.hpp"

#include "film/straight.hpp"

#include <algorithm>

namespace thalweg::film {

YuvaPicture::YuvaPicture(int width, int height, std::uint32_t beneath)
    : color_(width, height, AV_PIX_FMT_YUVA420P)
    , straight_(width, height)
    , beneath_(beneath)
{
}

void YuvaPicture::update(const Pixels& pixels, const TileSet& changed)
{
    const TileSet tiles = tiles_to_take(pixels, changed, is_first_);
    tiles.for_each([&](const PixelRect& tile) {
        const auto part = [&](auto row) {
            return row.subspan(
                static_cast<std::size_t>(tile.x), static_cast<std::size_t>(tile.width));
        };
        for (int y = tile.y; y < tile.y + tile.height; ++y)
            std::ranges::transform(part(pixels.row(y)), part(straight_.row(y)).begin(),
                [&](std::uint32_t pixel) { return straight(pixel, beneath_); });
    });
    color_.update(straight_, tiles);
    AVFrame& frame = color_.frame();
    tiles.for_each([&](const PixelRect& tile) {
        for (int y = tile.y; y < tile.y + tile.height; ++y)
            for (int x = tile.x; x < tile.x + tile.width; ++x)
                frame.data[3][std::ptrdiff_t{y} * frame.linesize[3] + x]
                    = static_cast<std::uint8_t>(pixels.row(y)[static_cast<std::size_t>(x)] >> 24);
    });
    is_first_ = false;
}

} // namespace thalweg::film
