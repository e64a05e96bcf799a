#include "surface/data/grid.hpp"

#include "surface/data/spline.hpp"

#include <algorithm>

namespace thalweg::surface {

Grid::Grid(std::vector<double> x, std::vector<double> y, std::vector<double> values)
    : x_(std::move(x))
    , y_(std::move(y))
    , values_(std::move(values))
    , slopes_x_(values_.size())
    , slopes_y_(values_.size())
    , twists_(values_.size())
{
    for (std::size_t row = 0; row < y_.size(); ++row)
        spline_slopes(x_, &values_[place(0, row)], &slopes_x_[place(0, row)], 1);
    for (std::size_t column = 0; column < x_.size(); ++column) {
        spline_slopes(y_, &values_[column], &slopes_y_[column], x_.size());
        spline_slopes(y_, &slopes_x_[column], &twists_[column], x_.size());
    }
}

std::size_t Grid::holes() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(values_, [](double v) { return std::isnan(v); }));
}

Grid::Cell Grid::cell_at(Vec2 p) const
{
    const auto find = [](const std::vector<double>& knots, double v) {
        const auto above = std::upper_bound(knots.begin() + 1, knots.end() - 1, v);
        return static_cast<std::size_t>(above - knots.begin()) - 1;
    };
    return {find(x_, p.x), find(y_, p.y)};
}

bool Grid::is_hole(Cell cell) const
{
    const std::size_t p = place(cell.column, cell.row), q = place(cell.column, cell.row + 1);
    return std::isnan(values_[p] + values_[p + 1] + values_[q] + values_[q + 1]);
}

Box Grid::box_of(Cell cell) const
{
    return {{x_[cell.column], x_[cell.column + 1]}, {y_[cell.row], y_[cell.row + 1]}};
}

Grid::Patch Grid::patch_of(Cell cell) const
{
    const Box box = box_of(cell);
    // A cubic from its values p, q and its slopes m, n (per cell) at -1/2 and 1/2.
    const auto cubic = [](double p, double q, double m, double n) {
        return std::array<double, 4>{0.5 * (p + q) + 0.125 * (m - n),
            1.5 * (q - p) - 0.25 * (m + n), 0.5 * (n - m), 2 * (p - q) + m + n};
    };
    // First along x: for the cell's lower and upper side the value and the slope in y.
    std::array<std::array<double, 4>, 2> value{}, slope{};
    for (const std::size_t side : {0u, 1u}) {
        const std::size_t p = place(cell.column, cell.row + side), q = p + 1;
        const double w = box.width(), h = box.height();
        value[side] = cubic(values_[p], values_[q], w * slopes_x_[p], w * slopes_x_[q]);
        slope[side]
            = cubic(h * slopes_y_[p], h * slopes_y_[q], w * h * twists_[p], w * h * twists_[q]);
    }
    Patch patch{};
    for (std::size_t i = 0; i < 4; ++i)
        patch[i] = cubic(value[0][i], value[1][i], slope[0][i], slope[1][i]);
    return patch;
}

} // namespace thalweg::surface
