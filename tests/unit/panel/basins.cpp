#include "panel/contour/basins.hpp"

#include "support/catch.hpp"

#include <array>
#include <cmath>

using namespace thalweg;
using namespace thalweg::canvas;
using namespace thalweg::panel;

namespace {

double linear(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
double encoded(double c)
{
    c = std::clamp(c, 0.0, 1.0);
    return c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
}

using Matrix = std::array<std::array<double, 3>, 3>;

// What eyes without long or without middle cones see, in linear light: G. M. Machado, M. M.
// Oliveira, L. A. F. Fernandes, A physiologically-based model for simulation of color vision
// deficiency, 2009, severity 1.
constexpr Matrix kProtan{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
    {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeutan{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
    {-0.011820, 0.042940, 0.968881}}};

Color seen(const Matrix& eye, const Color& color)
{
    const std::array<double, 3> in{linear(color.r), linear(color.g), linear(color.b)};
    std::array<double, 3> out{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t k = 0; k < 3; ++k)
            out[i] += eye[i][k] * in[k];
    return {encoded(out[0]), encoded(out[1]), encoded(out[2])};
}

/// The distance in OKLab.
double apart(const Color& a, const Color& b)
{
    const auto lab = [](const Color& color) {
        const Oklch c = to_oklch(color);
        const double angle = c.hue * M_PI / 180;
        return std::array{c.lightness, c.chroma * std::cos(angle), c.chroma * std::sin(angle)};
    };
    const auto p = lab(a), q = lab(b);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

} // namespace

TEST_CASE("text on every basin keeps the contrast of WCAG AA", "[panel][basins]")
{
    for (const Theme theme : {Theme::dark, Theme::light}) {
        const Palette& colors = palette(theme);
        for (int slot = 0; slot < 9; ++slot)
            for (double share = 0; share <= 1; share += 0.05) {
                INFO("slot " << slot << ", share " << share);
                CHECK(contrast_ratio(colors.text, basin_color(colors, slot, share)) >= 4.5);
            }
        CHECK(contrast_ratio(colors.text, colors.diverged) >= 4.5);
        CHECK(contrast_ratio(colors.text, colors.undefined) >= 4.5);
        CHECK(contrast_ratio(colors.text, colors.unsettled) >= 4.5);
        constexpr double just_noticeable = 0.02;
        CHECK(apart(colors.diverged, colors.undefined) > 3 * just_noticeable);
        CHECK(apart(colors.undefined, colors.unsettled) > 3 * just_noticeable);
    }
}

TEST_CASE("slow runs are darker than quick ones in every basin", "[panel][basins]")
{
    for (const Theme theme : {Theme::dark, Theme::light})
        for (int slot = 0; slot < 9; ++slot) {
            double before = 1;
            for (double share = 0; share <= 1; share += 0.1) {
                const double now = to_oklch(basin_color(palette(theme), slot, share)).lightness;
                CHECK(now < before);
                before = now;
            }
        }
}

TEST_CASE("the first four basins differ for every kind of colour vision", "[panel][basins]")
{
    for (const Theme theme : {Theme::dark, Theme::light})
        for (const double share : {0.1, 0.5, 0.9})
            for (int a = 0; a < 4; ++a)
                for (int b = 0; b < a; ++b) {
                    const Color p = basin_color(palette(theme), a, share);
                    const Color q = basin_color(palette(theme), b, share);
                    INFO("slots " << a << " and " << b << ", share " << share << ", "
                                  << (theme == Theme::dark ? "dark" : "light"));
                    constexpr double just_noticeable = 0.02;
                    CHECK(apart(p, q) > 3 * just_noticeable);
                    CHECK(apart(seen(kProtan, p), seen(kProtan, q)) > 1.5 * just_noticeable);
                    CHECK(apart(seen(kDeutan, p), seen(kDeutan, q)) > 1.5 * just_noticeable);
                }
}

TEST_CASE("a map's picture has a pixel for each start in its fate's colour", "[panel][basins]")
{
    const basin::BasinMap map{.grid = {.width = 2, .height = 3},
        .fates = {{0, 4}, {1, 4}, {basin::Fate::kDiverged, 2}, {basin::Fate::kUnsettled, 9},
            {basin::Fate::kUndefined, 1}, {basin::Fate::kUndefined, 0}}};
    basin::BasinEnds ends;
    ends.points.resize(2);
    const Palette& colors = palette(Theme::dark);
    const Pixels picture = basin_picture(map, basin::make_scale(ends, map), colors);
    CHECK(picture.row(1)[0] == to_hex(colors.diverged));
    CHECK(picture.row(1)[1] == to_hex(colors.unsettled));
    CHECK(picture.row(2)[0] == to_hex(colors.undefined));
    CHECK(picture.row(2)[1] == to_hex(colors.undefined));
    for (int slot = 0; slot < 2; ++slot) {
        const Oklch drawn = to_oklch(rgb(picture.row(0)[static_cast<std::size_t>(slot)]));
        const Oklch wanted = to_oklch(basin_color(colors, slot, 0.5));
        CHECK(drawn.hue == Approx(wanted.hue).margin(2));
        CHECK(drawn.lightness == Approx(wanted.lightness).margin(0.01));
    }
}
