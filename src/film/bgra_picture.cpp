#include "film/bgra_picture.hpp"

#include "film/bgra.hpp"
#include "film/straight.hpp"

namespace thalweg::film {

BgraPicture::BgraPicture(const FilmSpec& film)
    : frame_(
        av::make_frame(film.width, film.height, film.beneath ? AV_PIX_FMT_BGRA : AV_PIX_FMT_BGR0))
    , still_(film.width, film.height)
    , is_transparent_(film.beneath.has_value())
{
}

void BgraPicture::update(const Pixels& pixels, const TileSet& changed)
{
    av::throw_if_failed(av_frame_make_writable(frame_.get()), "make room for a frame");
    still_.set_all_still();
    tiles_to_take(pixels, changed, is_first_).for_each([&](const PixelRect& tile) {
        const auto left = static_cast<std::size_t>(tile.x);
        const auto width = static_cast<std::size_t>(tile.width);
        for (int y = tile.y; y < tile.y + tile.height; ++y)
            std::ranges::transform(pixels.row(y).subspan(left, width),
                bgra_row(*frame_, y).subspan(left, width).begin(), [&](std::uint32_t pixel) {
                    return is_transparent_ ? straight(pixel, 0) : pixel | 0xff000000U;
                });
        for (int y = tile.y; y < tile.y + tile.height; y += Macroblocks::kSide)
            for (int x = tile.x; x < tile.x + tile.width; x += Macroblocks::kSide)
                still_.set_moving(x, y);
    });
    is_first_ = false;
}

} // namespace thalweg::film
