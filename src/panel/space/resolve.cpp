#include "panel/space/resolve.hpp"

#include "core/newer_cpus.hpp"
#include "panel/space/wide.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

/// What becomes of one row of pixels.
struct ShadeRow {
    std::array<int, kTilePixels> shade; ///< a place in SpaceColors::shades
    std::array<int, kTilePixels> level; ///< the nearest one, plus 1
    std::array<float, kTilePixels> above; ///< its line, in pixels; below it negative
    std::array<float, kTilePixels> crowding; ///< 0 to 1: lines that crowd are fainter
};

constexpr float kFarFromLines = 1e9f; // pixels

/// Finds the shades, and where contour lines are.
///
/// first    the tile's first pixel of the row
/// line_px  a line unit
THALWEG_FOR_NEWER_CPUS
void find_shades(
    ShadeRow& row, const Tile& tile, std::size_t first, const SpaceColors& colors, float line_px)
{
    constexpr auto kLights = static_cast<float>(SpaceColors::kLights);
    const auto levels = static_cast<float>(colors.levels);
    const float per_line = 1 / line_px;
    for (std::size_t i = 0; i < kTilePixels; i += kWide) {
        const std::size_t at = first + i;
        const Ints is_ground = loaded(&tile.nearness[at]) > kNothing;
        const Floats place = loaded(&tile.level[at]) + 1, light = loaded(&tile.light[at]);
        const Ints is_below = light < 0;
        const Floats lit = clamped((is_below ? kBack - light : light) * kLights, 0, kLights - 1);
        const Ints index = whole(clamped(place, 0, levels)) * SpaceColors::kShades + whole(lit)
            + (is_below & SpaceColors::kLights);
        store(&row.shade[i], is_ground ? index : Ints{} + colors.background());
        const Ints nearest = whole(clamped(place + 0.5f, 0, levels + 1));
        store(&row.level[i], nearest);
        const Floats apart = most(loaded(&tile.spacing[at]), Floats{});
        const Floats above = (place - __builtin_convertvector(nearest, Floats)) * apart;
        store(&row.above[i], is_ground ? above : Floats{} + kFarFromLines);
        store(&row.crowding[i], clamped((apart * per_line - 1) * (1.0f / 3), 0, 1));
    }
}

/// A place beside a level, where ground goes on all around.
struct NearLevel {
    std::size_t shade, level; ///< as in ShadeRow
    float above_px, crowding;
};

/// How wide lines are in a picture.
struct LineWidths {
    LineWidths(const SpaceColors& colors, float unit)
        : unit_px(unit)
        , reach_px(0.5f + 0.5f * unit * *std::ranges::max_element(colors.line_width))
    {
    }
    float unit_px; ///< of widths
    float reach_px; ///< how far from a line pixels may be of another colour than their band
};

/// The colour of a pixel: of the bands on both sides by how much of it each covers, with the line.
std::uint32_t pixel_of(const NearLevel& at, const SpaceColors& colors, const LineWidths& lines)
{
    const float away = std::abs(at.above_px);
    if (away > lines.reach_px)
        return colors.pixels[at.shade];
    Rgb color = colors.shades[at.shade];
    if (away < 0.5f && at.level >= 1 && at.level <= static_cast<std::size_t>(colors.levels)) {
        const std::size_t light = at.shade % SpaceColors::kShades;
        const Rgb low = colors.shades[(at.level - 1) * SpaceColors::kShades + light],
                  high = colors.shades[at.level * SpaceColors::kShades + light];
        color = low + (0.5f + at.above_px) * (high - low);
    }
    const float half = 0.5f * lines.unit_px * colors.line_width[at.level];
    const float covered = std::clamp(half + 0.5f - away, 0.0f, 1.0f) * std::min(1.0f, 2 * half);
    color += covered * at.crowding * colors.line_alpha[at.level] * (colors.line - color);
    return to_pixel(color);
}

} // namespace

void resolve(const Tile& tile, const SpaceColors& colors, float line_px, Pixels& picture,
    int column, int row)
{
    const int width = std::min(kTilePixels, picture.width() - column),
              height = std::min(kTilePixels, picture.height() - row);
    const LineWidths lines(colors, line_px);
    ShadeRow pixels;
    for (int y = 0; y < height; ++y) {
        const auto to = picture.row(row + y).subspan(static_cast<std::size_t>(column));
        if (tile.is_empty) {
            std::ranges::fill(to.first(static_cast<std::size_t>(width)), colors.pixels.back());
            continue;
        }
        find_shades(pixels, tile, static_cast<std::size_t>(y * kTilePixels), colors, line_px);
        for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x)
            to[x] = pixel_of({.shade = static_cast<std::size_t>(pixels.shade[x]),
                                 .level = static_cast<std::size_t>(pixels.level[x]),
                                 .above_px = pixels.above[x],
                                 .crowding = pixels.crowding[x]},
                colors, lines);
    }
}

} // namespace thalweg::panel
