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
    stuck, ///< the proof stopped: too small, or too many cells, or f may be undefined or jump
};

/// A cell of the quadtree, with the levels that concern it: contiguous parts of the rising levels,
/// since an enclosure of f is contiguous.
///
/// The region {f >= level} may end in the cell for levels[first] ... levels[last - 1]. For those
/// from `first_curve` on, f may take the level there; below, the region can only end where f is
/// undefined.
struct Cell {
    Box box;
    int children
        = -1; ///< index of the first of four: lower left, lower right, upper left, upper right
    int first = 0, first_curve = 0, last = 0;
    signed char sign_x = 0; ///< of df/dx over the whole cell, 0 where unknown
    signed char sign_y = 0; ///< of df/dy
    unsigned char depth = 0;
    unsigned char bends = 0; ///< in a graph that may rise and fall: how often, about
    Definedness proof = Definedness::unknown; ///< of f over the cell
    Shape shape = Shape::split;

    bool is_leaf() const { return shape != Shape::split; }
    bool is_continuous() const { return proof == Definedness::continuous; }
};

/// Bounds time and memory for one level where no proof exists along a whole curve. Cells are split
/// breadth first, so then all of that curve is resolved alike.
inline constexpr std::size_t kMaxEffort = 1 << 15;

/// What may be spent on a tree.
struct TreeCost {
    /// Bounds the effort for each level, and six times that for all of them; once reached, the
    /// unfinished cells are stuck.
    std::size_t most = kMaxEffort;
    int jobs = 1; ///< threads; the tree does not depend on it
};

/// How the search for a level's cells ended.
enum class Search : unsigned char {
    done,
    hopeless, ///< the level alone takes more effort than is spent on one
    cut_short, ///< all levels together took too much
};

struct Quadtree {
    std::vector<Cell> cells; ///< the root comes first
    std::vector<Search> searches; ///< for each level
    bool is_cut_short = false; ///< all levels together took too much
};

/// Cells that are each proven to be empty or simple for all levels at once.
///
/// A cell is proven only where f is proven defined and continuous on all of it. Cells where it may
/// not be are divided until they are as small as the tolerance, or until a jump past all levels, or
/// the edge of where f is defined, runs through them as straight as that. How the cells that
/// concern a level are divided does not depend on the other levels, jumps excepted; a level that
/// is hopeless alone is so among others too.
///
/// Source  S. Plantinga, G. Vegter, Isotopic approximation of implicit curves and surfaces, SGP
/// 2004, for the idea of
///         subdividing by interval arithmetic; the test here is weaker (one partial derivative
///         without a zero), since the crossings of each edge are isolated one by one instead of
///         being read off the corners' signs.
/// levels  rising; the first may be -infinity, for the edge of where f is defined
Quadtree build_quadtree(const surface::Surface& f, const Box& domain,
    std::span<const double> levels, double tolerance, const TreeCost& cost = {});

/// The tree that `build_quadtree` makes for one of the levels alone with less effort, without
/// another look at the surface.
///
/// of_all  a tree that was not cut short
/// level   its place among the levels of that tree
Quadtree tree_of_level(const Quadtree& of_all, int level, std::size_t most);

/// Leaves out the levels whose search did not end well: cells then count the other ones only.
void drop_unfinished_levels(Quadtree& tree);

} // namespace thalweg::contour
