#pragma once

#include "contour/quadtree.hpp"

namespace thalweg::contour {

/// Decides about each cell of a tree, by what is proven of f over it.
class Judgement {
public:
    /// levels  rising; the first may be -infinity, for the edge of where f is defined
    Judgement(const surface::Surface& f, std::span<const double> levels, double tolerance)
        : f_(f)
        , levels_(levels)
        , tolerance_(tolerance)
    {
    }

    /// Notes in the cell what is proven; `split` where it takes smaller cells to tell.
    Shape look_at(Cell& cell) const;

private:
    Shape look_at_continuous(Cell& cell) const;
    Shape look_at_unproven(Cell& cell, const Interval& values) const;
    bool is_deep_enough(const Cell& cell, bool smooth) const;
    bool is_fine_enough(const Cell& cell) const;

    const surface::Surface& f_;
    std::span<const double> levels_;
    double tolerance_;
};

} // namespace thalweg::contour
