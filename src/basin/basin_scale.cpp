#include "basin/basin_scale.hpp"

#include <algorithm>
#include <functional>

namespace thalweg::basin {

namespace {

constexpr double kSpeck = 2e-4; // the share of a map below which a basin is not worth a slot

/// How many settled runs need each number of steps.
std::vector<std::size_t> count_steps(const BasinMap& map)
{
    std::vector<std::size_t> counts;
    for (const Fate& fate : map.fates)
        if (fate.settled()) {
            const auto steps = static_cast<std::size_t>(fate.steps);
            counts.resize(std::max(counts.size(), steps + 1));
            ++counts[steps];
        }
    return counts;
}

std::vector<std::size_t> count_ends(const BasinMap& map, std::size_t ends)
{
    std::vector<std::size_t> counts(ends);
    for (const Fate& fate : map.fates)
        if (fate.settled())
            ++counts[static_cast<std::size_t>(fate.end)];
    return counts;
}

/// Where there are more basins than slots, the largest have them, in order of size.
void keep_largest(BasinScale& scale, const std::vector<std::size_t>& sizes)
{
    if (scale.reached.size() <= kMostSlots)
        return;
    std::ranges::stable_sort(scale.reached, std::greater(),
        [&](int end) { return sizes[static_cast<std::size_t>(end)]; });
    scale.smaller = scale.reached.size() - kMostSlots;
    scale.reached.resize(kMostSlots);
}

} // namespace

double BasinScale::share(int steps) const
{
    if (shares.empty())
        return 0;
    return shares[std::min(static_cast<std::size_t>(steps), shares.size() - 1)];
}

int BasinScale::steps_at(double share) const
{
    const auto at = std::ranges::upper_bound(shares, share);
    return static_cast<int>(
        (at == shares.end() && at != shares.begin() ? at - 1 : at) - shares.begin());
}

BasinScale make_scale(const BasinEnds& ends, const BasinMap& map)
{
    BasinScale scale{.slots = std::vector<int>(ends.points.size(), -1)};
    const std::vector<std::size_t> sizes = count_ends(map, ends.points.size());
    const double speck = kSpeck * static_cast<double>(map.fates.size());
    double settled = 0;
    for (std::size_t end = 0; end < sizes.size(); ++end) {
        settled += static_cast<double>(sizes[end]);
        if (static_cast<double>(sizes[end]) > speck)
            scale.reached.push_back(static_cast<int>(end));
    }
    keep_largest(scale, sizes);
    for (std::size_t slot = 0; slot < scale.reached.size(); ++slot)
        scale.slots[static_cast<std::size_t>(scale.reached[slot])] = static_cast<int>(slot);
    double before = 0;
    for (const std::size_t count : count_steps(map)) {
        const double as_many = static_cast<double>(count);
        scale.shares.push_back((before + 0.5 * as_many) / settled);
        before += as_many;
    }
    return scale;
}

} // namespace thalweg::basin
