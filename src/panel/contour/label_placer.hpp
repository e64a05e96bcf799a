#pragma once

#include "panel/contour/contour_labels.hpp"

namespace thalweg::panel {

/// A box of a size around its middle.
Box box_around(Vec2 center, Vec2 size);

/// Finds places for the labels of one layer, where they hide nothing and meet no path.
class LabelPlacer {
public:
    LabelPlacer(const LabelSetup& setup, const ContourLayer& layer);

    /// The flattest place of a level at which a label of this size fits, in a view at which the
    /// camera rests where there is one. It is taken from then on.
    std::optional<Vec2> place(std::size_t level, Vec2 size);

private:
    double line_unit() const { return setup_.placement.setting.format.line; }
    double gap(std::size_t level) const;
    void take_sides(const Box& box);
    void find_rests();
    bool is_in_rest(Vec2 p) const;
    void measure_head_labels();
    bool is_large_enough(const contour::Ring& ring, Vec2 size) const;
    bool is_free(const Box& box) const;
    bool is_off_paths(const Box& box) const;

    const LabelSetup& setup_;
    const ContourLayer& layer_;
    const surface::Surface& surface_;
    Projection project_;
    Vec2 head_label_{};
    std::vector<Box> taken_{}, labels_{};
    std::vector<Box> rests_{}; ///< in domain units
};

} // namespace thalweg::panel
