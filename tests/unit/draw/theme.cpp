#include "draw/theme.hpp"

#include "support/catch.hpp"

#include <cmath>

using namespace thalweg;

namespace {
constexpr double kTextContrast = 4.5; // WCAG 2.1 AA: text
constexpr double kShapeContrast = 3; // WCAG 2.1 AA: graphical objects
} // namespace

TEST_CASE("text, marks and trails meet WCAG AA on what they stand on", "[draw]")
{
    for (const Theme theme : {Theme::dark, Theme::light}) {
        const Palette& p = palette(theme);
        CAPTURE(static_cast<int>(theme));
        CHECK(contrast_ratio(p.text, p.background) >= 7);
        CHECK(contrast_ratio(p.muted, p.background) >= kTextContrast);
        constexpr int bands = 15;
        for (int band = 0; band < bands; ++band) {
            const Color ground = band_color(p, band, bands);
            CHECK(contrast_ratio(p.text, blend(ground, p.plate)) >= kTextContrast);
            for (const Color& accent :
                p.accents) // the edge counts where the ground is near the accent
                CHECK(
                    std::max(contrast_ratio(accent, ground), contrast_ratio(accent, p.marker_edge))
                    >= kShapeContrast);
        }
        CHECK(contrast_ratio(trail_color(p, TrailColors::teal_amber, 1), band_color(p, 0, bands))
            >= kShapeContrast);
    }
}

TEST_CASE("ground rises in even perceived steps", "[draw]")
{
    for (const Theme theme : {Theme::dark, Theme::light}) {
        const Palette& p = palette(theme);
        for (int band = 1; band < 15; ++band) {
            const double step = to_oklch(band_color(p, band, 15)).lightness
                - to_oklch(band_color(p, band - 1, 15)).lightness;
            CHECK(step == Approx((p.high.lightness - p.low.lightness) / 14).margin(1e-3));
        }
    }
}

TEST_CASE("the HSL trail follows its published formula", "[draw]")
{
    // Hue 160 - 140 a, saturation 70 %, lightness 50 %: a = 0 is #26D99D, a = 1 is #D96226.
    const Palette& p = palette(Theme::dark);
    CHECK(to_hex(trail_color(p, TrailColors::teal_amber_hsl, 0)) == 0x26D99D);
    CHECK(to_hex(trail_color(p, TrailColors::teal_amber_hsl, 1)) == 0xD96226);
}

TEST_CASE("OKLCH agrees with its author's published values", "[draw]")
{
    // B. Ottosson's page and the CSS Color 4 examples: sRGB red is (0.62796, 0.25768, 29.234°).
    const Oklch red = to_oklch(rgb(0xFF0000));
    CHECK(red.lightness == Approx(0.62796).margin(1e-4));
    CHECK(red.chroma == Approx(0.25768).margin(1e-4));
    CHECK(red.hue == Approx(29.234).margin(1e-2));
    for (const std::uint32_t hex : {0x000000u, 0xFFFFFFu, 0x26D99Du, 0x123456u, 0xFEDCBAu})
        CHECK(to_hex(to_color(to_oklch(rgb(hex)))) == hex);
    CHECK(contrast_ratio(rgb(0x000000), rgb(0xFFFFFF)) == Approx(21));
}
