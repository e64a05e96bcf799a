#pragma once

#include "figure/heading.hpp"
#include "panel/panel.hpp"

#include <optional>
#include <vector>

namespace thalweg::figure {

/// An item of a grid: a panel and the cells that it spans.
struct GridItem {
    const panel::Panel* panel = nullptr;
    std::size_t row = 0, column = 0, rows = 1, columns = 1;
    Heading heading{};
};

/// A grid of panels to be solved.
struct Grid {
    std::vector<GridItem> items{};
    std::vector<double> widths{}; ///< ratios, one for each column
    std::vector<double> heights{}; ///< ratios, one for each row
    /// Items of fixed proportions fit into columns that share the width by their ratios; else they
    /// have heights by the rows' ratios, and columns are as wide as these need.
    bool equal_columns = false;
};

/// Where an item came to stand, in layout units.
struct ItemBoxes {
    Box inner, outer;
    double heading_height = 0; ///< below the upper side of `outer`
    bool is_still = false; ///< words or a table, that get no larger than they need
};

struct SolvedGrid {
    std::vector<ItemBoxes> items{}; ///< one for each item of the grid
    double height = 0; ///< of the picture
    double map_area = 0; ///< of all items with fixed proportions together
    bool full_height = false; ///< one of these fills the picture's height
    bool full_width = false; ///< a row of these fills the picture's width
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
