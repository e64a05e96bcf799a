#include "film/yuv.hpp"

#include "support/catch.hpp"
#include "unit/film/synthetic.hpp"

#include <random>

using namespace thalweg;
using namespace thalweg::film;

namespace {

constexpr int kWidth = 322, kHeight = 182; // tiles cut off at the edges

double red(std::uint32_t p)
{
    return p >> 16 & 255U;
}
double green(std::uint32_t p)
{
    return p >> 8 & 255U;
}
double blue(std::uint32_t p)
{
    return p & 255U;
}
double luma(std::uint32_t p)
{
    return 0.2126 * red(p) + 0.7152 * green(p) + 0.0722 * blue(p);
}

int sample(AVFrame& frame, int plane, int x, int y)
{
    return frame.data[plane][y * frame.linesize[plane] + x];
}

Pixels noise()
{
    Pixels pixels(kWidth, kHeight);
    std::mt19937 random(7);
    for (int y = 0; y < kHeight; ++y)
        for (std::uint32_t& pixel : pixels.row(y))
            pixel = random() & 0xffffffU;
    return pixels;
}

/// Every sample of two pictures.
bool equal(AVFrame& a, AVFrame& b)
{
    for (int plane = 0; plane < 3; ++plane)
        for (int y = 0; y < (plane == 0 ? kHeight : kHeight / 2); ++y)
            for (int x = 0; x < (plane == 0 ? kWidth : kWidth / 2); ++x)
                if (sample(a, plane, x, y) != sample(b, plane, x, y))
                    return false;
    return true;
}

} // namespace

// ITU-R BT.709-6: Y = 0.2126 R + 0.7152 G + 0.0722 B, limited to 16...235 and 16...240.
TEST_CASE(
    "colours become BT.709 within rounding, each chroma sample the mean of four pixels", "[film]")
{
    const Pixels pixels = noise();
    YuvPicture picture(kWidth, kHeight);
    picture.update(pixels, {});
    double worst = 0;
    for (int y = 0; y < kHeight; y += 2)
        for (int x = 0; x < kWidth; x += 2) {
            double cb = 0, cr = 0;
            for (const auto& [i, j] : {std::pair{0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
                const std::uint32_t p = pixels.row(y + j)[static_cast<std::size_t>(x + i)];
                worst = std::max(worst,
                    std::abs(
                        sample(picture.frame(), 0, x + i, y + j) - (16 + 219 * luma(p) / 255)));
                cb += (blue(p) - luma(p)) / 1.8556 / 4;
                cr += (red(p) - luma(p)) / 1.5748 / 4;
            }
            worst = std::max(
                worst, std::abs(sample(picture.frame(), 1, x / 2, y / 2) - (128 + 224 * cb / 255)));
            worst = std::max(
                worst, std::abs(sample(picture.frame(), 2, x / 2, y / 2) - (128 + 224 * cr / 255)));
        }
    CHECK(worst < 0.52);
}

TEST_CASE("a picture that took over changed tiles equals one that took all", "[film]")
{
    synthetic::Source source(kWidth, kHeight);
    YuvPicture kept(kWidth, kHeight);
    for (const int k : {0, 1, 2, 60, 154, 155, 156, 3}) {
        TileSet changed(kWidth, kHeight);
        kept.update(source.draw(k, changed), changed);
        YuvPicture fresh(kWidth, kHeight);
        fresh.update(synthetic::picture(k, kWidth, kHeight), {});
        CHECK(equal(kept.frame(), fresh.frame()));
    }
}

TEST_CASE("macroblocks are still where no sample changed", "[film]")
{
    YuvPicture picture(kWidth, kHeight);
    Pixels pixels = noise();
    picture.update(pixels, {});
    CHECK(std::ranges::count(picture.still().flags(), 1) == 0);
    TileSet all(kWidth, kHeight);
    all.add_all();
    picture.update(pixels, all);
    CHECK(picture.still().all_still());
    // One pixel in the third macroblock of the second row of 21, another in the last, which is cut.
    pixels.row(20)[40] ^= 0xffffffU;
    pixels.row(kHeight - 1)[kWidth - 1] ^= 0xffffffU;
    picture.update(pixels, all);
    std::vector<std::ptrdiff_t> moving;
    const auto flags = picture.still().flags();
    for (auto at = flags.begin(); at != flags.end(); ++at)
        if (*at == 0)
            moving.push_back(at - flags.begin());
    CHECK(moving == std::vector<std::ptrdiff_t>{21 + 2, 21 * 12 - 1});
    picture.update(pixels, TileSet(kWidth, kHeight));
    CHECK(picture.still().all_still());
}
