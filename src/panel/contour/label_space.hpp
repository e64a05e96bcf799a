#pragma once

#include "panel/contour/label_slots.hpp"

#include <vector>

namespace thalweg::panel {

/// Labels, heads and obstacles at one moment: who is in whose way, and how they part.
class LabelSpace {
public:
    LabelSpace(const LabelGround& ground, std::size_t runs);

    void set_head(std::size_t run, const Head& head);
    void set_box(std::size_t run, const Box& box) { boxes_[run] = box; }
    const std::vector<Box>& boxes() const { return boxes_; }

    /// Pushes labels off heads, obstacles and the map's edge, and apart from each other: so many
    /// rounds, fewer where nothing is left to do.
    void push_apart(int rounds);
    /// Does the label lie on the map and on nothing else?
    bool is_free(std::size_t run) const;
    /// Which labels can be shown: free ones, and the first of those that lie on each other.
    std::vector<bool> shown() const;
    /// The free box of the label's size nearest to where it is wanted; the wanted one where none is
    /// free.
    Box nearest_free(std::size_t run, const Box& wanted) const;
    /// Where a label has to go next on its way to a goal, so that it goes around what stands in its
    /// way: heads, obstacles and other labels that do not cover the goal themselves.
    ///
    /// from, goal  of the label's middle
    Vec2 next_stop(std::size_t run, Vec2 from, Vec2 goal, Vec2 size) const;

private:
    /// Calls visit(box) for all that the label of a run must not cover, with the space around it.
    template <class Visit>
    void for_each_block(std::size_t run, Visit visit) const;
    bool is_on_ground(const Box& box) const;
    bool is_free(std::size_t run, const Box& box) const;
    Box head_box(std::size_t run) const;

    const LabelGround& ground_;
    std::vector<Vec2> heads_; ///< their middles
    std::vector<Box> covered_; ///< by the heads
    std::vector<Box> boxes_;
};

} // namespace thalweg::panel
