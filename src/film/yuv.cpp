#include "film/yuv.hpp"

namespace thalweg {

namespace {

// The weights of BT.709 in limited range, in units of 2^-15, rounded so that each row keeps its
// sum: white is 235, and every grey has chroma 128. libswscale gives the same within one level, but
// takes four times as long on tiles, most of it per call and per line.
//
// Source  ITU-R BT.709-6, items 3.2 to 3.5
struct Weights {
    int r, g, b;
};
constexpr int kBits = 15;
constexpr Weights kY{5983, 20127, 2032};
constexpr Weights kU{-3298, -11094, 14392};
constexpr Weights kV{14392, -13073, -1319};

struct Rgb {
    int r, g, b;
    explicit Rgb(std::uint32_t pixel)
        : r(static_cast<int>(pixel >> 16 & 255U))
        , g(static_cast<int>(pixel >> 8 & 255U))
        , b(static_cast<int>(pixel & 255U))
    {
    }
    Rgb& operator+=(const Rgb& more)
    {
        r += more.r;
        g += more.g;
        b += more.b;
        return *this;
    }
};

/// The weighted sum over 2^bits, rounded, plus an offset.
std::uint8_t level(const Weights& w, const Rgb& c, int offset, int bits)
{
    return static_cast<std::uint8_t>(
        (w.r * c.r + w.g * c.g + w.b * c.b + (2 * offset + 1) * (1 << (bits - 1))) >> bits);
}

void convert_luma(std::span<const std::uint32_t> pixels, std::uint8_t* y)
{
    for (std::size_t i = 0; i < pixels.size(); ++i)
        y[i] = level(kY, Rgb(pixels[i]), 16, kBits);
}

void convert_chroma(std::span<const std::uint32_t> upper, std::span<const std::uint32_t> lower,
    std::uint8_t* u, std::uint8_t* v)
{
    constexpr int kBitsOfFour = kBits + 2;
    for (std::size_t i = 0; i < upper.size() / 2; ++i) {
        Rgb sum(upper[2 * i]);
        sum += Rgb(upper[2 * i + 1]);
        sum += Rgb(lower[2 * i]);
        sum += Rgb(lower[2 * i + 1]);
        u[i] = level(kU, sum, 128, kBitsOfFour);
        v[i] = level(kV, sum, 128, kBitsOfFour);
    }
}

} // namespace

YuvPicture::YuvPicture(int width, int height)
    : frame_(av::make_frame(width, height, AV_PIX_FMT_YUV420P))
{
    frame_->color_range = AVCOL_RANGE_MPEG;
    frame_->colorspace = AVCOL_SPC_BT709;
    frame_->color_primaries = AVCOL_PRI_BT709;
    frame_->color_trc = AVCOL_TRC_BT709;
    frame_->sample_aspect_ratio = {1, 1};
}

void YuvPicture::update(const Pixels& pixels, const TileSet& changed)
{
    TileSet all(pixels.width(), pixels.height());
    all.add_all();
    const TileSet& tiles = is_first_ ? all : changed;
    is_first_ = false;
    if (tiles.count() == 0)
        return;
    av::check(av_frame_make_writable(frame_.get()), "make room for a frame");
    tiles.for_each([&](const PixelRect& tile) { convert(pixels, tile); });
}

void YuvPicture::convert(const Pixels& pixels, const PixelRect& tile)
{
    const auto pixel_row = [&](int y) {
        return pixels.row(y).subspan(
            static_cast<std::size_t>(tile.x), static_cast<std::size_t>(tile.width));
    };
    const auto plane_row = [&](int plane, int x, int y) {
        return frame_->data[plane] + std::ptrdiff_t{y} * frame_->linesize[plane] + x;
    };
    for (int y = tile.y; y < tile.y + tile.height; y += 2) {
        const auto upper = pixel_row(y), lower = pixel_row(y + 1);
        convert_luma(upper, plane_row(0, tile.x, y));
        convert_luma(lower, plane_row(0, tile.x, y + 1));
        convert_chroma(
            upper, lower, plane_row(1, tile.x / 2, y / 2), plane_row(2, tile.x / 2, y / 2));
    }
}

} // namespace thalweg
