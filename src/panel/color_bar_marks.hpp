#pragma once

#include "panel/panel.hpp"

namespace thalweg::panel {

/// A label of a colour bar.
struct BarMark {
    double at = 0; ///< fraction of the bar's width
    std::string label{};
};

/// Labels of a bar whose bands between levels are equally wide: at powers of ten where levels are
/// logarithmic, at round numbers where they are linear, else at levels; as many as stand apart.
///
/// levels  rising
/// width   of the bar, in layout units
std::vector<BarMark> bar_marks(
    const std::vector<double>& levels, double width, const Setting& setting);

/// What completes the labels of such a bar, whatever its width; see Ticks. Empty: nothing.
std::string bar_offset(const std::vector<double>& levels);

} // namespace thalweg::panel
