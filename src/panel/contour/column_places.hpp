#pragma once

#include "panel/contour/label_anchors.hpp"
#include "panel/contour/label_trails.hpp"

#include <array>
#include <vector>

namespace thalweg::panel {

/// A place of a column of labels beside its heads: at their right or left, at their height, higher
/// or lower; or right above or below them.
enum class ColumnPlace : char {
    right,
    right_higher,
    right_lower,
    left,
    left_higher,
    left_lower,
    above,
    below
};
inline constexpr std::array kColumnPlaces{ColumnPlace::right, ColumnPlace::right_higher,
    ColumnPlace::right_lower, ColumnPlace::left, ColumnPlace::left_higher, ColumnPlace::left_lower,
    ColumnPlace::above, ColumnPlace::below};

/// The top left corners of a column's labels at a place; the column stands on the map as far as
/// that has room.
///
/// members  runs from the top down
/// anchor   that they share
std::vector<Vec2> column_corners(const LabelGround& ground, const std::vector<std::size_t>& members,
    const LabelAnchor& anchor, ColumnPlace place);

/// What places of columns cost: little where their labels lie on no path, mark, head or label of
/// another column.
class ColumnPrices {
public:
    ColumnPrices(const LabelGround& ground, const HeadFilm& film, const FreshTrails& trails)
        : ground_(ground)
        , film_(film)
        , trails_(trails)
    {
    }

    /// The price of a place at one step of `kSlotSamples` samples.
    ///
    /// others  boxes of other columns' labels
    double price(std::size_t step, const std::vector<std::size_t>& members,
        const LabelAnchor& anchor, ColumnPlace place, const std::vector<Box>& others) const;

private:
    double price_of_row(std::size_t step, const std::vector<std::size_t>& members, const Box& row,
        const Box& heads, const std::vector<Box>& others) const;

    const LabelGround& ground_;
    const HeadFilm& film_;
    const FreshTrails& trails_;
};

} // namespace thalweg::panel
