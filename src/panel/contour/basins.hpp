#pragma once

#include "canvas/canvas.hpp"
#include "canvas/format.hpp"
#include "panel/contour/contour_pyramid.hpp"
#include "panel/contour/projection.hpp"

namespace thalweg::panel {

/// The colour of a start whose run reaches the end of a slot: its hue tells the end, its lightness
/// how soon.
///
/// share  0 for the quickest runs, 1 for the slowest
Color basin_color(const canvas::Palette& palette, int slot, double share);

/// A map of basins as a picture, a pixel for each start.
Pixels basin_picture(
    const basin::BasinMap& map, const basin::BasinScale& scale, const canvas::Palette& palette);

/// The basins of attraction behind the contours: a map for each layer of a pyramid, all with the
/// same ends in the same colours. Immutable.
class BasinGround {
public:
    /// experiment  must outlive this object
    /// run         one of its plan.basins
    /// map         box of the panel
    /// jobs        threads; the maps do not depend on it
    BasinGround(const experiment::Experiment& experiment, std::size_t run,
        const ContourPyramid& pyramid, const Box& map, const canvas::Format& format, int jobs);

    void draw(canvas::Canvas& canvas, const Projection& project, std::size_t layer) const;

private:
    const experiment::BasinGuide* guide_;
    std::vector<basin::BasinMap> maps_;
};

} // namespace thalweg::panel
