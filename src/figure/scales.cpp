#include "figure/scales.hpp"

#include <algorithm>

namespace thalweg::figure {

namespace {

Range hull(Range a, Range b)
{
    return {std::min(a.lo, b.lo), std::max(a.hi, b.hi)};
}

/// On a logarithmic axis, a range that reaches down to zero or below says nothing of where to
/// begin.
Range hull_of_logarithms(Range a, Range b)
{
    if (a.lo <= 0 || b.lo <= 0)
        return {std::max(a.lo, b.lo), std::max(a.hi, b.hi)};
    return hull(a, b);
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
                one.logarithmic = one.logarithmic || other.logarithmic;
                one.y = one.logarithmic ? hull_of_logarithms(one.y, other.y) : hull(one.y, other.y);
            }
    return shared;
}

} // namespace thalweg::figure
