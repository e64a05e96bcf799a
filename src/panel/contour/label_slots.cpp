#include "panel/contour/label_slots.hpp"

#include "panel/contour/label_trails.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg::panel {

namespace {

using Side = LabelSlot::Side;

constexpr int kMostRows = 12; ///< above and below the middle of a column

// Prices, per step of the search (a fifteenth of a second).
constexpr double kOnHead = 8, kOnLabel = 8, kOnObstacle = 30, kOnPath = 1.5, kOnMark = 5,
                 kCrossed = 1;
constexpr double kOnTrail = 2, kFreshTrail = 40; // for so many units of it and more; units
constexpr double kOutOfColumn = 8; // where four or more heads share a column
constexpr double kOffSide = 4; // at the right, where only the left has room for the column
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
    }
    return 0;
}

/// Of a label that shares a column: it has its row there, at the side where the column fits.
double price_in_column(LabelSlot slot, int row, bool is_at_left)
{
    const bool is_beside = slot.side == Side::right || slot.side == Side::left;
    const double off = is_beside && slot.row == row ? 0 : kOutOfColumn;
    const double wrong_side = is_at_left ? kOffSide : 0, other_side = is_at_left ? 0 : 2;
    return off + (slot.side == Side::left ? other_side : wrong_side);
}

std::vector<LabelSlot> all_slots(std::size_t runs)
{
    std::vector<LabelSlot> slots;
    const int rows = std::min(static_cast<int>(runs), kMostRows);
    for (const Side side : {Side::right, Side::left})
        for (int row = -rows; row <= rows; ++row)
            slots.push_back({side, row});
    slots.push_back({Side::above, 0});
    slots.push_back({Side::below, 0});
    return slots;
}

/// From 0 where two boxes are apart to 1 where they are deep in each other.
double conflict(const Box& a, const Box& b)
{
    const double across = std::min(a.x.hi, b.x.hi) - std::max(a.x.lo, b.x.lo);
    const double down = std::min(a.y.hi, b.y.hi) - std::max(a.y.lo, b.y.lo);
    const double depth = std::min(across, down);
    return depth > 0.01 ? 0.3 + 0.7 * std::min(1.0, depth / 8) : 0;
}

/// Finds the course of one label after another.
class Search {
public:
    Search(const LabelGround& ground, const HeadFilm& film,
        const std::vector<std::vector<LabelAnchor>>& anchors)
        : ground_(ground)
        , film_(film)
        , anchors_(anchors)
        , slots_(all_slots(film.runs()))
        , steps_((film.samples.size() + kSlotSamples - 1) / kSlotSamples)
        , chosen_(steps_, std::vector<LabelSlot>(film.runs()))
        , boxes_(steps_, std::vector<Box>(film.runs()))
        , order_(label_order(ground, film, anchors))
        , trails_(film, kFreshTrail * ground.scale)
        , is_placed_(film.runs(), false)
    {
    }

    std::vector<std::vector<LabelSlot>> result()
    {
        for (int round = 0; round < 2; ++round)
            for (std::size_t run = 0; run < film_.runs(); ++run)
                find_course(run);
        return std::move(chosen_);
    }

private:
    /// A slot as it is for one run: the row that it has in a column stands where the column says.
    LabelSlot of_run(std::size_t step, std::size_t run, LabelSlot slot) const
    {
        const bool is_beside = slot.side == Side::right || slot.side == Side::left;
        if (is_beside && order_.rows[step][run] == slot.row)
            slot.down = order_.down[step][run];
        return slot;
    }

    Box box(std::size_t step, std::size_t run, LabelSlot slot) const
    {
        const std::size_t sample = step * kSlotSamples;
        return slot_box(ground_, anchors_[sample][run],
            label_size(ground_, film_, anchors_[sample][run], run, sample),
            of_run(step, run, slot));
    }

    double price(std::size_t step, std::size_t run, LabelSlot slot, const Box& at) const
    {
        const std::optional<int> row = order_.rows[step][run];
        double sum
            = row ? price_in_column(slot, *row, order_.is_at_left[step][run]) : price_of(slot);
        const auto& heads = film_.samples[step * kSlotSamples];
        const double free = head_clearance(ground_.scale);
        for (std::size_t other = 0; other < heads.size(); ++other) {
            const Vec2 p = heads[other].middle(ground_.scale);
            sum += kOnHead * conflict(at, grown({{p.x, p.x}, {p.y, p.y}}, free));
            if (other == run || !is_placed_[other])
                continue;
            sum += kOnLabel * conflict(at, grown(boxes_[step][other], kLabelSpacing));
            sum += crossed(step, run, other, at);
        }
        for (const Box& obstacle : ground_.obstacles)
            sum += kOnObstacle * conflict(at, grown(obstacle, kLabelSpacing));
        if (!row && !ground_.marks.empty()) // no mark tears a column apart
            for (const Box& mark : ground_.marks[step])
                sum += kOnMark * conflict(at, mark);
        sum += kOnTrail
            * std::min(1.0, trails_.covered(step, run, at) / (kFreshTrail * ground_.scale));
        return ground_.paths ? sum + kOnPath * ground_.paths->fraction(at) : sum;
    }

    /// Labels whose heads are near stand in the order that the heads are about to take: then
    /// neither they nor their leaders have to cross.
    double crossed(std::size_t step, std::size_t run, std::size_t other, const Box& at) const
    {
        const auto& heads = film_.samples[step * kSlotSamples];
        const std::vector<double>& height = order_.height[step];
        const double heads_apart = height[run] - height[other];
        const double labels_apart = at.y.lo - boxes_[step][other].y.lo;
        return distance(heads[run].at, heads[other].at) < kNear && std::abs(heads_apart) > 3
                && heads_apart * labels_apart < 0
            ? kCrossed
            : 0;
    }

    void find_course(std::size_t run)
    {
        const std::size_t count = slots_.size();
        std::vector<double> cost(count, 0);
        std::vector<std::vector<std::size_t>> from(steps_, std::vector<std::size_t>(count, 0));
        std::vector<Box> now(count), last;
        for (std::size_t step = 0; step < steps_; ++step) {
            for (std::size_t s = 0; s < count; ++s)
                now[s] = box(step, run, slots_[s]);
            std::vector<double> next(count, std::numeric_limits<double>::infinity());
            for (std::size_t s = 0; s < count; ++s) {
                for (std::size_t t = 0; t < count; ++t) {
                    const double change = step == 0 || s == t
                        ? 0
                        : kChange + kChangeByUnit * distance(now[s].center(), now[t].center());
                    if (step > 0 && cost[t] + change < next[s]) {
                        next[s] = cost[t] + change;
                        from[step][s] = t;
                    }
                }
                next[s] = (step == 0 ? 0 : next[s]) + price(step, run, slots_[s], now[s]);
            }
            cost = std::move(next);
        }
        auto s = static_cast<std::size_t>(std::ranges::min_element(cost) - cost.begin());
        for (std::size_t step = steps_; step-- > 0; s = from[step][s]) {
            chosen_[step][run] = of_run(step, run, slots_[s]);
            boxes_[step][run] = box(step, run, slots_[s]);
        }
        is_placed_[run] = true;
    }

    const LabelGround& ground_;
    const HeadFilm& film_;
    const std::vector<std::vector<LabelAnchor>>& anchors_;
    std::vector<LabelSlot> slots_;
    std::size_t steps_;
    std::vector<std::vector<LabelSlot>> chosen_;
    std::vector<std::vector<Box>> boxes_;
    LabelOrder order_;
    FreshTrails trails_;
    std::vector<bool> is_placed_;
};

} // namespace

Vec2 label_size(const LabelGround& ground, const HeadFilm& film, const LabelAnchor& anchor,
    std::size_t run, std::size_t sample)
{
    const auto early = static_cast<std::size_t>(0.4 * film.per_second);
    const std::size_t at = std::min(sample + early, film.samples.size() - 1);
    const LabelSize& size = ground.sizes[run];
    const double name = film.samples[at][run].diverged ? size.diverged_width : size.width;
    return {name + anchor.marked * size.mark, size.height};
}

Box slot_box(const LabelGround& ground, const LabelAnchor& anchor, Vec2 size, LabelSlot slot)
{
    const double gap = head_clearance(ground.scale) + 0.5;
    const double pitch = std::max(size.y + kLabelSpacing + 0.5, 0.5 * size.y + gap);
    double x = anchor.center.x - 0.5 * size.x;
    double y = anchor.center.y - 0.5 * size.y;
    if (slot.down)
        y += *slot.down;
    else if (slot.row != 0)
        y += std::copysign(
            pitch + (std::abs(slot.row) - 1) * (size.y + kLabelSpacing + 0.5), slot.row);
    switch (slot.side) {
    case Side::right:
        x = anchor.clear.x.hi + gap;
        break;
    case Side::left:
        x = anchor.clear.x.lo - gap - size.x;
        break;
    case Side::above:
        y = anchor.clear.y.lo - gap - size.y;
        break;
    case Side::below:
        y = anchor.clear.y.hi + gap;
        break;
    }
    const Box box{{x, x + size.x}, {y, y + size.y}};
    const Vec2 shift = into_map(ground, box);
    return {{box.x.lo + shift.x, box.x.hi + shift.x}, {box.y.lo + shift.y, box.y.hi + shift.y}};
}

std::vector<std::vector<LabelSlot>> choose_slots(const LabelGround& ground, const HeadFilm& film,
    const std::vector<std::vector<LabelAnchor>>& anchors)
{
    return Search(ground, film, anchors).result();
}

} // namespace thalweg::panel
