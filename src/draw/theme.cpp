#include "draw/theme.hpp"

#include <array>

namespace thalweg {

namespace {

// After Okabe and Ito's palette for colour-blind readers, lightened for the dark theme and darkened
// for the light one.
constexpr std::array kDarkAccents = {rgb(0x6CC5F5), rgb(0xFF9F6B), rgb(0xF5E663), rgb(0x4FE0B5),
    rgb(0xF0A3D0), rgb(0xA9B8FF), rgb(0xFFC14D), rgb(0xC5E86C), rgb(0xFF8C9E), rgb(0xD9D9E3)};
constexpr std::array kLightAccents = {rgb(0x0F5F9C), rgb(0xA63A00), rgb(0x6B5A00), rgb(0x006B50),
    rgb(0x96306F), rgb(0x4049B0), rgb(0x8A4B00), rgb(0x47640A), rgb(0xB01030), rgb(0x4A4A55)};

Palette dark()
{
    return {.background = rgb(0x0B0F17),
        .text = rgb(0xEEF2F8),
        .muted = rgb(0x9AA7BC),
        .rule = rgb(0x3A475C),
        .marker_edge = rgb(0x0B0F17),
        .low = {0.20, 0.045, 262},
        .high = {0.47, 0.075, 292},
        .quick = 0.515,
        .slow = 0.26,
        .quick_chroma = 1,
        .slow_chroma = 0.6,
        .diverged = rgb(0x05070B),
        .unsettled = rgb(0x3B3F47),
        .contour = Color{0.82, 0.88, 1.0, 0.24},
        .cross_hair = rgb(0xE6ECF5),
        .plate = Color{0.043, 0.059, 0.09, 0.72},
        .trail_old = to_oklch(hsl(160, 0.7, 0.5)),
        .trail_new = to_oklch(hsl(40, 0.85, 0.58)),
        .accents = kDarkAccents};
}

Palette light()
{
    return {.background = rgb(0xFFFFFF),
        .text = rgb(0x16202E),
        .muted = rgb(0x56637A),
        .rule = rgb(0xB4BECC),
        .marker_edge = rgb(0xFFFFFF),
        .low = {0.985, 0.008, 250},
        .high = {0.79, 0.06, 270},
        .quick = 0.93,
        .slow = 0.70,
        .quick_chroma = 0.6,
        .slow_chroma = 1,
        .diverged = rgb(0x8A9099),
        .unsettled = rgb(0xE4E6EA),
        .contour = Color{0.14, 0.20, 0.36, 0.32},
        .cross_hair = rgb(0x2B3950),
        .plate = Color{1, 1, 1, 0.78},
        .trail_old = {0.62, 0.13, 162},
        .trail_new = {0.64, 0.16, 58},
        .accents = kLightAccents};
}

} // namespace

const Palette& palette(Theme theme)
{
    static const Palette kDark = dark(), kLight = light();
    return theme == Theme::light ? kLight : kDark;
}

Color band_color(const Palette& palette, int band, int bands)
{
    return to_color(
        mix(palette.low, palette.high, bands > 1 ? static_cast<double>(band) / (bands - 1) : 0));
}

Color trail_color(const Palette& palette, TrailColors colors, double share)
{
    if (colors == TrailColors::teal_amber_hsl)
        return hsl(160 - 140 * share, 0.7, 0.5);
    return to_color(mix(palette.trail_old, palette.trail_new, share));
}

} // namespace thalweg
