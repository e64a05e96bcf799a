#pragma once

#include "panel/contour/level_scale.hpp"
#include "surface/surface.hpp"

#include <span>

namespace thalweg::panel {

/// A level of a zoomed map.
struct ZoomLevel {
    double value = 0;
    bool is_index = false;
    bool is_new = false; ///< inserted by the last refinement
};

/// The levels of the whole map.
std::vector<ZoomLevel> base_levels(const LevelScale& scale);

/// The levels with others beyond and between them, so that about eight lines cross each of the
/// views. Logarithmic levels go on below the lowest; where that is not enough, multiples of 1 or 5
/// times a power of ten are inserted, about every fifth an index level.
std::vector<ZoomLevel> refined(std::vector<ZoomLevel> levels, const LevelScale& scale,
    const surface::Surface& surface, std::span<const Box> views);

} // namespace thalweg::panel
