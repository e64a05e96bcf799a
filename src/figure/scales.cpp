#include "figure/scales.hpp"

#include <algorithm>

namespace thalweg::figure {

namespace {

Range hull(Range a, Range b)
{
    return {std::min(a.lo, b.lo), std::max(a.hi, b.hi)};
}

} // namespace

std::vector<panel::ScaleRequest> shared_scales(const std::vector<const panel::Panel*>& panels)
{
    std::vector<panel::ScaleRequest> scales;
    for (const panel::Panel* panel : panels)
        scales.push_back(panel->scales());
    std::vector<panel::ScaleRequest> shared = scales;
    for (panel::ScaleRequest& one : shared)
        for (const panel::ScaleRequest& other : scales)
            if (!one.key.empty() && one.key == other.key) {
                one.x = hull(one.x, other.x);
                one.y = hull(one.y, other.y);
                one.logarithmic = one.logarithmic || other.logarithmic;
            }
    return shared;
}

} // namespace thalweg::figure
