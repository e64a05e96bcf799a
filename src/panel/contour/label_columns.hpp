#pragma once

#include "panel/contour/column_places.hpp"

#include <optional>
#include <vector>

namespace thalweg::panel {

/// In which order labels stand, and where those of heads that meet do.
struct LabelOrder {
    /// How high each head is on average in the seconds after each step: by step, then run. Labels
    /// stand in this order from the top down, so that leaders do not cross.
    std::vector<std::vector<double>> height{};
    /// The top left corner of each label in the column that its run shares, from the middle of its
    /// anchor, in layout units: by step, then run; none where it shares none.
    std::vector<std::vector<std::optional<Vec2>>> corners{};
};

/// A column changes its place beside its heads seldom, where that pays for a while.
LabelOrder label_order(const LabelGround& ground, const HeadFilm& film,
    const std::vector<std::vector<LabelAnchor>>& anchors, const FreshTrails& trails);

} // namespace thalweg::panel
