#include "stage/labels.hpp"

#include "stage/heads.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace thalweg {

namespace {

constexpr double kSamplesPerSecond = 60;
constexpr double kFade_s = 0.2; ///< for a label to vanish, and again to come back
constexpr double kHeadGap = 9; ///< from the head's centre to its label
constexpr double kArrowGap = 16; ///< from the tip of an arrow at the map's edge
constexpr double kSpacing = 3; ///< least free space between two labels
constexpr double kApproach = 40; ///< horizontal distance over which the vertical one builds up
constexpr int kRelaxations = 40;
constexpr double kJump
    = 3; ///< a move against its head, from one sample to the next, that the eye would see

struct Placed {
    double x = 0, y = 0; ///< upper left corner
    double width = 0, height = 0;
    double wanted_y = 0;
};

/// How far apart two labels must be vertically: all of their height where they share columns,
/// nothing far apart.
double needed(const Placed& upper, const Placed& lower)
{
    const double gap
        = std::max(upper.x, lower.x) - std::min(upper.x + upper.width, lower.x + lower.width);
    return (upper.height + kSpacing) * std::clamp(1 - (gap - kSpacing) / kApproach, 0.0, 1.0);
}

/// Lays out one moment after another, keeping sides and order from the moment before.
class Layouter {
public:
    Layouter(const Box& map, const std::vector<LabelSize>& sizes)
        : map_(map)
        , sizes_(sizes)
        , on_left_(sizes.size(), false)
        , order_(sizes.size())
        , labels_(sizes.size())
    {
        std::iota(order_.begin(), order_.end(), std::size_t{0});
    }

    const std::vector<Placed>& next(const std::vector<Head>& heads)
    {
        for (std::size_t i = 0; i < heads.size(); ++i)
            place_beside(i, heads[i]);
        keep_order();
        push_apart();
        return labels_;
    }

private:
    void place_beside(std::size_t i, const Head& head)
    {
        const double gap = head.outside() ? kArrowGap : kHeadGap;
        const double width = head.diverged ? sizes_[i].diverged_width : sizes_[i].width,
                     height = sizes_[i].height;
        const double right = head.at.x + gap, left = head.at.x - gap - width;
        const double slack = 2
            * kHeadGap; // a label that changed sides stays there until there is ample room again
        const bool left_now = on_left_[i]
            ? right + width > map_.x.hi - slack && left >= map_.x.lo
            : right + width > map_.x.hi - kSpacing && left >= map_.x.lo;
        on_left_[i] = left_now;
        const double x = std::clamp(
            left_now ? left : right, map_.x.lo, std::max(map_.x.lo, map_.x.hi - width));
        const double y = std::clamp(
            head.at.y - 0.5 * height, map_.y.lo + kSpacing, map_.y.hi - height - kSpacing);
        labels_[i] = {x, y, width, height, y};
    }

    /// Sorts by height, yet swaps neighbours only once they have clearly passed each other.
    void keep_order()
    {
        if (first_)
            std::ranges::stable_sort(
                order_, {}, [&](std::size_t i) { return labels_[i].wanted_y; });
        first_ = false;
        for (std::size_t pass = 0; pass < order_.size(); ++pass)
            for (std::size_t k = 1; k < order_.size(); ++k) {
                const Placed &upper = labels_[order_[k - 1]], &lower = labels_[order_[k]];
                if (upper.wanted_y - lower.wanted_y > 1.2 * needed(upper, lower))
                    std::swap(order_[k - 1], order_[k]);
            }
    }

    /// Half of each violation to either side, then two sweeps that leave none.
    void push_apart()
    {
        for (int round = 0; round < kRelaxations; ++round)
            for_pairs([](Placed& upper, Placed& lower, double missing) {
                upper.y -= 0.5 * missing;
                lower.y += 0.5 * missing;
            });
        for (Placed& label : labels_)
            label.y = std::max(label.y, map_.y.lo + kSpacing);
        for_pairs([](Placed&, Placed& lower, double missing) { lower.y += missing; });
        for (Placed& label : labels_)
            label.y = std::min(label.y, map_.y.hi - label.height - kSpacing);
        for (std::size_t k = order_.size(); k-- > 0;)
            for (std::size_t j = k; j-- > 0;)
                if (Placed& upper = labels_[order_[j]], &lower = labels_[order_[k]]; true)
                    upper.y = std::min(upper.y, lower.y - needed(upper, lower));
    }

    template <class Push>
    void for_pairs(Push push)
    {
        for (std::size_t j = 0; j < order_.size(); ++j)
            for (std::size_t k = j + 1; k < order_.size(); ++k) {
                Placed &upper = labels_[order_[j]], &lower = labels_[order_[k]];
                const double missing = needed(upper, lower) - (lower.y - upper.y);
                if (missing > 0 && needed(upper, lower) > 0)
                    push(upper, lower, missing);
            }
    }

    Box map_;
    const std::vector<LabelSize>& sizes_;
    std::vector<bool> on_left_;
    std::vector<std::size_t> order_; ///< of the labels, from the top down
    std::vector<Placed> labels_;
    bool first_ = true;
};

Vec2 corner(const LabelSpot& spot)
{
    return {spot.box.x.lo, spot.box.y.lo};
}

/// Lowers a label's opacity around the sample at which it jumps to another place.
void fade(std::vector<std::vector<LabelSpot>>& samples, std::size_t label, std::size_t jump)
{
    const auto reach = static_cast<std::ptrdiff_t>(kFade_s * kSamplesPerSecond);
    const auto last = static_cast<std::ptrdiff_t>(samples.size()) - 1,
               at = static_cast<std::ptrdiff_t>(jump);
    for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, at - reach);
         i <= std::min(last, at + reach); ++i) {
        // Both samples beside the jump are invisible: frames between them show an interpolated
        // place.
        const double away = i < at ? static_cast<double>(at - 1 - i) : static_cast<double>(i - at);
        LabelSpot& spot = samples[static_cast<std::size_t>(i)][label];
        spot.opacity = std::min(spot.opacity, away / static_cast<double>(reach));
    }
}

} // namespace

LabelTracks::LabelTracks(const Experiment& experiment, const Camera& camera, const Box& map,
    const std::vector<LabelSize>& sizes)
{
    if (sizes.empty() || sizes.size() > kMostRuns)
        return;
    Layouter layouter(map, sizes);
    std::vector<std::pair<std::size_t, std::size_t>> jumps; // label, sample
    const auto count
        = static_cast<std::size_t>(std::ceil(experiment.duration_s * kSamplesPerSecond)) + 1;
    std::vector<Head> heads(sizes.size()), heads_before;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t run = 0; run < heads.size(); ++run)
            heads[run]
                = head_at(experiment, camera, map, run, static_cast<double>(i) / kSamplesPerSecond);
        std::vector<LabelSpot> spots;
        for (const Placed& label : layouter.next(heads))
            spots.push_back(
                {.box = {{label.x, label.x + label.width}, {label.y, label.y + label.height}}});
        for (std::size_t run = 0; run < heads.size() && i > 0; ++run) {
            const Vec2 moved = corner(spots[run]) - corner(samples_[i - 1][run]);
            if (norm(moved) > distance(heads_before[run].at, heads[run].at) + kJump)
                jumps.emplace_back(run, i);
        }
        samples_.push_back(std::move(spots));
        heads_before = heads;
    }
    for (const auto& [label, sample] : jumps)
        fade(samples_, label, sample);
}

std::vector<LabelSpot> LabelTracks::at(double time_s) const
{
    if (samples_.empty())
        return {};
    const double position
        = std::clamp(time_s * kSamplesPerSecond, 0.0, static_cast<double>(samples_.size() - 1));
    const auto before = static_cast<std::size_t>(position),
               after = std::min(before + 1, samples_.size() - 1);
    const double share = position - static_cast<double>(before);
    std::vector<LabelSpot> spots = samples_[before];
    for (std::size_t i = 0; i < spots.size() && share > 0; ++i) {
        const LabelSpot& next = samples_[after][i];
        const Vec2 from = corner(spots[i]), shift = share * (corner(next) - from);
        spots[i].box = {{from.x + shift.x, from.x + shift.x + spots[i].box.width()},
            {from.y + shift.y, from.y + shift.y + spots[i].box.height()}};
        spots[i].opacity = std::lerp(spots[i].opacity, next.opacity, share);
    }
    return spots;
}

} // namespace thalweg
