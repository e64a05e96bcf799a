#pragma once

#include "panel/contour/heads.hpp"

#include <vector>

namespace thalweg::panel {

/// What a label keeps to at one moment: it stands beside a box.
struct LabelAnchor {
    Vec2 own{}; ///< the smooth course of the head itself, in layout units
    Vec2 center{}; ///< of the box
    Box clear{}; ///< no label lies on it; heads that zigzag stay inside, so labels need not
    int column = -1; ///< the group of close heads that share one column of labels; -1: none
    double marked = 0; ///< 0 to 1: 1 where they do for a while, smooth before and after

    friend bool operator==(const LabelAnchor&, const LabelAnchor&) = default;
};

/// The anchors of all runs over a film, smooth in time: by sample, then run.
///
/// Four or more heads within 40 units share one column, and so do two or three that touch.
///
/// scale  of the map
std::vector<std::vector<LabelAnchor>> label_anchors(const HeadFilm& film, double scale);

} // namespace thalweg::panel
