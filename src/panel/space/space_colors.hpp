#pragma once

#include "canvas/canvas.hpp"
#include "panel/contour/level_scale.hpp"

#include <cstdint>
#include <vector>

namespace thalweg::panel {

/// Red, green, blue and opacity, 0 to 1, in one register.
using Rgb [[gnu::vector_size(16)]] = float;

/// The colours of a surface in space: those of the map, lighter towards the light and darker away
/// from it.
struct SpaceColors {
    static constexpr int kLights = 64; ///< shades of each band from above, and from below
    static constexpr int kShades = 2 * kLights;

    /// level_light  the light of level ground, which has the map's own colours
    /// background   opaque, or nothing at all
    SpaceColors(const canvas::Palette& palette, const LevelScale& scale, double level_light,
        bool with_lines, canvas::Opacity background);

    int levels; ///< how many
    std::vector<Rgb> shades; ///< by band, side, light; the background at last
    std::vector<std::uint32_t> pixels; ///< the same as whole pixels
    std::vector<float> line_alpha, line_width; ///< of level i - 1; 0 at both ends; line units
    Rgb line, edge; ///< of contour lines and of outlines
    float edge_alpha;

    int background() const { return static_cast<int>(shades.size()) - 1; }
};

inline std::uint32_t to_pixel(Rgb color)
{
    const auto byte = [&](int i) { return static_cast<std::uint32_t>(color[i] * 255 + 0.5f); };
    return byte(3) << 24 | byte(0) << 16 | byte(1) << 8 | byte(2);
}

} // namespace thalweg::panel
