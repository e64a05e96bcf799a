#pragma once

#include "figure/grid.hpp"
#include "figure/plan.hpp"

#include <string>
#include <vector>

namespace thalweg::figure {

/// A prepared panel under its name.
struct NamedItem {
    std::string name;
    const panel::Panel* panel = nullptr;
    double heading = 0; ///< room above its inner box
    bool is_map = false; ///< of fixed proportions
};

/// A grid together with the names of its items.
struct Arrangement {
    Grid grid{};
    std::vector<std::string> names{}; ///< one for each item of the grid
};

/// The ways to arrange panels that nobody arranged: maps with a column of the other panels beside
/// them, all in one column, and maps above a row of the others.
///
/// items  in reading order
std::vector<Arrangement> arrangements(const std::vector<NamedItem>& items);

/// The panels of a mosaic, each in its rectangle.
Arrangement arrange(const Mosaic& mosaic, const std::vector<NamedItem>& items);

/// One column of a mosaic's panels in reading order.
Arrangement stack(const Mosaic& mosaic, const std::vector<NamedItem>& items);

} // namespace thalweg::figure
