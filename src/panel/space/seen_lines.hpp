#pragma once

#include "experiment/experiment.hpp"
#include "panel/space/terrain.hpp"

#include <optional>

namespace thalweg::panel {

/// A part of a contour line on the ground that is seen.
struct LinePart {
    std::size_t level; ///< its number, plus 1
    double strength; ///< less than 1 where lines crowd
    std::vector<Vec2> points{}; ///< in layout units
};

/// How visible contour lines are that lie so far apart, in whole steps of kLineStrengths.
///
/// before  of the same line where it comes from: what is nearly so remains
constexpr int kLineStrengths = 4;
int line_strength(double spacing, double line, std::optional<int> before = {});

/// The contour lines of an experiment's levels on its ground, as seen from above.
///
/// line  width factor of the picture (Format::line)
std::vector<LinePart> seen_lines(const experiment::Experiment& experiment, const Terrain& terrain,
    const SpaceView& view, double line, int jobs);

} // namespace thalweg::panel
