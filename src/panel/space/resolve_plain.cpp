#include "core/newer_cpus.hpp"
#include "panel/space/resolve.hpp"
#include "panel/space/shade_row.hpp"

namespace thalweg::panel {

namespace {

using PixelRow = ShadeRow<kTilePixels>;

THALWEG_FOR_NEWER_CPUS
void find(
    PixelRow& row, const PlainTile& tile, int number, const SpaceColors& colors, float line_px)
{
    find_shades(row, tile, static_cast<std::size_t>(number * PlainTile::kRow), colors, line_px);
}

} // namespace

void resolve(const PlainTile& tile, const SpaceColors& colors, float line_px, Pixels& picture,
    int column, int row)
{
    const int width = std::min(kTilePixels, picture.width() - column),
              height = std::min(kTilePixels, picture.height() - row);
    const LineWidths lines(colors, line_px);
    PixelRow pixels;
    for (int y = 0; y < height; ++y) {
        const auto to = picture.row(row + y).subspan(static_cast<std::size_t>(column));
        if (tile.is_empty) {
            std::ranges::fill(to.first(static_cast<std::size_t>(width)), colors.pixels.back());
            continue;
        }
        find(pixels, tile, y, colors, line_px);
        for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x)
            to[x] = pixel_of({.shade = static_cast<std::size_t>(pixels.shade[x]),
                                 .level = static_cast<std::size_t>(pixels.level[x]),
                                 .above_px = pixels.above[x],
                                 .crowding = pixels.crowding[x]},
                colors, lines);
    }
}

} // namespace thalweg::panel
