#include "panel/space/space_colors.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

// Of lightness, by the light. A pale ground would lose its bands to more.
constexpr double kDarkShading = 1.15, kLightShading = 0.62;
constexpr double kLift = 0.05; // of the dark theme's ground, so that its lowest parts have a shape
constexpr double kEdgeAlpha = 0.55;

// The underside is darker, and duller, but never as dark as the page. It is lit evenly.
constexpr double kUnderside = 0.7, kDarkest = 0.24, kUndersideShading = 0.4;

Rgb to_rgb(const Color& color)
{
    return Rgb{
        static_cast<float>(color.r), static_cast<float>(color.g), static_cast<float>(color.b), 1};
}

/// A ground's colour in more or less light than level ground has.
Oklch shaded(Oklch ground, double more, double shading)
{
    // Brighter in proportion; darker ever less, so that shadows keep their bands.
    const double factor = more > 0 ? 1 + shading * more : 1 / (1 - shading * more);
    ground.lightness = std::min(ground.lightness * factor, 0.995);
    ground.chroma *= std::min(1.0, factor);
    return ground;
}

Oklch underside(Oklch ground)
{
    return {
        std::max(kUnderside * ground.lightness, kDarkest), kUnderside * ground.chroma, ground.hue};
}

} // namespace

SpaceColors::SpaceColors(const canvas::Palette& palette, const LevelScale& scale,
    double level_light, bool with_lines, canvas::Opacity background)
    : levels(static_cast<int>(scale.levels().size()))
{
    const bool is_dark = to_oklch(palette.background).lightness < 0.5;
    for (int band = 0; band <= levels; ++band) {
        Oklch ground = to_oklch(canvas::band_color(palette, band, levels + 1));
        const double shading = is_dark ? kDarkShading : kLightShading;
        if (is_dark)
            ground.lightness += kLift;
        const auto add = [&](const Oklch& color, double amount) {
            for (int light = 0; light < kLights; ++light)
                shades.push_back(
                    to_rgb(to_color(shaded(color, (light + 0.5) / kLights - level_light, amount))));
        };
        add(ground, shading);
        add(underside(ground), kUndersideShading);
    }
    shades.push_back(background == canvas::Opacity::whole ? to_rgb(palette.background) : Rgb{});
    for (const Rgb shade : shades)
        pixels.push_back(to_pixel(shade));

    line_alpha.assign(static_cast<std::size_t>(levels) + 2, 0);
    line_width.assign(line_alpha.size(), 1);
    for (std::size_t i = 0; with_lines && i < scale.levels().size(); ++i) {
        const bool is_index = scale.is_index(i);
        line_alpha[i + 1] = static_cast<float>((is_index ? palette.index_line : palette.line).a);
        line_width[i + 1]
            = static_cast<float>(is_index ? palette.index_line_width : palette.line_width);
    }
    line = to_rgb(palette.index_line);
    edge = to_rgb(is_dark ? palette.background : palette.index_line);
    edge_alpha = static_cast<float>(is_dark ? kEdgeAlpha + 0.2 : kEdgeAlpha);
}

} // namespace thalweg::panel
