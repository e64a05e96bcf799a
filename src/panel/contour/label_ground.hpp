#pragma once

#include "panel/contour/occupancy.hpp"

#include <vector>

namespace thalweg::panel {

constexpr double kLabelSpacing = 2; ///< units between two labels
constexpr double kLabelEdge = 3; ///< units between a label and the map's edge
/// Labels are laid out at every so many samples of the heads.
constexpr std::size_t kSlotSamples = 4;

/// The size of a run's label, in layout units.
struct LabelSize {
    double width = 0, height = 0;
    double diverged_width = 0; ///< with the badge, from the step that diverges on
    double mark = 0; ///< the room of the run's mark before the name, where a label wears it
};

/// What labels are laid out on.
struct LabelGround {
    Box map{};
    double scale = 1; ///< of the map
    std::vector<Box> obstacles{}; ///< nothing stands on them
    std::vector<LabelSize> sizes{}; ///< of each run
    std::vector<Box> heads{}; ///< what each run's head covers around its middle, in units
    /// Of minima and starts, better left free: by step of `kSlotSamples` samples, or none.
    std::vector<std::vector<Box>> marks{};
    const Occupancy* paths = nullptr; ///< better left free, where given
};

/// The free space that a label keeps from the middle of a head.
double head_clearance(double scale);
/// What a label at `box` is moved by to stand on the map.
Vec2 into_map(const LabelGround& ground, const Box& box);

} // namespace thalweg::panel
