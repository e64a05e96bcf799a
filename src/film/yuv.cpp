#include "film/yuv.hpp"

#include "core/newer_cpus.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace thalweg::film {

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

// Multiplying 32-bit integers in bulk needs more than the oldest x86-64 has.

THALWEG_FOR_NEWER_CPUS
void convert_luma(std::span<const std::uint32_t> pixels, std::uint8_t* y)
{
    for (std::size_t i = 0; i < pixels.size(); ++i)
        y[i] = level(kY, Rgb(pixels[i]), 16, kBits);
}

THALWEG_FOR_NEWER_CPUS
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

/// Part of a plane.
struct Block {
    std::uint8_t* data;
    int stride;
};

/// One tile's samples.
class YuvTile {
public:
    /// From a sample of a plane on.
    Block at(int plane, int x, int y)
    {
        const int stride = plane == 0 ? kSide : kSide / 2;
        std::uint8_t* samples = plane == 0 ? y_.data() : plane == 1 ? u_.data() : v_.data();
        return {samples + y * stride + x, stride};
    }

private:
    static constexpr int kSide = TileSet::kSide;
    std::array<std::uint8_t, kSide * kSide> y_;
    std::array<std::uint8_t, kSide * kSide / 4> u_, v_;
};

void convert(const Pixels& pixels, const PixelRect& tile, YuvTile& result)
{
    const auto pixel_row = [&](int y) {
        return pixels.row(tile.y + y)
            .subspan(static_cast<std::size_t>(tile.x), static_cast<std::size_t>(tile.width));
    };
    for (int y = 0; y < tile.height; y += 2) {
        const auto upper = pixel_row(y), lower = pixel_row(y + 1);
        convert_luma(upper, result.at(0, 0, y).data);
        convert_luma(lower, result.at(0, 0, y + 1).data);
        convert_chroma(upper, lower, result.at(1, 0, y / 2).data, result.at(2, 0, y / 2).data);
    }
}

/// Are the first `Width` bytes the same? (The library's comparison costs a call for each row.)
template <int Width>
bool equal(const std::uint8_t* a, const std::uint8_t* b)
{
    static_assert(Width % sizeof(std::uint64_t) == 0);
    std::uint64_t difference = 0;
    for (int i = 0; i < Width; i += static_cast<int>(sizeof(std::uint64_t))) {
        std::uint64_t x = 0, y = 0;
        std::memcpy(&x, a + i, sizeof x);
        std::memcpy(&y, b + i, sizeof y);
        difference |= x ^ y;
    }
    return difference == 0;
}

/// Writes a block over another; returns whether any sample changed.
///
/// Width  the usual one, for which the compiler makes short work of a row
template <int Width>
bool replace(Block from, Block to, int width, int height)
{
    bool changed = false;
    const auto size = static_cast<std::size_t>(width);
    for (int y = 0; y < height; ++y, from.data += from.stride, to.data += to.stride) {
        if (width == Width) {
            changed |= !equal<Width>(from.data, to.data);
            std::memcpy(to.data, from.data, Width);
        } else {
            changed |= std::memcmp(from.data, to.data, size) != 0;
            std::memcpy(to.data, from.data, size);
        }
    }
    return changed;
}

} // namespace

YuvPicture::YuvPicture(int width, int height, AVPixelFormat format)
    : frame_(av::make_frame(width, height, format))
    , still_(width, height)
{
}

void YuvPicture::update(const Pixels& pixels, const TileSet& changed)
{
    av::throw_if_failed(av_frame_make_writable(frame_.get()), "make room for a frame");
    still_.set_all_still();
    tiles_to_take(pixels, changed, is_first_).for_each([&](const PixelRect& tile) {
        take(pixels, tile);
    });
    if (is_first_)
        still_.set_all_moving();
    is_first_ = false;
}

/// Converts a tile, and finds which of its macroblocks that changed.
void YuvPicture::take(const Pixels& pixels, const PixelRect& tile)
{
    constexpr int kSide = Macroblocks::kSide;
    YuvTile fresh;
    convert(pixels, tile, fresh);
    const auto in_picture = [&](int plane, int x, int y) {
        const int stride = frame_->linesize[plane];
        return Block{frame_->data[plane] + std::ptrdiff_t{y} * stride + x, stride};
    };
    for (int y = 0; y < tile.height; y += kSide)
        for (int x = 0; x < tile.width; x += kSide) {
            const int width = std::min(kSide, tile.width - x);
            const int height = std::min(kSide, tile.height - y);
            const int left = tile.x + x, top = tile.y + y;
            bool changed
                = replace<kSide>(fresh.at(0, x, y), in_picture(0, left, top), width, height);
            for (const int plane : {1, 2})
                changed |= replace<kSide / 2>(fresh.at(plane, x / 2, y / 2),
                    in_picture(plane, left / 2, top / 2), width / 2, height / 2);
            if (changed)
                still_.set_moving(left, top);
        }
}

} // namespace thalweg::film
