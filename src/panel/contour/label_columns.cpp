#include "panel/contour/label_columns.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace thalweg::panel {

namespace {

using Members = std::vector<std::size_t>;
using Anchors = std::vector<std::vector<LabelAnchor>>;

constexpr double kAhead_s = 2; ///< heads are ordered by their mean places in this time
constexpr double kClear = 3; ///< units: neighbours change places once they differ by so much
constexpr double kOnePlace = 3; ///< heads nearer than this, in radii, stand at one place
/// Of another place: prices of so many steps add up before a column moves.
constexpr double kMove = 40;

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
void keep_sorted(Members& order, const std::vector<double>& height, double clear)
{
    for (std::size_t pass = 0; pass < order.size(); ++pass)
        for (std::size_t k = 1; k < order.size(); ++k)
            if (height[order[k - 1]] > height[order[k]] + clear)
                std::swap(order[k - 1], order[k]);
}

/// Labels of heads at one place stand in the order of the runs, wherever these go next.
void sort_stack(Members& members, const std::vector<Head>& heads, double scale)
{
    const Vec2 place = heads[members.front()].at;
    if (std::ranges::all_of(members, [&](std::size_t run) {
            return distance(heads[run].at, place) < kOnePlace * kHeadRadius * scale;
        }))
        std::ranges::sort(members);
}

Members sorted(Members members)
{
    std::ranges::sort(members);
    return members;
}

/// The columns of each step, each from the top down.
std::vector<std::vector<Members>> columns_by_step(const LabelGround& ground, const HeadFilm& film,
    const Anchors& anchors, const std::vector<std::vector<double>>& height)
{
    std::vector<std::vector<Members>> all;
    Members order(film.runs());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t step = 0; step < height.size(); ++step) {
        keep_sorted(order, height[step], step == 0 ? 0 : kClear);
        const auto& now = anchors[step * kSlotSamples];
        std::vector<int> numbers;
        for (const LabelAnchor& anchor : now)
            if (anchor.column >= 0 && std::ranges::find(numbers, anchor.column) == numbers.end())
                numbers.push_back(anchor.column);
        all.emplace_back();
        for (const int number : numbers) {
            Members members;
            std::ranges::copy_if(order, std::back_inserter(members),
                [&](std::size_t run) { return now[run].column == number; });
            sort_stack(members, film.samples[step * kSlotSamples], ground.scale);
            all.back().push_back(std::move(members));
        }
    }
    return all;
}

/// Finds the places of every column, one after another.
///
/// Source  the Viterbi algorithm, for one column after another
class Placing {
public:
    Placing(const LabelGround& ground, const HeadFilm& film, const Anchors& anchors,
        const FreshTrails& trails, const std::vector<std::vector<Members>>& columns)
        : ground_(ground)
        , anchors_(anchors)
        , columns_(columns)
        , prices_(ground, film, trails)
        , corners_(columns.size(), std::vector<std::optional<Vec2>>(film.runs()))
        , taken_(columns.size())
        , last_(film.runs())
    {
    }

    std::vector<std::vector<std::optional<Vec2>>> result()
    {
        for (std::size_t step = 0; step < columns_.size(); ++step)
            for (const Members& members : columns_[step])
                if (!corners_[step][members.front()])
                    place_from(step, sorted(members));
        return std::move(corners_);
    }

private:
    /// The column of these runs at a step, if they share one there.
    const Members* column_of(std::size_t step, const Members& runs) const
    {
        const auto it = std::ranges::find_if(
            columns_[step], [&](const Members& members) { return sorted(members) == runs; });
        return it == columns_[step].end() ? nullptr : &*it;
    }

    const LabelAnchor& anchor(std::size_t step, const Members& members) const
    {
        return anchors_[step * kSlotSamples][members.front()];
    }

    /// Places the column of these runs, from a step on as long as they share one.
    void place_from(std::size_t begin, const Members& runs)
    {
        std::size_t end = begin;
        while (end < columns_.size() && column_of(end, runs))
            ++end;
        const std::vector<ColumnPlace> places = cheapest(begin, end, runs);
        for (std::size_t step = begin; step < end; ++step)
            put(step, *column_of(step, runs), places[step - begin]);
        for (const std::size_t run : runs)
            last_[run] = places.back();
    }

    void put(std::size_t step, const Members& members, ColumnPlace place)
    {
        const LabelAnchor& at = anchor(step, members);
        const std::vector<Vec2> corners = column_corners(ground_, members, at, place);
        for (std::size_t k = 0; k < members.size(); ++k) {
            const LabelSize& size = ground_.sizes[members[k]];
            corners_[step][members[k]] = corners[k] - at.center;
            taken_[step].push_back({{corners[k].x, corners[k].x + size.width + size.mark},
                {corners[k].y, corners[k].y + size.height}});
        }
    }

    /// The places of a column from one step to another one, together the cheapest.
    std::vector<ColumnPlace> cheapest(std::size_t begin, std::size_t end, const Members& runs) const
    {
        constexpr std::size_t kPlaces = kColumnPlaces.size();
        using Choice = std::array<std::size_t, kPlaces>;
        std::array<double, kPlaces> cost{};
        for (std::size_t p = 0; p < kPlaces; ++p)
            if (const auto last = last_[runs.front()])
                cost[p] = *last == kColumnPlaces[p] ? 0 : kMove;
        std::vector<Choice> from;
        for (std::size_t step = begin; step < end; ++step) {
            const auto best
                = static_cast<std::size_t>(std::ranges::min_element(cost) - cost.begin());
            const double least = cost[best];
            const Members& members = *column_of(step, runs);
            Choice& before = from.emplace_back();
            for (std::size_t p = 0; p < kPlaces; ++p) {
                const bool stays = cost[p] <= least + kMove;
                before[p] = stays ? p : best;
                cost[p] = (stays ? cost[p] : least + kMove)
                    + prices_.price(
                        step, members, anchor(step, members), kColumnPlaces[p], taken_[step]);
            }
        }
        std::vector<ColumnPlace> places(end - begin);
        auto p = static_cast<std::size_t>(std::ranges::min_element(cost) - cost.begin());
        for (std::size_t k = places.size(); k-- > 0; p = from[k][p])
            places[k] = kColumnPlaces[p];
        return places;
    }

    const LabelGround& ground_;
    const Anchors& anchors_;
    const std::vector<std::vector<Members>>& columns_;
    ColumnPrices prices_;
    std::vector<std::vector<std::optional<Vec2>>> corners_;
    std::vector<std::vector<Box>> taken_; ///< by labels of columns, by step
    std::vector<std::optional<ColumnPlace>> last_; ///< of each run's column before
};

} // namespace

LabelOrder label_order(const LabelGround& ground, const HeadFilm& film, const Anchors& anchors,
    const FreshTrails& trails)
{
    LabelOrder order{.height = heights(film)};
    const std::vector<std::vector<Members>> columns
        = columns_by_step(ground, film, anchors, order.height);
    order.corners = Placing(ground, film, anchors, trails, columns).result();
    return order;
}

} // namespace thalweg::panel
