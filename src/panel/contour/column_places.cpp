#include "panel/contour/column_places.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

using Members = std::vector<std::size_t>;

// Prices of a place, and then of each label that lies on something.
constexpr double kHigherOrLower = 0.7, kAtLeft = 0.6, kAboveOrBelow = 0.8, kOffMap = 1000;
constexpr double kOnPath = 2, kOnMark = 4, kOnHead = 6, kOnColumn = 20, kOnObstacle = 30;

bool is_at_left(ColumnPlace place)
{
    return place == ColumnPlace::left || place == ColumnPlace::left_higher
        || place == ColumnPlace::left_lower;
}

bool is_straight(ColumnPlace place)
{
    return place == ColumnPlace::above || place == ColumnPlace::below;
}

bool is_higher(ColumnPlace place)
{
    return place == ColumnPlace::right_higher || place == ColumnPlace::left_higher
        || place == ColumnPlace::above;
}

bool is_lower(ColumnPlace place)
{
    return place == ColumnPlace::right_lower || place == ColumnPlace::left_lower
        || place == ColumnPlace::below;
}

double price_of(ColumnPlace place)
{
    if (is_straight(place))
        return kAboveOrBelow;
    return (is_at_left(place) ? kAtLeft : 0)
        + (is_higher(place) || is_lower(place) ? kHigherOrLower : 0);
}

Vec2 row_size(const LabelGround& ground, std::size_t run)
{
    const LabelSize& size = ground.sizes[run];
    return {size.width + size.mark, size.height};
}

Vec2 column_size(const LabelGround& ground, const Members& members)
{
    Vec2 size{0, -kLabelSpacing};
    for (const std::size_t run : members) {
        const Vec2 row = row_size(ground, run);
        size = {std::max(size.x, row.x), size.y + row.y + kLabelSpacing};
    }
    return size;
}

/// Where a column of this size begins.
Vec2 column_corner(
    const LabelGround& ground, const LabelAnchor& anchor, Vec2 size, ColumnPlace place)
{
    const double gap = head_clearance(ground.scale) + 0.5;
    const Box& clear = anchor.clear;
    Vec2 corner{clear.x.hi + gap, anchor.center.y - 0.5 * size.y};
    if (is_at_left(place))
        corner.x = clear.x.lo - gap - size.x;
    if (is_straight(place))
        corner.x = anchor.center.x - 0.5 * size.x;
    if (is_higher(place))
        corner.y = clear.y.lo - gap - size.y;
    if (is_lower(place))
        corner.y = clear.y.hi + gap;
    return corner
        + into_map(ground, {{corner.x, corner.x + size.x}, {corner.y, corner.y + size.y}});
}

} // namespace

std::vector<Vec2> column_corners(
    const LabelGround& ground, const Members& members, const LabelAnchor& anchor, ColumnPlace place)
{
    Vec2 corner = column_corner(ground, anchor, column_size(ground, members), place);
    std::vector<Vec2> corners;
    for (const std::size_t run : members) {
        corners.push_back(corner);
        corner.y += row_size(ground, run).y + kLabelSpacing;
    }
    return corners;
}

double ColumnPrices::price(std::size_t step, const Members& members, const LabelAnchor& anchor,
    ColumnPlace place, const std::vector<Box>& others) const
{
    const std::vector<Vec2> corners = column_corners(ground_, members, anchor, place);
    const Box heads = grown(anchor.clear, head_clearance(ground_.scale));
    double sum = price_of(place);
    for (std::size_t k = 0; k < members.size(); ++k) {
        const Vec2 size = row_size(ground_, members[k]), corner = corners[k];
        const Box row{{corner.x, corner.x + size.x}, {corner.y, corner.y + size.y}};
        if (overlap(row, heads) || norm(into_map(ground_, row)) > 0.01)
            sum += kOffMap;
        sum += price_of_row(step, members, row, heads, others);
    }
    return sum;
}

double ColumnPrices::price_of_row(std::size_t step, const Members& members, const Box& row,
    const Box& heads, const std::vector<Box>& others) const
{
    const auto meets = [&](const Box& box) { return overlap(row, grown(box, kLabelSpacing)); };
    double sum = 0;
    bool is_on_path = ground_.paths != nullptr && ground_.paths->meets(row);
    for (std::size_t run = 0; run < film_.runs(); ++run) {
        is_on_path = is_on_path || trails_.covered(step, run, row) > 0;
        const Vec2 head = film_.samples[step * kSlotSamples][run].middle(ground_.scale);
        if (std::ranges::find(members, run) == members.end()
            && overlap(row, grown({{head.x, head.x}, {head.y, head.y}}, kHeadRadius)))
            sum += kOnHead;
    }
    if (is_on_path)
        sum += kOnPath;
    if (!ground_.marks.empty() && std::ranges::any_of(ground_.marks[step], [&](const Box& mark) {
            return meets(mark) && !heads.contains(mark.center()); // a minimum that they rest at
        }))
        sum += kOnMark;
    if (std::ranges::any_of(others, meets))
        sum += kOnColumn;
    if (std::ranges::any_of(ground_.obstacles, meets))
        sum += kOnObstacle;
    return sum;
}

} // namespace thalweg::panel
