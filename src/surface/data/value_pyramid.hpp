#pragma once

#include "surface/data/grid.hpp"

#include <vector>

namespace thalweg::surface {

/// The part that two boxes share; they must meet.
inline Box common(const Box& a, const Box& b)
{
    return {{std::max(a.x.lo, b.x.lo), std::min(a.x.hi, b.x.hi)},
        {std::max(a.y.lo, b.y.lo), std::min(a.y.hi, b.y.hi)}};
}

/// Bounds of a grid's spline over boxes of any size, quickly: bounds of every cell, of every 2 x 2
/// cells, and so on.
class ValuePyramid {
public:
    explicit ValuePyramid(const Grid& grid);

    struct Bound {
        Interval values
            = rounding::kLargest; ///< of all that is no hole; where all is, far from any value
        bool has_values = false;
        bool has_holes = false; ///< or parts outside of the grid
    };
    Bound bound(const Grid& grid, const Box& box) const;

private:
    struct Level {
        std::size_t columns = 0, rows = 0;
        std::vector<Bound> blocks;
        const Bound& at(std::size_t column, std::size_t row) const
        {
            return blocks[row * columns + column];
        }
    };
    std::vector<Level> levels_;
};

} // namespace thalweg::surface
