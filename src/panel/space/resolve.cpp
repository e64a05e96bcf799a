#include "panel/space/resolve.hpp"

#include "core/newer_cpus.hpp"
#include "panel/space/shade_row.hpp"

namespace thalweg::panel {

namespace {

// Jumps of nearness that begin to count as an outline, and that do in full, in units of space.
constexpr float kJumpFrom = 0.012f, kJumpFull = 0.05f;
constexpr int kSide = FineTile::kSide;
constexpr std::size_t kColumns = kSide * kTilePixels; // samples a row

struct SampleRow : ShadeRow<kColumns> {
    std::array<float, kColumns> outline; ///< 0 to 1
    std::array<int, kColumns> plain; ///< the shade where there is nothing else; below 0 elsewhere
};

/// Finds where nearer ground ends before what is farther away.
[[gnu::always_inline]] inline void find_outlines(
    SampleRow& row, const FineTile& tile, std::size_t first)
{
    constexpr std::size_t kDown = kSide * FineTile::kRow;
    for (std::size_t i = 0; i < kColumns; i += kWide) {
        const float* near = &tile.nearness[first + i];
        const Floats here = loaded(near);
        const Floats left = here - loaded(near - kSide), right = here - loaded(near + kSide),
                     up = here - loaded(near - kDown), down = here - loaded(near + kDown);
        // Steep ground falls on one side as it rises on the other; that is no jump.
        const Floats across = most(least(left, left + right), least(right, left + right)),
                     along = most(least(up, up + down), least(down, up + down));
        const Floats jump
            = clamped((most(across, along) - kJumpFrom) / (kJumpFull - kJumpFrom), 0, 1);
        store(&row.outline[i], here > kNothing ? jump : Floats{});
    }
}

[[gnu::always_inline]] inline void find_plain(SampleRow& row, float reach_px)
{
    for (std::size_t i = 0; i < kColumns; i += kWide) {
        Ints shade;
        std::memcpy(&shade, &row.shade[i], sizeof(shade));
        const Floats above = loaded(&row.above[i]);
        const Ints is_plain = (most(above, -above) > reach_px) & (loaded(&row.outline[i]) <= 0);
        store(&row.plain[i], is_plain ? shade : Ints{} - 1);
    }
}

THALWEG_FOR_NEWER_CPUS
void find(SampleRow& row, const FineTile& tile, int number, const SpaceColors& colors,
    const LineWidths& lines)
{
    const auto first
        = static_cast<std::size_t>((number + FineTile::kApron) * FineTile::kRow + FineTile::kApron);
    find_shades(row, tile, first, colors, lines.unit_px);
    find_outlines(row, tile, first);
    find_plain(row, lines.reach_px);
}

/// The samples of a pixel.
struct Quad {
    const SampleRow &upper, &lower;
    std::size_t left;

    float outline() const
    {
        return upper.outline[left] + upper.outline[left + 1] + lower.outline[left]
            + lower.outline[left + 1];
    }
};

/// The one shade of the pixel; below 0 where there is more to it.
int plain_shade(const Quad& quad)
{
    const auto differ = [](int a, int b, int c, int d) { return (a ^ b) | (a ^ c) | (a ^ d); };
    const auto &up = quad.upper.plain, &low = quad.lower.plain;
    const std::size_t i = quad.left, k = i + 1;
    return differ(up[i], up[k], low[i], low[k]) == 0 ? up[i] : -1;
}

/// Does ground go on over the pixel, on one side of it and beside one level?
bool is_even(const Quad& quad, const SpaceColors& colors)
{
    const auto differ = [](int a, int b, int c, int d) { return (a ^ b) | (a ^ c) | (a ^ d); };
    const SampleRow &up = quad.upper, &low = quad.lower;
    const std::size_t i = quad.left, k = i + 1;
    const int background = colors.background();
    return quad.outline() <= 0 && differ(up.level[i], up.level[k], low.level[i], low.level[k]) == 0
        && (differ(up.shade[i], up.shade[k], low.shade[i], low.shade[k]) & SpaceColors::kLights)
        == 0
        && std::max({up.shade[i], up.shade[k], low.shade[i], low.shade[k]}) < background;
}

/// The mean of the samples' own colours.
Rgb mean_color(const Quad& quad, const SpaceColors& colors, float unit_px)
{
    const float line = kSide * unit_px; // samples
    Rgb sum{};
    for (const SampleRow* row : {&quad.upper, &quad.lower})
        for (const std::size_t i : {quad.left, quad.left + 1}) {
            Rgb color = colors.shades[static_cast<std::size_t>(row->shade[i])];
            const auto level = static_cast<std::size_t>(row->level[i]);
            const float half = 0.5f * line * colors.line_width[level];
            const float covered
                = std::clamp(half + 0.5f - kSide * std::abs(row->above[i]), 0.0f, 1.0f)
                * std::min(1.0f, 2 * half);
            color += covered * row->crowding[i] * colors.line_alpha[level] * (colors.line - color);
            color += row->outline[i] * colors.edge_alpha * (colors.edge - color);
            sum += color;
        }
    return 0.25f * sum;
}

NearLevel middle_of(const Quad& quad)
{
    const SampleRow &up = quad.upper, &low = quad.lower;
    const std::size_t i = quad.left, k = i + 1;
    return {.shade = static_cast<std::size_t>(up.shade[i]),
        .level = static_cast<std::size_t>(up.level[i]),
        .above_px = 0.25f * (up.above[i] + up.above[k] + low.above[i] + low.above[k]),
        .crowding = up.crowding[i]};
}

} // namespace

void resolve(const FineTile& tile, const SpaceColors& colors, float line_px, Pixels& picture,
    int column, int row)
{
    const int width = std::min(kTilePixels, picture.width() - column),
              height = std::min(kTilePixels, picture.height() - row);
    const LineWidths lines(colors, line_px);
    SampleRow upper, lower;
    for (int y = 0; y < height; ++y) {
        const auto to = picture.row(row + y).subspan(static_cast<std::size_t>(column));
        if (tile.is_empty) {
            std::ranges::fill(to.first(static_cast<std::size_t>(width)), colors.pixels.back());
            continue;
        }
        find(upper, tile, kSide * y, colors, lines);
        find(lower, tile, kSide * y + 1, colors, lines);
        for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x) {
            const Quad quad{upper, lower, kSide * x};
            if (const int shade = plain_shade(quad); shade >= 0)
                to[x] = colors.pixels[static_cast<std::size_t>(shade)];
            else if (is_even(quad, colors))
                to[x] = pixel_of(middle_of(quad), colors, lines);
            else
                to[x] = to_pixel(mean_color(quad, colors, line_px));
        }
    }
}

} // namespace thalweg::panel
