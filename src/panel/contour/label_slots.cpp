#include "panel/contour/label_slots.hpp"

#include "panel/contour/label_prices.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg::panel {

namespace {

using Side = LabelSlot::Side;

constexpr int kMostRows = 12; ///< above and below the middle
constexpr double kFreshTrail = 40; ///< units of a trail that its label better leaves free

std::vector<LabelSlot> all_slots(std::size_t runs)
{
    std::vector<LabelSlot> slots;
    const int rows = std::min(static_cast<int>(runs), kMostRows);
    for (const Side side : {Side::right, Side::left})
        for (int row = -rows; row <= rows; ++row)
            slots.push_back({side, row});
    for (const Side side : {Side::above, Side::below, Side::column})
        slots.push_back({side});
    return slots;
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
        , trails_(film, kFreshTrail * ground.scale)
        , order_(label_order(ground, film, anchors, trails_))
        , prices_(ground, film, order_, trails_)
        , steps_((film.samples.size() + kSlotSamples - 1) / kSlotSamples)
        , chosen_(steps_, std::vector<LabelSlot>(film.runs()))
        , placed_(steps_, {std::vector<Box>(film.runs()), std::vector<bool>(film.runs(), false)})
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
    /// The slots of a run at a step; without a column, its place is the slot at the right.
    std::vector<LabelSlot> slots_of(std::size_t step, std::size_t run) const
    {
        std::vector<LabelSlot> slots = slots_;
        const std::optional<Vec2> corner = order_.corners[step][run];
        slots.back() = corner ? LabelSlot{Side::column, 0, *corner} : LabelSlot{};
        return slots;
    }

    Box box(std::size_t step, std::size_t run, LabelSlot slot) const
    {
        const std::size_t sample = step * kSlotSamples;
        const LabelAnchor& anchor = anchors_[sample][run];
        return slot_box(ground_, anchor, label_size(ground_, film_, anchor, run, sample), slot);
    }

    void find_course(std::size_t run)
    {
        const std::size_t count = slots_.size();
        std::vector<double> cost(count, 0);
        std::vector<std::vector<std::size_t>> from(steps_, std::vector<std::size_t>(count, 0));
        std::vector<Box> now(count);
        for (std::size_t step = 0; step < steps_; ++step) {
            const std::vector<LabelSlot> slots = slots_of(step, run);
            for (std::size_t s = 0; s < count; ++s)
                now[s] = box(step, run, slots[s]);
            std::vector<double> next(
                count, step == 0 ? 0 : std::numeric_limits<double>::infinity());
            for (std::size_t s = 0; s < count; ++s) {
                for (std::size_t t = 0; t < count && step > 0; ++t) {
                    const double change = s == t ? 0 : LabelPrices::of_change(now[s], now[t]);
                    if (cost[t] + change < next[s]) {
                        next[s] = cost[t] + change;
                        from[step][s] = t;
                    }
                }
                next[s] += prices_.of_slot(step, run, slots[s], now[s], placed_[step]);
            }
            cost = std::move(next);
        }
        auto s = static_cast<std::size_t>(std::ranges::min_element(cost) - cost.begin());
        for (std::size_t step = steps_; step-- > 0; s = from[step][s]) {
            chosen_[step][run] = slots_of(step, run)[s];
            placed_[step].boxes[run] = box(step, run, chosen_[step][run]);
            placed_[step].is_placed[run] = true;
        }
    }

    const LabelGround& ground_;
    const HeadFilm& film_;
    const std::vector<std::vector<LabelAnchor>>& anchors_;
    std::vector<LabelSlot> slots_;
    FreshTrails trails_;
    LabelOrder order_;
    LabelPrices prices_;
    std::size_t steps_;
    std::vector<std::vector<LabelSlot>> chosen_;
    std::vector<PlacedLabels> placed_; ///< by step
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
    if (slot.row != 0)
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
    case Side::column:
        x = anchor.center.x + slot.corner.x;
        y = anchor.center.y + slot.corner.y;
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
