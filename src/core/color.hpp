#pragma once

#include <cstdint>

namespace thalweg {

/// An sRGB colour with opacity, each component 0 to 1, not premultiplied.
struct Color {
    double r = 0, g = 0, b = 0, a = 1;

    friend constexpr bool operator==(const Color&, const Color&) = default;
    constexpr Color with_alpha(double alpha) const { return {r, g, b, alpha}; }
};

/// 0xRRGGBB as a colour.
constexpr Color rgb(std::uint32_t hex)
{
    return {((hex >> 16) & 255) / 255.0, ((hex >> 8) & 255) / 255.0, (hex & 255) / 255.0, 1};
}
/// The nearest 0xRRGGBB, opacity left out.
std::uint32_t to_hex(const Color& color);
/// "#RRGGBB" components of hue (degrees), saturation and lightness (0 to 1).
Color hsl(double hue, double saturation, double lightness);

/// A colour by perceived lightness (0 to 1), chroma (0 to about 0.35) and hue (degrees).
/// Source  B. Ottosson, A perceptual color space for image processing, 2020
struct Oklch {
    double lightness = 0, chroma = 0, hue = 0;
};

Oklch to_oklch(const Color& color);
/// Out-of-gamut colours lose chroma, not lightness or hue.
Color to_color(const Oklch& lch, double alpha = 1);
/// On the straight line between two colours in OKLCH, hue the shorter way round.
Oklch mix(const Oklch& from, const Oklch& to, double share);

/// What is seen of `over` (with its opacity) on an opaque `under`.
Color blend(const Color& under, const Color& over);

/// From 1 (equal) to 21 (black on white); opacity ignored.
/// Source  W3C, Web Content Accessibility Guidelines 2.1, "contrast ratio"
double contrast_ratio(const Color& a, const Color& b);

} // namespace thalweg
