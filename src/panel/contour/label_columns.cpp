#include "panel/contour/label_columns.hpp"

#include <algorithm>
#include <numeric>

namespace thalweg::panel {

namespace {

constexpr double kAhead_s = 2; ///< heads are ordered by their mean places in this time
constexpr double kClear = 5; ///< units: neighbours change places once they differ by so much

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

} // namespace

LabelOrder label_order(const HeadFilm& film, const std::vector<std::vector<LabelAnchor>>& anchors)
{
    LabelOrder result{.height = heights(film)};
    std::vector<std::size_t> order(film.runs());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t step = 0; step < result.height.size(); ++step) {
        keep_sorted(order, result.height[step], step == 0 ? 0 : kClear);
        const auto& now = anchors[step * kSlotSamples];
        std::vector<std::optional<int>> rows(film.runs());
        for (std::size_t k = 0; k < order.size(); ++k) {
            const int column = now[order[k]].column;
            const auto shares = [&](std::size_t run) { return now[run].column == column; };
            if (column < 0)
                continue;
            const auto above = std::count_if(
                order.begin(), order.begin() + static_cast<std::ptrdiff_t>(k), shares);
            const auto all = std::ranges::count_if(order, shares);
            rows[order[k]] = static_cast<int>(above - (all - 1) / 2);
        }
        result.rows.push_back(std::move(rows));
    }
    return result;
}

} // namespace thalweg::panel
