#pragma once

#include "canvas/pixels.hpp"
#include "draw/theme.hpp"
#include "stage/basin_scale.hpp"

namespace thalweg {

/// The colour of a start whose run reaches the end of a slot: its hue tells the end, its lightness
/// how soon.
///
/// share  0 for the quickest runs, 1 for the slowest
Color basin_color(const Palette& palette, int slot, double share);

/// A map of basins as a picture, a pixel for each start.
Pixels basin_picture(const BasinMap& map, const BasinScale& scale, const Palette& palette);

} // namespace thalweg
