#pragma once

#include "canvas/pixels.hpp"
#include "panel/space/space_colors.hpp"
#include "panel/space/tile.hpp"

namespace thalweg::panel {

/// Makes pixels of what a tile sees.
///
/// line_px      a line unit
/// column, row  the picture's first pixel of the tile
void resolve(const Tile& tile, const SpaceColors& colors, float line_px, Pixels& picture,
    int column, int row);

} // namespace thalweg::panel
