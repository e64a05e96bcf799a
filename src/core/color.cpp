#include "core/color.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace thalweg {

namespace {

constexpr double kDegree = std::numbers::pi / 180;

double to_linear(double v)
{
    return v <= 0.04045 ? v / 12.92 : thalweg::pow((v + 0.055) / 1.055, 2.4);
}
double to_gamma(double v)
{
    return v <= 0.0031308 ? 12.92 * v : 1.055 * thalweg::pow(v, 1 / 2.4) - 0.055;
}

double luminance(const Color& c)
{
    return 0.2126 * to_linear(c.r) + 0.7152 * to_linear(c.g) + 0.0722 * to_linear(c.b);
}

/// Linear RGB, possibly outside [0, 1].
Color linear_rgb(const Oklch& lch)
{
    const double a = lch.chroma * thalweg::cos(lch.hue * kDegree),
                 b = lch.chroma * thalweg::sin(lch.hue * kDegree);
    const auto cube = [](double v) { return v * v * v; };
    const double l = cube(lch.lightness + 0.3963377774 * a + 0.2158037573 * b);
    const double m = cube(lch.lightness - 0.1055613458 * a - 0.0638541728 * b);
    const double s = cube(lch.lightness - 0.0894841775 * a - 1.2914855480 * b);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
        -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
        -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s, 1};
}

bool in_gamut(const Color& c)
{
    const auto fits = [](double v) { return v >= -1e-6 && v <= 1 + 1e-6; };
    return fits(c.r) && fits(c.g) && fits(c.b);
}

} // namespace

std::uint32_t to_hex(const Color& color)
{
    const auto byte = [](double v) {
        return static_cast<std::uint32_t>(std::lround(255 * std::clamp(v, 0.0, 1.0)));
    };
    return byte(color.r) << 16 | byte(color.g) << 8 | byte(color.b);
}

Color hsl(double hue, double saturation, double lightness)
{
    const double chroma = (1 - std::abs(2 * lightness - 1)) * saturation;
    const auto component = [&](double shift) {
        const double k = std::fmod(shift + hue / 60 + 6, 6);
        return lightness + chroma * (0.5 - std::clamp(std::min(k, 4 - k), 0.0, 1.0));
    };
    return {component(5), component(3), component(1), 1};
}

Oklch to_oklch(const Color& color)
{
    const double r = to_linear(color.r), g = to_linear(color.g), b = to_linear(color.b);
    const double l = thalweg::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = thalweg::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = thalweg::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    const double A = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    const double B = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    const double hue = thalweg::atan2(B, A) / kDegree;
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, thalweg::hypot(A, B),
        hue < 0 ? hue + 360 : hue};
}

Color to_color(const Oklch& lch, double alpha)
{
    Oklch fitting = lch;
    if (!in_gamut(linear_rgb(fitting))) {
        double low = 0, high = lch.chroma;
        for (int i = 0; i < 30; ++i) {
            fitting.chroma = 0.5 * (low + high);
            (in_gamut(linear_rgb(fitting)) ? low : high) = fitting.chroma;
        }
    }
    const Color linear = linear_rgb(fitting);
    const auto component = [](double v) { return to_gamma(std::clamp(v, 0.0, 1.0)); };
    return {component(linear.r), component(linear.g), component(linear.b), alpha};
}

Oklch mix(const Oklch& from, const Oklch& to, double share)
{
    const double turn = std::remainder(to.hue - from.hue, 360);
    return {std::lerp(from.lightness, to.lightness, share),
        std::lerp(from.chroma, to.chroma, share), from.hue + share * turn};
}

Color blend(const Color& under, const Color& over)
{
    const double a = over.a;
    return {std::lerp(under.r, over.r, a), std::lerp(under.g, over.g, a),
        std::lerp(under.b, over.b, a), 1};
}

double contrast_ratio(const Color& a, const Color& b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace thalweg
