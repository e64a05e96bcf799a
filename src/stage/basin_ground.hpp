#pragma once

#include "stage/basin_scale.hpp"
#include "stage/format.hpp"
#include "stage/map_contours.hpp"

namespace thalweg {

/// The basins of attraction behind the contours: a map for each scale that the camera uses, all
/// with the same ends in the same colours.
class BasinGround {
public:
    /// jobs  threads; the maps do not depend on it
    BasinGround(const Experiment& experiment, const ContourLadder& contours, const Layout& layout,
        const Format& format, int jobs);

    /// The map for a rung of the ladder of contours.
    const BasinMap& map(std::size_t rung) const { return maps_[rung]; }
    const BasinEnds& ends() const { return ends_; }
    const BasinScale& scale() const { return scale_; }

private:
    BasinEnds ends_;
    std::vector<BasinMap> maps_;
    BasinScale scale_;
};

} // namespace thalweg
