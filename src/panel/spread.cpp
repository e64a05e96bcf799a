#include "panel/spread.hpp"

#include <algorithm>

namespace thalweg::panel {

/// Less the room of all labels before, places may be equal but must not fall: isotonic regression,
/// by pooling neighbours that do.
std::vector<double> spread(const std::vector<double>& wanted, Range range, double apart)
{
    struct Pool {
        double sum;
        std::size_t count;
        double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<Pool> pools;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        pools.push_back({wanted[i] - apart * static_cast<double>(i), 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().count += last.count;
        }
    }
    const double all = apart * (static_cast<double>(wanted.size()) - 1);
    const Range first{range.lo, std::max(range.lo, range.hi - all)};
    std::vector<double> places;
    for (const Pool& pool : pools)
        for (std::size_t k = 0; k < pool.count; ++k)
            places.push_back(first.clamp(pool.mean()) + apart * static_cast<double>(places.size()));
    return places;
}

} // namespace thalweg::panel
