#include "panel/contour/label_columns.hpp"

#include <algorithm>
#include <numeric>

namespace thalweg::panel {

namespace {

constexpr double kAhead_s = 2; ///< heads are ordered by their mean places in this time
constexpr double kClear = 3; ///< units: neighbours change places once they differ by so much
constexpr double kOnePlace = 1.5; ///< heads nearer than this, in radii, stand at one place

std::vector<std::vector<double>> heights(const HeadFilm& film)
{
    const auto reach = static_cast<std::size_t>(kAhead_s * film.per_second);
    std::vector<std::vector<double>> all;
    for (std::size_t i = 0; i < film.samples.size(); i += kSlotSamples) {
        std::vector<double> sums(film.runs(), 0);
        int count = 0;
        for (std::size_t j = i; j <= i + reach; j += kSlotSamples, ++count)
            for (std::size_t run = 0; run < film.runs(); ++run)
                sums[run] += film.samples[std::min(j, film.samples.size() - 1)][run].at.y;
        for (double& sum : sums)
            sum /= count;
        all.push_back(std::move(sums));
    }
    return all;
}

/// Sorts by height, yet lets neighbours change places only once they clearly passed each other.
void keep_sorted(std::vector<std::size_t>& order, const std::vector<double>& height, double clear)
{
    for (std::size_t pass = 0; pass < order.size(); ++pass)
        for (std::size_t k = 1; k < order.size(); ++k)
            if (height[order[k - 1]] > height[order[k]] + clear)
                std::swap(order[k - 1], order[k]);
}

/// Labels of heads at one place stand in the order of the runs, wherever these go next.
void sort_stack(std::vector<std::size_t>& members, const std::vector<Head>& heads, double scale)
{
    const Vec2 place = heads[members.front()].at;
    if (std::ranges::all_of(members, [&](std::size_t run) {
            return distance(heads[run].at, place) < kOnePlace * kHeadRadius * scale;
        }))
        std::ranges::sort(members);
}

/// Stacks the labels of a column about its middle.
///
/// members  from the top down
void stack_column(const LabelGround& ground, const std::vector<std::size_t>& members,
    const LabelAnchor& anchor, std::vector<double>& down)
{
    double height = -kLabelSpacing;
    for (const std::size_t run : members)
        height += ground.sizes[run].height + kLabelSpacing;
    const double middle = anchor.center.y, half = 0.5 * height;
    const Range room{ground.map.y.lo + kLabelEdge + half, ground.map.y.hi - kLabelEdge - half};
    double top = (room.lo < room.hi ? room.clamp(middle) - middle : 0) - half;
    for (const std::size_t run : members) {
        down[run] = top + 0.5 * ground.sizes[run].height;
        top += ground.sizes[run].height + kLabelSpacing;
    }
}

bool fits_only_at_left(
    const LabelGround& ground, const std::vector<std::size_t>& members, const LabelAnchor& anchor)
{
    double widest = 0;
    for (const std::size_t run : members)
        widest = std::max(widest, ground.sizes[run].width + ground.sizes[run].mark);
    const double room = head_clearance(ground.scale) + widest + kLabelEdge;
    return anchor.clear.x.hi + room > ground.map.x.hi
        && anchor.clear.x.lo - room >= ground.map.x.lo;
}

} // namespace

LabelOrder label_order(const LabelGround& ground, const HeadFilm& film,
    const std::vector<std::vector<LabelAnchor>>& anchors)
{
    LabelOrder result{.height = heights(film)};
    std::vector<std::size_t> order(film.runs());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t step = 0; step < result.height.size(); ++step) {
        keep_sorted(order, result.height[step], step == 0 ? 0 : kClear);
        const auto& now = anchors[step * kSlotSamples];
        std::vector<std::optional<int>> rows(film.runs());
        std::vector<double> down(film.runs(), 0);
        std::vector<bool> is_at_left(film.runs(), false);
        for (const std::size_t run : order) {
            if (now[run].column < 0 || rows[run])
                continue;
            std::vector<std::size_t> members;
            std::ranges::copy_if(order, std::back_inserter(members),
                [&](std::size_t other) { return now[other].column == now[run].column; });
            sort_stack(members, film.samples[step * kSlotSamples], ground.scale);
            const bool at_left = fits_only_at_left(ground, members, now[run]);
            for (std::size_t k = 0; k < members.size(); ++k) {
                is_at_left[members[k]] = at_left;
                rows[members[k]] = static_cast<int>(k) - static_cast<int>(members.size() - 1) / 2;
            }
            stack_column(ground, members, now[run], down);
        }
        result.rows.push_back(std::move(rows));
        result.down.push_back(std::move(down));
        result.is_at_left.push_back(std::move(is_at_left));
    }
    return result;
}

} // namespace thalweg::panel
