#include "core/color.hpp"
#include "support/catch.hpp"

using namespace thalweg;

TEST_CASE("sRGB colours in OKLCH as CSS Color 4 lists them", "[core]")
{
    struct Row {
        std::uint32_t hex;
        double lightness, chroma, hue;
    };
    for (const Row& row :
        {Row{0xFF0000, 0.62796, 0.25768, 29.234}, Row{0x00FF00, 0.86644, 0.29483, 142.495},
            Row{0x0000FF, 0.45201, 0.31321, 264.052}, Row{0xFFFF00, 0.96798, 0.21101, 109.769}}) {
        const Oklch lch = to_oklch(rgb(row.hex));
        CHECK(lch.lightness == Approx(row.lightness).margin(2e-5));
        CHECK(lch.chroma == Approx(row.chroma).margin(2e-5));
        CHECK(lch.hue == Approx(row.hue).margin(2e-2));
        CHECK(to_hex(to_color(lch)) == row.hex);
    }
    CHECK(to_oklch(rgb(0xFFFFFF)).lightness == Approx(1).margin(1e-6));
    CHECK(to_oklch(rgb(0x000000)).lightness == 0);
}

TEST_CASE("every sRGB colour survives the way to OKLCH and back", "[core]")
{
    for (std::uint32_t hex = 0; hex < 0x1000000; hex += 0x01357)
        REQUIRE(to_hex(to_color(to_oklch(rgb(hex)))) == hex);
}

TEST_CASE("colours out of gamut keep lightness and hue", "[core]")
{
    const Oklch asked{0.6, 0.4, 200}, got = to_oklch(to_color(asked));
    CHECK(got.lightness == Approx(0.6).margin(2e-3));
    CHECK(got.hue == Approx(200).margin(1));
    CHECK(got.chroma < 0.2);
}

TEST_CASE("mixing takes the shorter way round", "[core]")
{
    CHECK(mix({0.5, 0.1, 350}, {0.7, 0.2, 20}, 0.5).hue == Approx(365));
    CHECK(mix({0.5, 0.1, 350}, {0.7, 0.2, 20}, 0.5).lightness == Approx(0.6));
    CHECK(to_hex(blend(rgb(0x000000), rgb(0xFFFFFF).with_alpha(0.5))) == 0x808080);
}

TEST_CASE("hues by saturation and lightness", "[core]")
{
    CHECK(to_hex(hsl(20, 0.7, 0.5)) == 0xD96226);
    CHECK(to_hex(hsl(0, 1, 0.5)) == 0xFF0000);
    CHECK(to_hex(hsl(240, 1, 0.25)) == 0x000080);
    CHECK(to_hex(hsl(123, 0, 1)) == 0xFFFFFF);
}

TEST_CASE("contrast as the accessibility guidelines count it", "[core]")
{
    CHECK(contrast_ratio(rgb(0x000000), rgb(0xFFFFFF)) == Approx(21));
    CHECK(contrast_ratio(rgb(0x767676), rgb(0xFFFFFF)) == Approx(4.54).margin(5e-3));
    CHECK(contrast_ratio(rgb(0x336699), rgb(0x336699)) == 1);
}
