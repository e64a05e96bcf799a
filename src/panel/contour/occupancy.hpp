#pragma once

#include "core/box.hpp"

#include <vector>

namespace thalweg::panel {

/// Which parts of a map something stands on, in cells of a few units: what labels and insets ask
/// for a free place.
class Occupancy {
public:
    explicit Occupancy(const Box& map);

    /// What lies outside of the map is left out.
    void add_segment(Vec2 from, Vec2 to);
    void add_box(const Box& box);
    /// To be called after the last addition, before the first question.
    void finish();

    /// The fraction of a box that is taken, 0 to 1; 0 outside of the map.
    double fraction(const Box& box) const;
    /// Is any of a box taken? It may say so of a box within one cell of what stands there.
    bool meets(const Box& box) const { return count(box) > 0; }

private:
    struct Cells {
        int left, top, right, bottom; ///< the latter two excluded
    };
    Cells cells(const Box& box) const;
    int count(const Box& box) const;
    int& sum(int column, int row)
    {
        return sums_[static_cast<std::size_t>(row * stride_ + column)];
    }
    int sum(int column, int row) const
    {
        return sums_[static_cast<std::size_t>(row * stride_ + column)];
    }

    Box map_;
    int columns_, rows_, stride_;
    std::vector<int> sums_; ///< first whether taken, at last of all cells up and left of a corner
};

} // namespace thalweg::panel
