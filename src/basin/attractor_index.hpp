#pragma once

#include "basin/ends.hpp"

namespace thalweg::basin {

/// Finds the end that a point has reached, in the same short time for few ends and for many.
class AttractorIndex {
public:
    explicit AttractorIndex(const BasinEnds& ends);

    /// The nearest end whose radius holds the point; -1: none.
    int at(Vec2 p) const
    {
        if (!box_.contains(p))
            return -1;
        const std::size_t cell = cell_of(p);
        if (!occupied_[cell])
            return -1;
        int nearest = -1;
        double best = radius2_;
        for (std::size_t i = first_[cell]; i < first_[cell + 1]; ++i) {
            const double d = norm2(points_[i] - p);
            if (d <= best)
                best = d, nearest = ends_[i];
        }
        return nearest;
    }

private:
    static constexpr int kCells = 64; ///< along each side

    std::size_t cell_of(Vec2 p) const
    {
        const int column = static_cast<int>(cells_per_x_ * (p.x - box_.x.lo));
        const int row = static_cast<int>(cells_per_y_ * (p.y - box_.y.lo));
        return static_cast<std::size_t>(row * kCells + column);
    }

    Box box_; ///< of all ends and what is near them
    double cells_per_x_, cells_per_y_; ///< a little less, so that the far border is inside
    double radius2_;
    std::vector<char> occupied_; ///< whether a cell has ends: few bytes, so that looking is quick
    std::vector<std::size_t> first_; ///< of each cell's ends in the lists below, and their count
    std::vector<int> ends_;
    std::vector<Vec2> points_;
};

} // namespace thalweg::basin
