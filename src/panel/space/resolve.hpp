#pragma once

#include "canvas/pixels.hpp"
#include "panel/space/space_colors.hpp"
#include "panel/space/tile.hpp"

namespace thalweg::panel {

/// A rectangle of tiles or pixels; the last ones excluded.
struct PixelBounds {
    int left = 0, top = 0, right = 0, bottom = 0;

    /// Calls visit(number), counted row by row over `columns`.
    template <class Visit>
    void for_each(int columns, Visit visit) const
    {
        for (int row = top; row < bottom; ++row)
            for (int column = left; column < right; ++column)
                visit(static_cast<std::size_t>(row * columns + column));
    }
};

/// Makes pixels of a tile's samples. Both kinds of tiles give the same picture where both can.
///
/// line_px      a line unit
/// column, row  the picture's first pixel of the tile
void resolve(const FineTile& tile, const SpaceColors& colors, float line_px, Pixels& picture,
    int column, int row);
void resolve(const PlainTile& tile, const SpaceColors& colors, float line_px, Pixels& picture,
    int column, int row);

} // namespace thalweg::panel
