#pragma once

#include "panel/contour/label_columns.hpp"
#include "panel/contour/label_slots.hpp"

#include <vector>

namespace thalweg::panel {

/// Labels of the runs at one step, as far as they have their places.
struct PlacedLabels {
    std::vector<Box> boxes{};
    std::vector<bool> is_placed{};
};

/// What slots of labels cost: heads, other labels, obstacles, paths and marks all have their price.
class LabelPrices {
public:
    LabelPrices(const LabelGround& ground, const HeadFilm& film, const LabelOrder& order,
        const FreshTrails& trails)
        : ground_(ground)
        , film_(film)
        , order_(order)
        , trails_(trails)
    {
    }

    /// The price of a slot at a step, where the label's box is `at`.
    double of_slot(std::size_t step, std::size_t run, LabelSlot slot, const Box& at,
        const PlacedLabels& others) const;
    /// The price of moving from one box to another one.
    static double of_change(const Box& from, const Box& to);

private:
    double of_order(
        std::size_t step, std::size_t run, std::size_t other, const Box& at, const Box& its) const;

    const LabelGround& ground_;
    const HeadFilm& film_;
    const LabelOrder& order_;
    const FreshTrails& trails_;
};

} // namespace thalweg::panel
