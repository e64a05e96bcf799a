#include "panel/space/resolve.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

// Jumps of nearness that begin to count as an outline, and that do in full, in units of space.
constexpr float kJumpFrom = 0.012f, kJumpFull = 0.05f;
constexpr int kColumns = 2 * Tile::kPixels; // samples a row

/// What becomes of one row of samples.
struct SampleRow {
    std::array<int, kColumns> shade; ///< a place in SpaceColors::shades
    std::array<int, kColumns> level; ///< the nearest one, plus 1
    std::array<float, kColumns> away; ///< from its line, in samples
    std::array<float, kColumns> crowding; ///< 0 to 1: see crowding_factor
    std::array<float, kColumns> outline; ///< 0 to 1

    void find(const Tile& tile, int row, const SpaceColors& colors, float line);
};

void SampleRow::find(const Tile& tile, int row, const SpaceColors& colors, float line)
{
    const auto first = static_cast<std::size_t>((row + Tile::kApron) * Tile::kSide + Tile::kApron);
    const float *near = &tile.nearness[first], *level_at = &tile.level[first],
                *light = &tile.light[first], *spacing = &tile.spacing[first];
    const int most = colors.levels, background = colors.background();
    const float per_line = 1 / line;
    for (int i = 0; i < kColumns; ++i) {
        const bool is_ground = near[i] > Tile::kNothing;
        const float place = is_ground ? level_at[i] : 0, shining = is_ground ? light[i] : 0;
        const int band = std::min(static_cast<int>(std::max(place + 1, 0.0f)), most);
        const float lit = shining < 0 ? Tile::kBack - shining : shining;
        const int shown
            = std::clamp(static_cast<int>(lit * SpaceColors::kLights), 0, SpaceColors::kLights - 1);
        const int index
            = band * SpaceColors::kShades + shown + (shining < 0 ? SpaceColors::kLights : 0);
        shade[static_cast<std::size_t>(i)] = is_ground ? index : background;
        const int nearest = std::clamp(static_cast<int>(std::max(place + 1.5f, 0.0f)), 0, most + 1);
        const float apart = is_ground ? std::max(spacing[i], 0.0f) : 0;
        level[static_cast<std::size_t>(i)] = nearest;
        away[static_cast<std::size_t>(i)]
            = is_ground ? std::abs(place + 1 - static_cast<float>(nearest)) * apart : 1e9f;
        crowding[static_cast<std::size_t>(i)] = std::clamp((per_line * apart - 1) / 3, 0.0f, 1.0f);
    }
    constexpr int kUp = -2 * Tile::kSide, kDown = 2 * Tile::kSide;
    for (int i = 0; i < kColumns; ++i) {
        const float here = near[i];
        const float left = here - near[i - 2], right = here - near[i + 2],
                    up = here - near[i + kUp], down = here - near[i + kDown];
        // Steep ground falls on one side as it rises on the other; that is no jump.
        const float across = std::max(std::min(left, left + right), std::min(right, left + right)),
                    along = std::max(std::min(up, up + down), std::min(down, up + down));
        const float jump = std::max(across, along);
        const float share = std::clamp((jump - kJumpFrom) / (kJumpFull - kJumpFrom), 0.0f, 1.0f);
        outline[static_cast<std::size_t>(i)] = here > Tile::kNothing ? share : 0;
    }
}

/// Adds the colour of one sample.
void add(Rgb& sum, const SampleRow& row, std::size_t i, const SpaceColors& colors, float line)
{
    Rgb color = colors.shades[static_cast<std::size_t>(row.shade[i])];
    const auto level = static_cast<std::size_t>(row.level[i]);
    const float half = 0.5f * line * colors.line_width[level];
    const float covered
        = std::clamp(half + 0.5f - row.away[i], 0.0f, 1.0f) * std::min(1.0f, 2 * half);
    const float alpha = covered * row.crowding[i] * colors.line_alpha[level];
    color += alpha * (colors.line - color);
    color += row.outline[i] * colors.edge_alpha * (colors.edge - color);
    sum += color;
}

/// Do two samples side by side have one plain shade?
bool is_plain(const SampleRow& row, std::size_t i, float reach)
{
    return row.shade[i] == row.shade[i + 1] && row.away[i] > reach && row.away[i + 1] > reach
        && row.outline[i] + row.outline[i + 1] <= 0;
}

} // namespace

void resolve(
    const Tile& tile, const SpaceColors& colors, float line, Pixels& picture, int column, int row)
{
    const int width = std::min(Tile::kPixels, picture.width() - column),
              height = std::min(Tile::kPixels, picture.height() - row);
    const float widest = *std::ranges::max_element(colors.line_width);
    const float reach = 0.5f * line * widest + 0.5f;
    SampleRow upper, lower;
    for (int y = 0; y < height; ++y) {
        const auto to = picture.row(row + y).subspan(static_cast<std::size_t>(column));
        if (tile.is_empty) {
            std::ranges::fill(to.first(static_cast<std::size_t>(width)), colors.pixels.back());
            continue;
        }
        upper.find(tile, 2 * y, colors, line);
        lower.find(tile, 2 * y + 1, colors, line);
        for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x) {
            const std::size_t i = 2 * x;
            if (upper.shade[i] == lower.shade[i] && is_plain(upper, i, reach)
                && is_plain(lower, i, reach)) {
                to[x] = colors.pixels[static_cast<std::size_t>(upper.shade[i])];
                continue;
            }
            Rgb sum{};
            for (const SampleRow* samples : {&upper, &lower}) {
                add(sum, *samples, i, colors, line);
                add(sum, *samples, i + 1, colors, line);
            }
            to[x] = to_pixel(0.25f * sum);
        }
    }
}

} // namespace thalweg::panel
