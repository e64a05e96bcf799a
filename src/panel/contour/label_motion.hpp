#pragma once

#include "panel/contour/label_slots.hpp"

namespace thalweg::panel {

/// Where a label is at a sample, and whether it stands in nobody's way there.
struct MovingLabel {
    Box box{};
    bool is_shown = true; ///< it covers no head, label or obstacle, and lies on the map
    bool jumps = false; ///< its place is not that of the sample before, moved on
    double marked = 0; ///< how far it wears its run's mark, 0 to 1
};

/// Moves all labels from sample to sample towards the slots that were chosen for them, smoothly
/// beside their heads, around heads, and apart from each other.
///
/// Returns  by sample, then run
/// Source   springs with critical damping; constraints solved on positions: M. Müller et al.,
///          Position based dynamics, J. Vis. Commun. Image Represent. 18(2), 2007
std::vector<std::vector<MovingLabel>> move_labels(const LabelGround& ground, const HeadFilm& film);

} // namespace thalweg::panel
