#pragma once

#include "panel/contour/label_anchors.hpp"
#include "panel/contour/label_ground.hpp"

#include <optional>
#include <vector>

namespace thalweg::panel {

/// Labels are laid out at every so many samples of the heads.
constexpr std::size_t kSlotSamples = 4;

/// From the top down, in which order labels should stand so that leaders do not cross.
struct LabelOrder {
    /// How high each head is on average in the seconds after each step: by step, then run.
    std::vector<std::vector<double>> height{};
    /// The row of each run in the column that it shares, counted from the column's middle; none
    /// where it shares none.
    std::vector<std::vector<std::optional<int>>> rows{};
    /// How far its middle is below the column's there, in layout units: labels of all heights stand
    /// close, and no column leaves the map.
    std::vector<std::vector<double>> down{};
    /// Has only the left of its heads room for the whole column?
    std::vector<std::vector<bool>> is_at_left{};
};

LabelOrder label_order(const LabelGround& ground, const HeadFilm& film,
    const std::vector<std::vector<LabelAnchor>>& anchors);

} // namespace thalweg::panel
