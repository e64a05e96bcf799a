#pragma once

#include "panel/panel.hpp"

#include <optional>
#include <vector>

namespace thalweg::figure {

/// An item of a grid: a panel and the cells that it spans.
struct GridItem {
    const panel::Panel* panel = nullptr;
    std::size_t row = 0, column = 0, rows = 1, columns = 1;
    double heading = 0; ///< room above its inner box, in layout units
};

/// A grid of panels to be solved.
struct Grid {
    std::vector<GridItem> items{};
    std::vector<double> widths{}; ///< ratios, one for each column
    std::vector<double> heights{}; ///< ratios, one for each row
};

/// Where an item came to stand, in layout units.
struct ItemBoxes {
    Box inner, outer;
};

struct SolvedGrid {
    std::vector<ItemBoxes> items{}; ///< one for each item of the grid
    double height = 0; ///< of the picture
    double map_area = 0; ///< of all items with fixed proportions together
    bool full_width = false; ///< these fill the width of their columns
};

/// Solves a grid for one picture.
///
/// Items of fixed proportions become as large as they can while all others keep their least sizes;
/// what is left over goes to the others, by the grid's ratios. Inner boxes of one row or column
/// align; items without insets also use the room that others' insets take to their left.
///
/// setting  its format's height may be 0: the picture then takes what it needs
/// Returns  nothing where the least sizes do not fit
std::optional<SolvedGrid> solve(const Grid& grid, const panel::Setting& setting);

} // namespace thalweg::figure
