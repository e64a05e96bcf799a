#pragma once

#include "core/box.hpp"
#include "core/jet_functions.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace thalweg::surface {

/// Values at the crossings of an uneven rectangular grid, interpolated by a bicubic spline. Cells
/// with a hole at a corner are holes, and so is everything outside.
class Grid {
public:
    /// x, y    rising, at least two each
    /// values  row by row, from the lowest y up; NaN for a hole
    Grid(std::vector<double> x, std::vector<double> y, std::vector<double> values);

    Box domain() const { return {{x_.front(), x_.back()}, {y_.front(), y_.back()}}; }
    std::size_t columns() const { return x_.size(); }
    std::size_t rows() const { return y_.size(); }
    /// How many values are missing.
    std::size_t holes() const;

    /// A cell, counted from the lowest x and y.
    struct Cell {
        std::size_t column, row;
    };
    /// The cell that a point of the domain lies in.
    Cell cell_at(Vec2 p) const;
    bool is_hole(Cell cell) const;
    Box box_of(Cell cell) const;

    /// The spline of one cell, over any number type.
    template <class T>
    T evaluate(Cell cell, const T& x, const T& y) const
    {
        const Patch patch = patch_of(cell);
        const Box box = box_of(cell);
        const T u = (x - box.x.middle()) / box.width(), v = (y - box.y.middle()) / box.height();
        const auto in_v = [&](std::size_t i) {
            const auto& c = patch[i];
            return c[0] + v * (c[1] + v * (c[2] + v * c[3]));
        };
        return in_v(0) + u * (in_v(1) + u * (in_v(2) + u * in_v(3)));
    }

private:
    /// Coefficients c[i][k] of u^i v^k, where u and v run from -1/2 to 1/2 over the cell: intervals
    /// stay tightest around zero.
    using Patch = std::array<std::array<double, 4>, 4>;
    Patch patch_of(Cell cell) const;
    std::size_t place(std::size_t column, std::size_t row) const
    {
        return row * x_.size() + column;
    }

    std::vector<double> x_, y_;
    std::vector<double> values_, slopes_x_, slopes_y_, twists_;
};

/// What a file holds.
struct GridFile {
    Grid grid;
    bool has_axes = false;
};

/// The grid of a file. Throws DataError.
///
/// bytes   .npy, or CSV; CSV may hold the axes: the x in its first row, the y in its first column,
///         and in the corner a word or nothing
/// domain  where the grid lies if the file holds no axes; by default columns and rows are counted
///         from 0
GridFile read_grid(std::string_view bytes, const std::optional<Box>& domain);

} // namespace thalweg::surface
