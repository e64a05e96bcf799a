#pragma once

#include "panel/contour/label_anchors.hpp"
#include "panel/contour/label_ground.hpp"

#include <vector>

namespace thalweg::panel {

/// A place beside an anchor: at its right or left, so many rows below its middle, or above or below
/// it, or in the column that heads share.
struct LabelSlot {
    enum class Side : char { right, left, above, below, column } side = Side::right;
    int row = 0; ///< at the right or left
    Vec2 corner{}; ///< in a column: top left, from the middle of the anchor, in layout units
};

/// The box of a label in a slot; moved into the map where it would leave it.
Box slot_box(const LabelGround& ground, const LabelAnchor& anchor, Vec2 size, LabelSlot slot);

/// The size of a run's label at a sample, with its mark as far as it wears it; it takes the room of
/// its badge a little early.
///
/// anchor  of the run at the sample
Vec2 label_size(const LabelGround& ground, const HeadFilm& film, const LabelAnchor& anchor,
    std::size_t run, std::size_t sample);

/// The slots of all labels over a film, with few changes: by step of `kSlotSamples` samples, then
/// run. Each label's course is the cheapest one, heads, other labels, paths and changes all having
/// their price.
///
/// Source  the Viterbi algorithm, for one label after another
std::vector<std::vector<LabelSlot>> choose_slots(const LabelGround& ground, const HeadFilm& film,
    const std::vector<std::vector<LabelAnchor>>& anchors);

} // namespace thalweg::panel
