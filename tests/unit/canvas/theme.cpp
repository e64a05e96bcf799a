#include "canvas/theme.hpp"

#include "support/catch.hpp"

#include <array>
#include <cmath>
#include <numbers>

using namespace thalweg;
using namespace thalweg::canvas;

namespace {

constexpr double kTextContrast = 4.5; // WCAG 2.1 AA: text
constexpr double kShapeContrast = 3; // WCAG 2.1 AA: graphical objects
constexpr std::array kThemes{Theme::dark, Theme::light};

/// What an eye without one kind of cones sees, as a matrix over linear RGB; severity 1.
/// Source  G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, A physiologically-based model for
///         simulation of color vision deficiency, IEEE TVCG 15(6), 2009, table 1
using Vision = std::array<double, 9>;
constexpr std::array kVisions{
    Vision{1, 0, 0, 0, 1, 0, 0, 0, 1}, // normal
    Vision{0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998}, // protan
    Vision{0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
        0.968881}, // deutan
    Vision{1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
        0.303900}, // tritan
};

double to_linear(double v)
{
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}
double to_gamma(double v)
{
    const double c = std::clamp(v, 0.0, 1.0);
    return c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
}

Color seen_by(const Vision& m, const Color& color)
{
    const double r = to_linear(color.r), g = to_linear(color.g), b = to_linear(color.b);
    const auto row
        = [&](std::size_t i) { return to_gamma(m[i] * r + m[i + 1] * g + m[i + 2] * b); };
    return {row(0), row(3), row(6), 1};
}

/// The distance of two colours in OKLab.
double delta_e(const Color& a, const Color& b)
{
    const Oklch p = to_oklch(a), q = to_oklch(b);
    const auto at
        = [](const Oklch& c, auto of) { return c.chroma * of(c.hue * std::numbers::pi / 180); };
    const auto cosine = [](double v) { return std::cos(v); };
    const auto sine = [](double v) { return std::sin(v); };
    return std::hypot(
        p.lightness - q.lightness, at(p, cosine) - at(q, cosine), at(p, sine) - at(q, sine));
}

/// Of all pairs among the first colours, for all eyes.
double least_delta_e(std::span<const Color> colors)
{
    double least = 1;
    for (const Vision& vision : kVisions)
        for (std::size_t i = 0; i < colors.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                least = std::min(
                    least, delta_e(seen_by(vision, colors[i]), seen_by(vision, colors[k])));
    return least;
}

Color trail(const Palette& palette, double share)
{
    return trail_color(palette, TrailColors::teal_amber, share, {});
}

} // namespace

TEST_CASE("text meets WCAG AA on the page and on every ground", "[canvas]")
{
    for (const Theme theme : kThemes) {
        const Palette& p = palette(theme);
        CAPTURE(static_cast<int>(theme));
        CHECK(contrast_ratio(p.text, p.background) >= 7);
        CHECK(contrast_ratio(p.muted, p.background) >= kTextContrast);
        for (int i = 0; i <= 20; ++i)
            CHECK(
                contrast_ratio(p.text, blend(ground_color(p, i / 20.0), p.halo)) >= kTextContrast);
    }
}

TEST_CASE("accents are told apart by every eye", "[canvas]")
{
    for (const Theme theme : kThemes) {
        const Palette& p = palette(theme);
        CAPTURE(static_cast<int>(theme));
        CHECK(least_delta_e(p.accents.first(6)) >= 0.09);
        CHECK(least_delta_e(p.accents) >= 0.07);
        for (const Color& accent : p.accents) {
            CAPTURE(to_hex(accent));
            CHECK(contrast_ratio(accent, p.background) >= kShapeContrast);
            const Oklch lch = to_oklch(accent);
            if (lch.chroma > 0.03) // a grey has no hue
                CHECK_FALSE((lch.hue > 60 && lch.hue < 200));
        }
    }
}

TEST_CASE("arrows at heads are told apart by every eye, and from trails", "[canvas]")
{
    for (const Theme theme : kThemes) {
        const Palette& p = palette(theme);
        CAPTURE(static_cast<int>(theme));
        CHECK(least_delta_e(p.vectors) >= 0.12);
        for (const Color& color : p.vectors) {
            CAPTURE(to_hex(color));
            CHECK(contrast_ratio(color, p.background) >= kShapeContrast);
            CHECK(contrast_ratio(color, blend(ground_color(p, 1), p.casing)) >= kShapeContrast);
            for (int i = 0; i <= 20; ++i)
                CHECK(delta_e(color, trail(p, i / 20.0)) >= 0.09);
        }
    }
}

TEST_CASE("ground rises in even perceived steps, in the range of its theme", "[canvas]")
{
    for (const Theme theme : kThemes) {
        const Palette& p = palette(theme);
        for (int band = 1; band < 15; ++band) {
            const double step = to_oklch(band_color(p, band, 15)).lightness
                - to_oklch(band_color(p, band - 1, 15)).lightness;
            CHECK(step == Approx((p.high.lightness - p.low.lightness) / 14).margin(1e-3));
        }
    }
    const Palette& dark = palette(Theme::dark);
    CHECK(contrast_ratio(ground_color(dark, 0), ground_color(dark, 1)) == Approx(3.4).margin(0.1));
}

TEST_CASE("the trail shows teal, pale and amber, each of them over a stretch", "[canvas]")
{
    const Palette &dark = palette(Theme::dark), &light = palette(Theme::light);
    for (const double share : {0.0, 0.2, 0.45}) {
        CHECK(to_hex(trail(dark, share)) == 0x3FD7CD);
        CHECK(to_hex(trail(light, share)) == 0x007272);
    }
    CHECK(to_hex(trail(dark, 0.68)) == 0xD5E6BB);
    for (const double share : {0.88, 1.0}) {
        CHECK(to_hex(trail(dark, share)) == 0xFFB756);
        CHECK(to_hex(trail(light, share)) == 0xAD5D00);
    }
}

TEST_CASE("the trail is seen on the lowest, the middle and the highest band", "[canvas]")
{
    for (const Theme theme : kThemes) {
        const Palette& p = palette(theme);
        CAPTURE(static_cast<int>(theme));
        for (int i = 0; i <= 100; ++i)
            for (const double ground : {0.0, 0.5, 1.0}) {
                CAPTURE(i, ground);
                CHECK(
                    contrast_ratio(trail(p, i / 100.0), ground_color(p, ground)) >= kShapeContrast);
            }
    }
}

TEST_CASE("trails of the runs' own colours end in them and are seen on the page", "[canvas]")
{
    for (const Theme theme : kThemes) {
        const Palette& p = palette(theme);
        for (const Color& accent : p.accents) {
            CAPTURE(static_cast<int>(theme), to_hex(accent));
            CHECK(to_hex(trail_color(p, TrailColors::by_run, 1, accent)) == to_hex(accent));
            CHECK(delta_e(trail_color(p, TrailColors::by_run, 0, accent), accent) > 0.08);
            for (int i = 0; i <= 20; ++i)
                CHECK(contrast_ratio(
                          trail_color(p, TrailColors::by_run, i / 20.0, accent), p.background)
                    >= kShapeContrast);
        }
    }
}

TEST_CASE("the HSL trail follows its published formula", "[canvas]")
{
    // Hue 160 - 140 a, saturation 70 %, lightness 50 %: a = 0 is #26D99D, a = 1 is #D96226.
    const Palette& p = palette(Theme::dark);
    CHECK(to_hex(trail_color(p, TrailColors::teal_amber_hsl, 0, {})) == 0x26D99D);
    CHECK(to_hex(trail_color(p, TrailColors::teal_amber_hsl, 1, {})) == 0xD96226);
}
