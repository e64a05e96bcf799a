#include "film/yuv.hpp"

#include <algorithm>
#include <array>
#include <cstring>

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

/// One tile's samples.
struct YuvTile {
    static constexpr int kSide = TileSet::kSide;
    std::array<std::uint8_t, kSide * kSide> y;
    std::array<std::array<std::uint8_t, kSide * kSide / 4>, 2> uv;
};

void convert(const Pixels& pixels, const PixelRect& tile, YuvTile& result)
{
    const auto pixel_row = [&](int y) {
        return pixels.row(tile.y + y)
            .subspan(static_cast<std::size_t>(tile.x), static_cast<std::size_t>(tile.width));
    };
    constexpr int kSide = YuvTile::kSide;
    for (int y = 0; y < tile.height; y += 2) {
        const auto upper = pixel_row(y), lower = pixel_row(y + 1);
        std::uint8_t* luma = result.y.data() + y * kSide;
        convert_luma(upper, luma);
        convert_luma(lower, luma + kSide);
        const int chroma = y / 2 * (kSide / 2);
        convert_chroma(upper, lower, result.uv[0].data() + chroma, result.uv[1].data() + chroma);
    }
}

/// Writes a block over another; returns whether any sample changed.
bool replace(const std::uint8_t* from, int from_stride, std::uint8_t* to, int to_stride, int width,
    int height)
{
    bool changed = false;
    for (int y = 0; y < height; ++y, from += from_stride, to += to_stride) {
        changed = changed || std::memcmp(from, to, static_cast<std::size_t>(width)) != 0;
        std::memcpy(to, from, static_cast<std::size_t>(width));
    }
    return changed;
}

} // namespace

YuvPicture::YuvPicture(int width, int height)
    : frame_(av::make_frame(width, height, AV_PIX_FMT_YUV420P))
    , still_(width, height)
{
    frame_->color_range = AVCOL_RANGE_MPEG;
    frame_->colorspace = AVCOL_SPC_BT709;
    frame_->color_primaries = AVCOL_PRI_BT709;
    frame_->color_trc = AVCOL_TRC_BT709;
    frame_->sample_aspect_ratio = {1, 1};
}

void YuvPicture::update(const Pixels& pixels, const TileSet& changed)
{
    still_.set_all_still();
    TileSet all(pixels.width(), pixels.height());
    all.add_all();
    const TileSet& tiles = is_first_ ? all : changed;
    tiles.for_each([&](const PixelRect& tile) { take(pixels, tile); });
    if (is_first_)
        still_.set_all_moving();
    is_first_ = false;
}

/// Converts a tile, and finds which of its macroblocks that changed.
void YuvPicture::take(const Pixels& pixels, const PixelRect& tile)
{
    constexpr int kTile = YuvTile::kSide, kSide = Macroblocks::kSide;
    YuvTile fresh;
    convert(pixels, tile, fresh);
    const auto plane_at = [&](int plane, int x, int y) {
        return frame_->data[plane] + std::ptrdiff_t{y} * frame_->linesize[plane] + x;
    };
    for (int y = 0; y < tile.height; y += kSide)
        for (int x = 0; x < tile.width; x += kSide) {
            const int width = std::min(kSide, tile.width - x);
            const int height = std::min(kSide, tile.height - y);
            bool changed = replace(fresh.y.data() + y * kTile + x, kTile,
                plane_at(0, tile.x + x, tile.y + y), frame_->linesize[0], width, height);
            for (int c = 0; c < 2; ++c)
                changed |= replace(
                    fresh.uv[static_cast<std::size_t>(c)].data() + y / 2 * (kTile / 2) + x / 2,
                    kTile / 2, plane_at(c + 1, (tile.x + x) / 2, (tile.y + y) / 2),
                    frame_->linesize[c + 1], width / 2, height / 2);
            if (changed)
                still_.set_moving(tile.x + x, tile.y + y);
        }
}

} // namespace thalweg
