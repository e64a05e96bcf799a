#pragma once

#include "film/frame_source.hpp"

#include <algorithm>
#include <array>
#include <memory>

/// Frames made of flat blocks on a flat ground, with a square that moves two pixels a frame: cheap
/// to draw, easy to check after decoding, and known without any history.
namespace synthetic {

using thalweg::PixelRect;
using thalweg::Pixels;
using thalweg::TileSet;
using thalweg::film::FilmSpec;
using thalweg::film::FrameSource;

constexpr std::uint32_t kGround = 0x14181f;
constexpr std::uint32_t kMover = 0xffb000;
constexpr std::array<std::uint32_t, 6> kBlocks{
    0xd96226, 0x26d9a0, 0x3060ff, 0xffffff, 0x800080, 0x000000};
constexpr int kMoverSide = 12;

inline void fill(Pixels& pixels, const PixelRect& r, std::uint32_t colour)
{
    for (int y = std::max(0, r.y); y < std::min(pixels.height(), r.y + r.height); ++y)
        for (int x = std::max(0, r.x); x < std::min(pixels.width(), r.x + r.width); ++x)
            pixels.row(y)[static_cast<std::size_t>(x)] = colour;
}

/// Where block i stands: along the top, 32 pixels a side.
inline PixelRect block(int i)
{
    return {8 + 48 * i, 8, 32, 32};
}

inline PixelRect mover(int k, int width, int height)
{
    return {(2 * k) % (width - kMoverSide), height - 2 * kMoverSide, kMoverSide, kMoverSide};
}

/// Frame k, by itself.
inline Pixels picture(int k, int width, int height)
{
    Pixels pixels(width, height);
    fill(pixels, {0, 0, width, height}, kGround);
    for (int i = 0; i < static_cast<int>(kBlocks.size()); ++i)
        fill(pixels, block(i), kBlocks[static_cast<std::size_t>(i)]);
    fill(pixels, mover(k, width, height), kMover);
    return pixels;
}

/// Draws only what moves, as the real sources do.
class Source final : public FrameSource {
public:
    Source(int width, int height)
        : pixels_(width, height)
    {
    }

    const Pixels& draw(int k, TileSet& changed) override
    {
        const int width = pixels_.width(), height = pixels_.height();
        if (last_ < 0) {
            pixels_ = picture(k, width, height);
            changed.add_all();
        } else {
            for (const PixelRect& r : {mover(last_, width, height), mover(k, width, height)})
                changed.add(r.x, r.y, r.x + r.width, r.y + r.height);
            fill(pixels_, mover(last_, width, height), kGround);
            fill(pixels_, mover(k, width, height), kMover);
        }
        last_ = k;
        return pixels_;
    }

    std::vector<std::uint32_t> palette_hint() const override
    {
        std::vector<std::uint32_t> colours{kGround, kMover};
        colours.insert(colours.end(), kBlocks.begin(), kBlocks.end());
        return colours;
    }

private:
    Pixels pixels_;
    int last_ = -1;
};

inline FilmSpec film(int frames, int fps = 30, int width = 320, int height = 180)
{
    return {.width = width, .height = height, .fps = fps, .frames = frames, .source = [=] {
                return std::make_unique<Source>(width, height);
            }};
}

/// The same without a ground: pixels of alpha 0, and a block of half of it, as Cairo keeps them.
class TransparentSource final : public FrameSource {
public:
    static constexpr std::uint32_t kHalf = 0x80402000; ///< of 0x804000 at alpha 128
    static constexpr PixelRect kHalfBlock{8, 56, 32, 32};

    TransparentSource(int width, int height)
        : opaque_(width, height)
        , pixels_(width, height)
    {
    }

    const Pixels& draw(int k, TileSet& changed) override
    {
        const Pixels& opaque = opaque_.draw(k, changed);
        for (int y = 0; y < pixels_.height(); ++y)
            std::ranges::transform(opaque.row(y), pixels_.row(y).begin(),
                [](std::uint32_t p) { return p == kGround ? 0U : p | 0xff000000U; });
        fill(pixels_, kHalfBlock, kHalf);
        return pixels_;
    }

private:
    Source opaque_;
    Pixels pixels_;
};

inline FilmSpec transparent_film(int frames, int fps = 30, int width = 320, int height = 180)
{
    return {.width = width,
        .height = height,
        .fps = fps,
        .frames = frames,
        .source = [=] { return std::make_unique<TransparentSource>(width, height); },
        .beneath = kGround};
}

/// Noise, so that no format makes it small.
class Noise final : public FrameSource {
public:
    const Pixels& draw(int k, TileSet& changed) override
    {
        changed.add_all();
        auto state = static_cast<std::uint32_t>(k + 1);
        for (int y = 0; y < pixels_.height(); ++y)
            for (std::uint32_t& pixel : pixels_.row(y)) {
                state = state * 1664525U + 1013904223U;
                pixel = state >> 8;
            }
        return pixels_;
    }

private:
    Pixels pixels_{320, 180};
};

inline FilmSpec noise(int frames)
{
    return {.width = 320, .height = 180, .fps = 25, .frames = frames, .source = [] {
                return std::make_unique<Noise>();
            }};
}

} // namespace synthetic
