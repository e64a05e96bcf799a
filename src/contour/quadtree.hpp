#pragma once

#include "surface/surface.hpp"

#include <span>
#include <vector>

namespace thalweg::contour {

/// What is known of the level curves in a cell of the quadtree.
enum class Shape : unsigned char {
    split, ///< nothing yet: the four children know
    empty, ///< no level passes
    over_x, ///< every level is a union of graphs y = g(x), each with two ends on the cell's edges
    over_y, ///< likewise with x = g(y)
    stuck, ///< the proof stopped: too small, or too many cells
};

/// A cell of the quadtree, with the levels that may pass through it: a contiguous part of the
/// rising levels, since an enclosure of f is contiguous.
struct Cell {
    Box box;
    int children
        = -1; ///< index of the first of four: lower left, lower right, upper left, upper right
    int first = 0, last = 0; ///< levels[first] ... levels[last - 1] may pass
    signed char sign_x = 0; ///< of df/dx over the whole cell, 0 where unknown
    signed char sign_y = 0; ///< of df/dy
    unsigned char depth = 0;
    Shape shape = Shape::split;

    bool is_leaf() const { return shape != Shape::split; }
};

/// Cells that are each proven to be empty or simple for all levels at once; the root comes first.
///
/// Source  S. Plantinga, G. Vegter, Isotopic approximation of implicit curves and surfaces, SGP
/// 2004, for the idea of
///         subdividing by interval arithmetic; the test here is weaker (one partial derivative
///         without a zero), since the crossings of each edge are isolated one by one instead of
///         being read off the corners' signs.
std::vector<Cell> build_quadtree(
    const surface::Surface& f, const Box& domain, std::span<const double> rising_levels);

} // namespace thalweg::contour
