#include "panel/contour/label_prices.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

using Side = LabelSlot::Side;

// Prices, per step of the search (a fifteenth of a second).
constexpr double kOnHead = 8, kOnLabel = 8, kOnObstacle = 30, kOnPath = 1.5, kOnMark = 5,
                 kCrossed = 1;
constexpr double kOnTrail = 2; // where it lies on the whole of the fresh trail
constexpr double kOutOfColumn = 8; // where heads share one
constexpr double kNear = 60; ///< units: labels of heads nearer than this keep their order
constexpr double kChange = 3, kChangeByUnit = 0.02;

double price_of(LabelSlot slot)
{
    const double rows = std::abs(slot.row);
    switch (slot.side) {
    case Side::right:
        return 0.5 * rows;
    case Side::left:
        return 0.6 + 0.5 * rows;
    case Side::above:
    case Side::below:
        return 0.9;
    case Side::column:
        return 0;
    }
    return 0;
}

/// From 0 where two boxes are apart to 1 where they are deep in each other.
double conflict(const Box& a, const Box& b)
{
    const double across = std::min(a.x.hi, b.x.hi) - std::max(a.x.lo, b.x.lo);
    const double down = std::min(a.y.hi, b.y.hi) - std::max(a.y.lo, b.y.lo);
    const double depth = std::min(across, down);
    return depth > 0.01 ? 0.3 + 0.7 * std::min(1.0, depth / 8) : 0;
}

} // namespace

double LabelPrices::of_slot(std::size_t step, std::size_t run, LabelSlot slot, const Box& at,
    const PlacedLabels& others) const
{
    const bool in_column = slot.side == Side::column;
    double sum = price_of(slot) + (order_.corners[step][run] && !in_column ? kOutOfColumn : 0);
    const auto& heads = film_.samples[step * kSlotSamples];
    const double free = head_clearance(ground_.scale);
    for (std::size_t other = 0; other < heads.size(); ++other) {
        const Vec2 p = heads[other].middle(ground_.scale);
        sum += kOnHead * conflict(at, grown({{p.x, p.x}, {p.y, p.y}}, free));
        if (other == run || !others.is_placed[other])
            continue;
        sum += kOnLabel * conflict(at, grown(others.boxes[other], kLabelSpacing));
        sum += of_order(step, run, other, at, others.boxes[other]);
    }
    for (const Box& obstacle : ground_.obstacles)
        sum += kOnObstacle * conflict(at, grown(obstacle, kLabelSpacing));
    if (in_column) // its place has been chosen: no mark or path tears it apart
        return sum;
    if (!ground_.marks.empty())
        for (const Box& mark : ground_.marks[step])
            sum += kOnMark * conflict(at, mark);
    sum += kOnTrail * std::min(1.0, trails_.covered(step, run, at) / trails_.length());
    return ground_.paths ? sum + kOnPath * ground_.paths->fraction(at) : sum;
}

double LabelPrices::of_change(const Box& from, const Box& to)
{
    return kChange + kChangeByUnit * distance(from.center(), to.center());
}

/// Labels whose heads are near stand in the order that the heads are about to take: then neither
/// they nor their leaders have to cross.
double LabelPrices::of_order(
    std::size_t step, std::size_t run, std::size_t other, const Box& at, const Box& its) const
{
    const auto& heads = film_.samples[step * kSlotSamples];
    const std::vector<double>& height = order_.height[step];
    const double heads_apart = height[run] - height[other];
    const double labels_apart = at.y.lo - its.y.lo;
    return distance(heads[run].at, heads[other].at) < kNear && std::abs(heads_apart) > 3
            && heads_apart * labels_apart < 0
        ? kCrossed
        : 0;
}

} // namespace thalweg::panel
