#include "panel/contour/level_scale.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg::panel {

namespace {

/// From 0 at the outermost level towards 1 far beyond it.
double beyond(double distance, double gap)
{
    return std::isfinite(distance) ? distance / (distance + gap) : 1;
}

} // namespace

LevelScale::LevelScale(std::vector<double> levels)
    : levels_(std::move(levels))
    , pattern_(contour::pattern_of(levels_))
{
    for (const double level : levels_)
        measured_.push_back(measure(level));
}

double LevelScale::measure(double height) const
{
    if (pattern_.kind != contour::LevelPattern::Kind::logarithmic)
        return height;
    return height > 0 ? thalweg::log(height) : -std::numeric_limits<double>::infinity();
}

double LevelScale::position(double height) const
{
    const double at = measure(height);
    const std::size_t count = measured_.size();
    if (count == 0)
        return 0;
    const auto next = std::ranges::upper_bound(measured_, at);
    const auto gap = [&](std::size_t i) {
        return count > 1 ? measured_[i + 1] - measured_[i] : std::max(1e-300, std::abs(at));
    };
    if (next == measured_.begin())
        return -beyond(measured_.front() - at, gap(0));
    const auto before = static_cast<std::size_t>(next - measured_.begin()) - 1;
    if (next == measured_.end())
        return static_cast<double>(before)
            + beyond(at - measured_.back(), gap(count > 1 ? count - 2 : 0));
    return static_cast<double>(before) + (at - measured_[before]) / gap(before);
}

double LevelScale::ramp(double lower, double upper) const
{
    if (levels_.empty())
        return 0;
    const double band = 0.5 * (lower + upper) + 0.5;
    return std::clamp(band / static_cast<double>(levels_.size()), 0.0, 1.0);
}

} // namespace thalweg::panel
