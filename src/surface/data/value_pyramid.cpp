#include "surface/data/value_pyramid.hpp"

namespace thalweg::surface {

namespace {

using Bound = ValuePyramid::Bound;

/// Blocks a side that a query looks at; finer levels are not worth more.
constexpr std::size_t kFew = 3;

void join(Bound& into, const Bound& part)
{
    if (part.has_values)
        into.values = into.has_values ? hull(into.values, part.values) : part.values;
    into.has_values = into.has_values || part.has_values;
    into.has_holes = into.has_holes || part.has_holes;
}

Bound bound_cell(const Grid& grid, Grid::Cell cell, const Box& part)
{
    if (grid.is_hole(cell))
        return {.has_holes = true};
    return {.values
        = grid.evaluate(cell, Interval{part.x.lo, part.x.hi}, Interval{part.y.lo, part.y.hi}),
        .has_values = true};
}

} // namespace

ValuePyramid::ValuePyramid(const Grid& grid)
{
    Level cells{.columns = grid.columns() - 1, .rows = grid.rows() - 1, .blocks = {}};
    for (std::size_t row = 0; row < cells.rows; ++row)
        for (std::size_t column = 0; column < cells.columns; ++column)
            cells.blocks.push_back(bound_cell(grid, {column, row}, grid.box_of({column, row})));
    levels_.push_back(std::move(cells));
    while (levels_.back().columns > kFew || levels_.back().rows > kFew) {
        const Level& fine = levels_.back();
        Level level{.columns = (fine.columns + 1) / 2, .rows = (fine.rows + 1) / 2, .blocks = {}};
        level.blocks.resize(level.columns * level.rows);
        for (std::size_t row = 0; row < fine.rows; ++row)
            for (std::size_t column = 0; column < fine.columns; ++column)
                join(level.blocks[row / 2 * level.columns + column / 2], fine.at(column, row));
        levels_.push_back(std::move(level));
    }
}

Bound ValuePyramid::bound(const Grid& grid, const Box& box) const
{
    const Box domain = grid.domain();
    Bound all{.has_holes
        = !domain.contains({box.x.lo, box.y.lo}) || !domain.contains({box.x.hi, box.y.hi})};
    const Box inside = common(domain, box);
    if (!(inside.x.lo <= inside.x.hi && inside.y.lo <= inside.y.hi))
        return all;
    const Grid::Cell first = grid.cell_at({inside.x.lo, inside.y.lo}),
                     last = grid.cell_at({inside.x.hi, inside.y.hi});
    std::size_t k = 0;
    while ((last.column >> k) - (first.column >> k) >= kFew
        || (last.row >> k) - (first.row >> k) >= kFew)
        ++k;
    for (std::size_t row = first.row >> k; row <= last.row >> k; ++row)
        for (std::size_t column = first.column >> k; column <= last.column >> k; ++column)
            join(all,
                k > 0
                    ? levels_[k].at(column, row)
                    : bound_cell(grid, {column, row}, common(grid.box_of({column, row}), inside)));
    return all;
}

} // namespace thalweg::surface
