#include "panel/space/resolve.hpp"

#include "core/newer_cpus.hpp"
#include "panel/space/wide.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

// Jumps of nearness that begin to count as an outline, and that do in full, in units of space.
constexpr float kJumpFrom = 0.012f, kJumpFull = 0.05f;
constexpr std::size_t kColumns = 2 * Tile::kPixels; // samples a row

/// What becomes of one row of samples.
struct SampleRow {
    std::array<int, kColumns> shade; ///< a place in SpaceColors::shades
    std::array<int, kColumns> level; ///< the nearest one, plus 1
    std::array<float, kColumns> away; ///< from its line, in samples
    std::array<float, kColumns> crowding; ///< 0 to 1: lines that crowd are fainter
    std::array<float, kColumns> outline; ///< 0 to 1
};

[[gnu::always_inline]] inline Floats loaded(const float* from)
{
    Floats v;
    std::memcpy(&v, from, sizeof(v));
    return v;
}
template <class Vector>
[[gnu::always_inline]] inline void store(void* to, const Vector& v)
{
    std::memcpy(to, &v, sizeof(v));
}
[[gnu::always_inline]] inline Floats least(const Floats& a, const Floats& b)
{
    return a < b ? a : b;
}
[[gnu::always_inline]] inline Floats most(const Floats& a, const Floats& b)
{
    return a > b ? a : b;
}
[[gnu::always_inline]] inline Floats clamped(const Floats& v, float low, float high)
{
    return least(most(v, Floats{} + low), Floats{} + high);
}
[[gnu::always_inline]] inline Ints whole(const Floats& v)
{
    return __builtin_convertvector(v, Ints);
}

/// Finds the shades and the distances from contour lines.
THALWEG_FOR_NEWER_CPUS
void find_shades(
    SampleRow& row, const Tile& tile, std::size_t first, const SpaceColors& colors, float line)
{
    constexpr auto kLights = static_cast<float>(SpaceColors::kLights);
    const auto levels = static_cast<float>(colors.levels);
    for (std::size_t i = 0; i < kColumns; i += kWide) {
        const std::size_t at = first + i;
        const Ints is_ground = loaded(&tile.nearness[at]) > Tile::kNothing;
        const Floats place = loaded(&tile.level[at]) + 1, light = loaded(&tile.light[at]);
        const Ints is_below = light < 0;
        const Floats lit
            = clamped((is_below ? Tile::kBack - light : light) * kLights, 0, kLights - 1);
        const Ints index = whole(clamped(place, 0, levels)) * SpaceColors::kShades + whole(lit)
            + (is_below & SpaceColors::kLights);
        store(&row.shade[i], is_ground ? index : Ints{} + colors.background());
        const Ints nearest = whole(clamped(place + 0.5f, 0, levels + 1));
        store(&row.level[i], nearest);
        const Floats apart = most(loaded(&tile.spacing[at]), Floats{});
        const Floats off = place - __builtin_convertvector(nearest, Floats);
        store(&row.away[i], is_ground ? most(off, -off) * apart : Floats{} + 1e9f);
        store(&row.crowding[i], clamped((apart / line - 1) / 3, 0, 1));
    }
}

/// Finds where nearer ground ends before what is farther away.
THALWEG_FOR_NEWER_CPUS
void find_outlines(SampleRow& row, const Tile& tile, std::size_t first)
{
    constexpr std::size_t kDown = 2 * Tile::kRow;
    for (std::size_t i = 0; i < kColumns; i += kWide) {
        const float* near = &tile.nearness[first + i];
        const Floats here = loaded(near);
        const Floats left = here - loaded(near - 2), right = here - loaded(near + 2),
                     up = here - loaded(near - kDown), down = here - loaded(near + kDown);
        // Steep ground falls on one side as it rises on the other; that is no jump.
        const Floats across = most(least(left, left + right), least(right, left + right)),
                     along = most(least(up, up + down), least(down, up + down));
        const Floats jump
            = clamped((most(across, along) - kJumpFrom) / (kJumpFull - kJumpFrom), 0, 1);
        store(&row.outline[i], here > Tile::kNothing ? jump : Floats{});
    }
}

void find(SampleRow& row, const Tile& tile, int number, const SpaceColors& colors, float line)
{
    const auto first
        = static_cast<std::size_t>((number + Tile::kApron) * Tile::kRow + Tile::kApron);
    find_shades(row, tile, first, colors, line);
    find_outlines(row, tile, first);
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
        find(upper, tile, 2 * y, colors, line);
        find(lower, tile, 2 * y + 1, colors, line);
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
