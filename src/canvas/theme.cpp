#include "canvas/theme.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace thalweg::canvas {

namespace {

// Outside of the trail's hues (60 to 200 degrees). The first six differ by .09 or more in OKLab for
// normal, deuteranopic, protanopic and tritanopic eyes (tests/unit/canvas/theme.cpp measures it);
// beyond them the marker's shape tells more than its colour.
constexpr std::array kDarkAccents = {rgb(0x80C5FF), rgb(0xF0F2F5), rgb(0xF9875E), rgb(0x7A97FB),
    rgb(0xFFA8B5), rgb(0xC587B8), rgb(0xE13D54), rgb(0x846FBE)};
constexpr std::array kLightAccents = {rgb(0x08569A), rgb(0x151B23), rgb(0xA13124), rgb(0x0082C0),
    rgb(0x440164), rgb(0xC14D66), rgb(0x6E335D), rgb(0x7A1FD6)};

// Likewise outside of the trail's hues, for every eye; an arrow's form tells as much.
constexpr std::array kDarkVectors = {rgb(0xF75588), rgb(0x968FF7), rgb(0xEEF2F8), rgb(0xF4B0ED)};
constexpr std::array kLightVectors = {rgb(0xCA2356), rgb(0x2F6DD3), rgb(0x16202E), rgb(0x6D177E)};

constexpr Color kNight = rgb(0x0B0F17), kPaper = rgb(0xFFFFFF);

Palette dark()
{
    return {.background = kNight,
        .text = rgb(0xEEF2F8),
        .muted = rgb(0x9AA7BC),
        .rule = rgb(0x3A475C),
        .grid = rgb(0x222C3B),
        .marker_edge = kNight,
        .low = {0.185, 0.035, 262},
        .high = {0.53, 0.085, 305},
        .line = rgb(0xD1E0FF).with_alpha(0.15),
        .index_line = rgb(0xD1E0FF).with_alpha(0.38),
        .line_width = 0.65,
        .index_line_width = 1.2,
        .minimum = rgb(0xEEF2F8),
        .halo = kNight.with_alpha(0.85),
        .casing = kNight.with_alpha(0.7),
        .quick = 0.515,
        .slow = 0.26,
        .quick_chroma = 1,
        .slow_chroma = 0.6,
        .diverged = rgb(0x05070B),
        .undefined = rgb(0x20252E),
        .unsettled = rgb(0x3B3F47),
        .accents = kDarkAccents,
        .vectors = kDarkVectors};
}

Palette light()
{
    return {.background = kPaper,
        .text = rgb(0x16202E),
        .muted = rgb(0x56637A),
        .rule = rgb(0xB4BECC),
        .grid = rgb(0xE3E7ED),
        .marker_edge = kPaper,
        .low = {0.985, 0.006, 250},
        .high = {0.85, 0.038, 272},
        .line = rgb(0x24335C).with_alpha(0.22),
        .index_line = rgb(0x24335C).with_alpha(0.55),
        .line_width = 0.65,
        .index_line_width = 1.25,
        .minimum = rgb(0x16202E),
        .halo = kPaper.with_alpha(0.85),
        .casing = kPaper.with_alpha(0.95),
        .quick = 0.93,
        .slow = 0.70,
        .quick_chroma = 0.6,
        .slow_chroma = 1,
        .diverged = rgb(0x8A9099),
        .undefined = rgb(0xB7BCC4),
        .unsettled = rgb(0xE4E6EA),
        .accents = kLightAccents,
        .vectors = kLightVectors};
}

/// On the straight line between two colours in OKLab, past grey where their hues are opposite.
Color mix_in_oklab(const Color& from, const Color& to, double share)
{
    constexpr double kDegree = std::numbers::pi / 180;
    const Oklch p = to_oklch(from), q = to_oklch(to);
    const auto component = [&](auto of) {
        return std::lerp(p.chroma * of(p.hue * kDegree), q.chroma * of(q.hue * kDegree), share);
    };
    const double a = component([](double hue) { return thalweg::cos(hue); }),
                 b = component([](double hue) { return thalweg::sin(hue); });
    return to_color(Oklch{std::lerp(p.lightness, q.lightness, share), thalweg::hypot(a, b),
        thalweg::atan2(b, a) / kDegree});
}

/// The three colours of the teal-amber trail; all three are seen, since each has a plateau.
struct TrailRamp {
    Color teal, pale, amber;
};
constexpr double kTealUntil = 0.45, kPaleAt = 0.68, kAmberFrom = 0.88;

const TrailRamp& trail_ramp(bool on_dark)
{
    static const TrailRamp kOnDark{rgb(0x3FD7CD), rgb(0xD5E6BB), rgb(0xFFB756)};
    static const TrailRamp kOnLight{rgb(0x007272), to_color(Oklch{0.55, 0.05, 120}), rgb(0xAD5D00)};
    return on_dark ? kOnDark : kOnLight;
}

bool is_dark(const Palette& palette)
{
    return to_oklch(palette.background).lightness < 0.5;
}

Color teal_to_amber(const TrailRamp& ramp, double share)
{
    const auto part = [&](double from, double to) {
        return std::clamp((share - from) / (to - from), 0.0, 1.0);
    };
    return share < kPaleAt ? mix_in_oklab(ramp.teal, ramp.pale, part(kTealUntil, kPaleAt))
                           : mix_in_oklab(ramp.pale, ramp.amber, part(kPaleAt, kAmberFrom));
}

/// The accent at the head; before that further away from the background in lightness, or nearer
/// where there is no room, by no more than what keeps it in sight.
Color by_run(const Color& accent, double share, bool on_dark)
{
    constexpr double kStep = 0.14, kLightest = 0.97, kDarkest = 0.12;
    Oklch old = to_oklch(accent);
    const double away = on_dark ? kStep : -kStep, moved = old.lightness + away;
    old.lightness = moved > kLightest || moved < kDarkest ? old.lightness - away : moved;
    old.chroma *= 0.7;
    return mix_in_oklab(to_color(old), accent, share);
}

} // namespace

const Palette& palette(Theme theme)
{
    static const Palette kDark = dark(), kLight = light();
    return theme == Theme::light ? kLight : kDark;
}

Color ground_color(const Palette& palette, double share)
{
    return to_color(mix(palette.low, palette.high, share));
}

Color band_color(const Palette& palette, int band, int bands)
{
    return ground_color(palette, bands > 1 ? static_cast<double>(band) / (bands - 1) : 0);
}

Color trail_color(const Palette& palette, TrailColors colors, double share, const Color& run_accent)
{
    const double t = std::clamp(share, 0.0, 1.0);
    switch (colors) {
    case TrailColors::teal_amber_hsl:
        return hsl(160 - 140 * t, 0.7, 0.5);
    case TrailColors::by_run:
        return by_run(run_accent, t, is_dark(palette));
    case TrailColors::teal_amber:
        break;
    }
    return teal_to_amber(trail_ramp(is_dark(palette)), t);
}

std::string_view accent_fault(const Palette& palette, TrailColors trails, const Color& accent)
{
    constexpr double kLeastContrast = 3; // WCAG 2.1, 1.4.11, of graphical objects
    constexpr double kTrailFrom = 60, kTrailTo = 200; // hues, in degrees
    constexpr double kColourful = 0.06; // least chroma of a hue that is seen
    if (contrast_ratio(accent, palette.background) < kLeastContrast)
        return "is too near to the background";
    const Oklch lch = to_oklch(accent);
    const double hue = lch.hue < 0 ? lch.hue + 360 : lch.hue;
    const bool is_among = lch.chroma >= kColourful && kTrailFrom <= hue && hue <= kTrailTo;
    return is_among && trails != TrailColors::by_run ? "is among the colours of the trails" : "";
}

} // namespace thalweg::canvas
