#pragma once

#include "canvas/canvas.hpp"

#include <array>
#include <cmath>

namespace thalweg::test {

constexpr double kDrawingWidth = 300, kDrawingHeight = 200; // in layout units

/// A picture that fades from left to right and from top to bottom.
inline Pixels fading_picture(int width, int height)
{
    Pixels pixels(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            pixels.row(y)[static_cast<std::size_t>(x)] = static_cast<std::uint32_t>(
                (255 * x / width) << 16 | (255 * y / height) << 8 | 0x60);
    return pixels;
}

inline void draw_shapes(canvas::Canvas& canvas)
{
    using canvas::Path;
    const canvas::Palette& palette = canvas.palette();
    const canvas::Clip clip(canvas, {{20, 180}, {20, 150}});
    for (int ring = 0; ring < 5; ++ring)
        canvas.fill(Path::circle({100, 90}, 110 - 20.0 * ring), band_color(palette, ring, 5));
    const canvas::Group group(canvas, "curves");
    Path wave;
    wave.move_to({0, 60}).curve_to({60, -40}, {120, 220}, {200, 80});
    constexpr std::array kDashes{6.0, 4.0};
    canvas.stroke(wave, {.color = palette.casing, .width = 5});
    canvas.stroke(wave,
        {.color = accent(palette, 2),
            .width = 2.5,
            .dashes = kDashes,
            .dash_offset = 3,
            .cap = canvas::Cap::butt});
    canvas.fill(Path::rounded_box({{40, 90}, {110, 140}}, 8), accent(palette, 0).with_alpha(0.5));
    canvas.stroke(Path::rectangle({{30.5, 60.5}, {30.5, 60.5}}), {.color = palette.text});
}

/// Everything that a canvas offers, once.
inline void draw_everything(canvas::Canvas& canvas)
{
    using namespace canvas;
    const Palette& palette = canvas.palette();
    canvas.fill(Path::rectangle({{0, kDrawingWidth}, {0, kDrawingHeight}}), palette.background);
    draw_shapes(canvas);
    const Halo halo{palette.halo, 3};
    const Group group(canvas, "words");
    canvas.text("momentum 0.9", {.size = 14, .color = palette.text, .halo = halo},
        {.at = {60, 70}, .y = AlignY::middle});
    canvas.text("loss $f(x_1) = 10^{-3}$", {.size = 14, .color = palette.text, .halo = halo},
        {.at = {100, 125}, .x = AlignX::center});
    canvas.text("upward", {.size = 13, .color = palette.muted},
        {.at = {14, 85}, .x = AlignX::center, .y = AlignY::middle, .upward = true});
    canvas.text("Why momentum matters in narrow valleys",
        {.size = 15,
            .color = palette.text,
            .weight = Weight::bold,
            .wrap = 105,
            .even_lines = true},
        {.at = {190, 20}, .y = AlignY::top});
    canvas.text("\u22122.5", {.size = 12, .color = accent(palette, 4)},
        {.at = {290, 120}, .x = AlignX::right});
    canvas.image(fading_picture(120, 60), {{200, 260}, {140, 170}});
    canvas.text("Caf\u00e9 & <\u03b2>", {.size = 12, .color = palette.muted},
        {.at = {20, 190}, .y = AlignY::bottom});
}

} // namespace thalweg::test
