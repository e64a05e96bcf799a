#include "contour/height_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg::contour {

namespace {

constexpr std::size_t kSamples = 161; // each way
// Beside poles, at each end the share of the area that is left out of the extent where the range of
// all values is so many times that of the rest.
constexpr double kTail = 0.05;
constexpr double kFar = 3;

bool is_inside(const Box& b, Vec2 p)
{
    return b.x.lo < p.x && p.x < b.x.hi && b.y.lo < p.y && p.y < b.y.hi;
}

} // namespace

HeightStatistics::HeightStatistics(const surface::Surface& f, const Box& domain)
{
    double on_edge = std::numeric_limits<double>::infinity(), inside = on_edge;
    std::vector<double> row(kSamples);
    for (std::size_t j = 0; j < kSamples; ++j) {
        f.sample_row(domain.x, domain.y.at(static_cast<double>(j) / (kSamples - 1)), row);
        for (std::size_t i = 0; i < kSamples; ++i) {
            if (!std::isfinite(row[i]))
                continue;
            sorted_.push_back(row[i]);
            const bool is_edge = i == 0 || j == 0 || i == kSamples - 1 || j == kSamples - 1;
            double& low = is_edge ? on_edge : inside;
            low = std::min(low, row[i]);
        }
    }
    for (const Vec2 minimum : f.facts().minima)
        if (is_inside(domain, minimum))
            inside = std::min(inside, f.value(minimum));
    if (sorted_.empty())
        return;
    std::sort(sorted_.begin(), sorted_.end());
    lowest_ = std::min(inside, on_edge);
    highest_ = sorted_.back();
    has_floor_inside_ = inside < on_edge;
    may_have_poles_ = f.has_bounds() && f.definedness(domain) != Definedness::continuous;
}

Range HeightStatistics::extent() const
{
    const Range most{quantile(kTail), quantile(1 - kTail)};
    const bool is_tall = highest_ - lowest_ > kFar * most.width();
    return may_have_poles_ && is_tall && most.width() > 0 ? most : Range{lowest_, highest_};
}

double HeightStatistics::quantile(double share) const
{
    return sorted_[static_cast<std::size_t>(share * static_cast<double>(sorted_.size() - 1))];
}

} // namespace thalweg::contour
