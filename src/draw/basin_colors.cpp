#include "draw/basin_colors.hpp"

#include <array>
#include <cmath>

namespace thalweg {

namespace {

constexpr int kShades = 128; // between the quickest and the slowest runs

/// Hues that readers with any kind of colour vision tell apart: blue and orange first, then others
/// that differ from their neighbours in lightness too.
struct Hue {
    double hue, chroma, lift;
};
constexpr std::array<Hue, 9> kHues{{{252, 0.13, -0.035}, {60, 0.118, 0}, {183, 0.11, 0.003},
    {350, 0.115, -0.05}, {102, 0.10, 0.01}, {300, 0.13, -0.045}, {138, 0.11, -0.03},
    {28, 0.13, -0.04}, {260, 0.025, 0}}};

/// Every colour of a map, made once.
class Colors {
public:
    Colors(const BasinScale& scale, const Palette& palette)
        : scale_(scale)
        , diverged_(to_hex(palette.diverged))
        , unsettled_(to_hex(palette.unsettled))
    {
        for (std::size_t slot = 0; slot < kHues.size(); ++slot)
            for (std::size_t shade = 0; shade < kShades; ++shade)
                shades_[slot][shade] = to_hex(basin_color(
                    palette, static_cast<int>(slot), static_cast<double>(shade) / (kShades - 1)));
    }

    std::uint32_t of(const Fate& fate) const
    {
        if (fate.end == Fate::kDiverged)
            return diverged_;
        const int slot = fate.settled() ? scale_.slots[static_cast<std::size_t>(fate.end)] : -1;
        if (slot < 0)
            return unsettled_;
        const double shade = std::round(scale_.share(fate.steps) * (kShades - 1));
        return shades_[static_cast<std::size_t>(slot) % kHues.size()]
                      [static_cast<std::size_t>(shade)];
    }

private:
    const BasinScale& scale_;
    std::uint32_t diverged_, unsettled_;
    std::array<std::array<std::uint32_t, kShades>, kHues.size()> shades_;
};

} // namespace

Color basin_color(const Palette& palette, int slot, double share)
{
    const Hue& hue = kHues[static_cast<std::size_t>(slot) % kHues.size()];
    const double lightness = std::lerp(palette.quick, palette.slow, share) + hue.lift;
    const double vivid = std::lerp(palette.quick_chroma, palette.slow_chroma, share);
    return to_color({lightness, vivid * hue.chroma, hue.hue});
}

Pixels basin_picture(const BasinMap& map, const BasinScale& scale, const Palette& palette)
{
    const Colors colors(scale, palette);
    Pixels picture(map.grid.width, map.grid.height);
    for (int row = 0; row < map.grid.height; ++row)
        for (int column = 0; column < map.grid.width; ++column)
            picture.row(row)[static_cast<std::size_t>(column)] = colors.of(map.at(column, row));
    return picture;
}

} // namespace thalweg
