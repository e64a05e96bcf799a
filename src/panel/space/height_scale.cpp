#include "panel/space/height_scale.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace thalweg::panel {

namespace {

constexpr std::size_t kSamples = 129; // a side
constexpr double kPole = 8; // times the range of 99 % of the ground: what rises higher is a pole
constexpr double kAbovePoles = 1.15; // of that range is shown then
constexpr double kLeastKnee = 1e-7, kMostKnee = 0.05; // of the range

/// All finite heights on a grid, rising.
std::vector<double> sampled(const experiment::Experiment& experiment)
{
    const Box& domain = experiment.plan.domain;
    std::vector<double> row(kSamples), all;
    for (std::size_t i = 0; i < kSamples; ++i) {
        const double y = domain.y.at(static_cast<double>(i) / (kSamples - 1));
        experiment.plan.surface->sample_row(domain.x, y, row);
        std::ranges::copy_if(
            row, std::back_inserter(all), [](double v) { return std::isfinite(v); });
    }
    for (const auto* minima : {&experiment.minima.global, &experiment.minima.local})
        for (const Vec2 p : *minima)
            if (const double v = experiment.plan.surface->value(p);
                domain.contains(p) && std::isfinite(v))
                all.push_back(v);
    std::ranges::sort(all);
    return all;
}

/// From the lowest to the highest ground, without poles.
Range ground_range(const std::vector<double>& heights)
{
    if (heights.empty())
        return {0, 1};
    const auto at = [&](double share) {
        return heights[static_cast<std::size_t>(share * static_cast<double>(heights.size() - 1))];
    };
    const double low = at(0.005), high = at(0.995), usual = high - low;
    Range range{heights.front(), heights.back()};
    if (range.hi - high > kPole * usual)
        range.hi = low + kAbovePoles * usual;
    if (low - range.lo > kPole * usual)
        range.lo = high - kAbovePoles * usual;
    return range;
}

/// The c of the logarithmic scale, such that half of the ground lies above half of the height:
/// log(1 + m / c) = log(1 + w / c) / 2 for the median m and the range w.
double balanced_knee(const std::vector<double>& heights, Range range)
{
    const double whole = range.width();
    const double median = heights.empty()
        ? 0.5 * whole
        : std::clamp(heights[heights.size() / 2] - range.lo, 0.0, whole);
    const double least = kLeastKnee * whole, most = kMostKnee * whole;
    return whole > 2 * median ? std::clamp(median * (median / (whole - 2 * median)), least, most)
                              : most;
}

/// Do the levels lie closer and closer towards the lowest ground?
bool are_logarithmic(const std::vector<double>& levels)
{
    constexpr double kRatio = 4;
    const std::size_t n = levels.size();
    return n > 2 && levels[n - 1] - levels[n - 2] > kRatio * (levels[1] - levels[0]);
}

} // namespace

HeightScale::HeightScale(HeightKind kind, const experiment::Experiment& experiment)
{
    const std::vector<double> heights = sampled(experiment);
    range_ = ground_range(heights);
    const std::vector<double>& levels = experiment.levels;
    is_logarithmic_ = kind == HeightKind::logarithmic
        || (kind == HeightKind::automatic && are_logarithmic(levels));
    if (kind == HeightKind::clipped && levels.size() > 1) {
        const double above = 0.5 * (levels.back() - levels[levels.size() - 2]);
        range_.hi = std::min(range_.hi, std::max(levels.back() + above, range_.lo));
    }
    if (!(range_.width() > 0)) // level ground lies in the middle
        range_ = {range_.lo - 0.5, range_.lo + 0.5};
    knee_ = balanced_knee(heights, range_);
    whole_ = is_logarithmic_ ? thalweg::log1p(range_.width() / knee_) : range_.width();
}

double HeightScale::operator()(double value) const
{
    const double above = value - range_.lo;
    if (!is_logarithmic_ || above < 0)
        return above / (is_logarithmic_ ? knee_ * whole_ : whole_);
    return thalweg::log1p(above / knee_) / whole_;
}

double HeightScale::slope(double value) const
{
    if (!is_logarithmic_)
        return 1 / whole_;
    return 1 / ((knee_ + std::max(0.0, value - range_.lo)) * whole_);
}

} // namespace thalweg::panel
