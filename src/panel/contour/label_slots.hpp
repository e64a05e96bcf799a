#pragma once

#include "panel/contour/label_columns.hpp"
#include "panel/contour/occupancy.hpp"

#include <vector>

namespace thalweg::panel {

/// The size of a run's label, in layout units.
struct LabelSize {
    double width = 0, height = 0;
    double diverged_width = 0; ///< with the badge, from the step that diverges on
};

/// What labels are laid out on.
struct LabelGround {
    Box map{};
    double scale = 1; ///< of the map
    std::vector<Box> obstacles{}; ///< nothing stands on them
    std::vector<LabelSize> sizes{}; ///< of each run
    std::vector<Box> heads{}; ///< what each run's head covers around its middle, in units
    const Occupancy* paths = nullptr; ///< better left free, where given
};

/// A place beside an anchor: in a column at its right or left, so many rows below its middle, or
/// above or below it.
struct LabelSlot {
    enum class Side : char { right, left, above, below } side = Side::right;
    int row = 0;
};

/// The box of a label in a slot; moved into the map where it would leave it.
Box slot_box(const LabelGround& ground, const LabelAnchor& anchor, Vec2 size, LabelSlot slot);

/// The free space that a label keeps from the middle of a head.
double head_clearance(double scale);
/// What a label at `box` is moved by to stand on the map.
Vec2 into_map(const LabelGround& ground, const Box& box);
/// The size of a run's label at a sample; it takes the room of its badge a little early.
Vec2 label_size(
    const LabelGround& ground, const HeadFilm& film, std::size_t run, std::size_t sample);

/// The slots of all labels over a film, with few changes: by step of `kSlotSamples` samples, then
/// run. Each label's course is the cheapest one, heads, other labels, paths and changes all having
/// their price.
///
/// Source  the Viterbi algorithm, for one label after another
std::vector<std::vector<LabelSlot>> choose_slots(const LabelGround& ground, const HeadFilm& film,
    const std::vector<std::vector<LabelAnchor>>& anchors);

} // namespace thalweg::panel
