#pragma once

#include "basin/ends.hpp"
#include "basin/fate.hpp"

namespace thalweg::basin {

/// Starts on a grid: the middles of the pixels of a picture.
struct StartGrid {
    Box box;
    int width = 960, height = 540;

    /// row  0 is the uppermost
    Vec2 start(int column, int row) const
    {
        return {box.x.at((column + 0.5) / width), box.y.at(1 - (row + 0.5) / height)};
    }
};

/// Where the run from each pixel ends, and after how many steps.
struct BasinMap {
    StartGrid grid;
    std::vector<Fate> fates; ///< row by row from the upper left

    const Fate& at(int column, int row) const
    {
        return fates[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.width)
            + static_cast<std::size_t>(column)];
    }
};

/// Runs a descent from every start of a grid; `BasinSetup` says when a run has reached an end.
///
/// jobs    threads; the map does not depend on it
/// Throws  Interrupted
BasinMap make_basins(
    const Descent& descent, const BasinEnds& ends, const StartGrid& grid, int jobs);

} // namespace thalweg::basin
