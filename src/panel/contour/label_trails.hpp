#pragma once

#include "panel/contour/heads.hpp"
#include "panel/contour/label_ground.hpp"

#include <vector>

namespace thalweg::panel {

/// The last part of each head's way: the fresh end of its trail, which its label leaves free.
class FreshTrails {
public:
    /// length  in layout units
    FreshTrails(const HeadFilm& film, double length);

    double length() const { return length_; }

    /// How much of a run's fresh trail lies in a box, in layout units.
    ///
    /// step  of `kSlotSamples` samples
    double covered(std::size_t step, std::size_t run, const Box& box) const;

private:
    double length_;
    std::vector<std::vector<std::vector<Vec2>>> ways_; ///< by step, then run; head first
};

} // namespace thalweg::panel
