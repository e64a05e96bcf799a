#pragma once

#include "contour/nice_levels.hpp"

#include <vector>

namespace thalweg::panel {

/// Where heights stand on the map's colour ramp. It follows from an experiment's own levels, so
/// that a height keeps its colour at every zoom, whatever levels a zoom adds.
class LevelScale {
public:
    /// levels  rising; of the whole domain
    explicit LevelScale(std::vector<double> levels);

    const std::vector<double>& levels() const { return levels_; }
    const contour::LevelPattern& pattern() const { return pattern_; }
    bool is_index(std::size_t i) const { return contour::is_index(pattern_, levels_, i); }

    /// The place of a height among the levels: i at level i, in between by interpolation, beyond
    /// the lowest and the highest smoothly towards -1 and the number of levels.
    double position(double height) const;
    /// The fraction of the ramp for the ground between two positions: i / n between level i - 1 and
    /// level i of n.
    double ramp(double lower, double upper) const;
    /// Positions of ground lower, or higher, than anything.
    double lowest() const { return -1; }
    double highest() const { return static_cast<double>(levels_.size()); }

private:
    double measure(double height) const;

    std::vector<double> levels_;
    contour::LevelPattern pattern_;
    std::vector<double> measured_; ///< the levels, as positions are interpolated
};

} // namespace thalweg::panel
