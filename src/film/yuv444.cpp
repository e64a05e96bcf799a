#include "film/yuv444.hpp"

#include "film/straight.hpp"

#include <algorithm>

namespace thalweg::film {

Yuv444Picture::Yuv444Picture(const FilmSpec& film, AVPixelFormat format, const YuvForm& form)
    : frame_(av::make_frame(film.width, film.height, format))
    , form_(form)
    , beneath_(film.beneath)
{
}

void Yuv444Picture::update(const Pixels& pixels, const TileSet& changed)
{
    av::throw_if_failed(av_frame_make_writable(frame_.get()), "make room for a frame");
    tiles_to_take(pixels, changed, is_first_).for_each([&](const PixelRect& tile) {
        for (int y = tile.y; y < tile.y + tile.height; ++y)
            for (int x = tile.x; x < tile.x + tile.width; ++x)
                take(pixels.row(y)[static_cast<std::size_t>(x)], x, y);
    });
    is_first_ = false;
}

void Yuv444Picture::take(std::uint32_t pixel, int x, int y)
{
    if (beneath_) {
        set(3, x, y, (pixel >> 24) * (form_.most / 255.0));
        pixel = straight(pixel, *beneath_);
    }
    const auto channel = [&](int shift) { return (pixel >> shift & 255U) / 255.0; };
    const double r = channel(16), g = channel(8), b = channel(0);
    const double luma = form_.red * r + (1 - form_.red - form_.blue) * g + form_.blue * b;
    set(0, x, y, form_.black + (form_.white - form_.black) * luma);
    set(1, x, y, form_.grey + form_.chroma * (b - luma) / (2 * (1 - form_.blue)));
    set(2, x, y, form_.grey + form_.chroma * (r - luma) / (2 * (1 - form_.red)));
}

void Yuv444Picture::set(int plane, int x, int y, double value)
{
    const int sample = std::clamp(static_cast<int>(value + 0.5), 0, form_.most);
    std::uint8_t* row = frame_->data[plane] + std::ptrdiff_t{y} * frame_->linesize[plane];
    if (form_.most <= 255)
        row[x] = static_cast<std::uint8_t>(sample);
    else
        reinterpret_cast<std::uint16_t*>(row)[x] = static_cast<std::uint16_t>(sample);
}

} // namespace thalweg::film
