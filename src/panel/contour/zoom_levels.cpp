#include "panel/contour/zoom_levels.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace thalweg::panel {

namespace {

// So many lines across a view are left as they are; where there are fewer, at least so many are
// made.
constexpr int kEnoughLines = 6, kLeastLines = 8;
constexpr std::size_t kSamples = 25; // of a view, each way
// Steep corners of a view do not decide how far apart its lines are.
constexpr double kLowShare = 0.05, kHighShare = 0.95;
constexpr std::size_t kMostLines = 64; // added for one view
constexpr double kRounding = 1e-13; // finer differences of heights are noise
constexpr double kApart = 0.4; // least distance of a new level from others, in steps

/// The heights that a view shows, rising.
std::vector<double> heights_in(const surface::Surface& surface, const Box& view)
{
    std::vector<double> heights, row(kSamples);
    for (std::size_t j = 0; j < kSamples; ++j) {
        surface.sample_row(view.x, view.y.at(static_cast<double>(j) / (kSamples - 1)), row);
        std::ranges::copy_if(
            row, std::back_inserter(heights), [](double h) { return std::isfinite(h); });
    }
    std::ranges::sort(heights);
    return heights;
}

/// The largest of 1 and 5 times a power of ten that is at most `step`. Each divides the next larger
/// one, so that a zoom keeps its lines.
double round_down(double step)
{
    const double power = thalweg::pow(10.0, std::floor(thalweg::log10(step)));
    return 5 * power <= step ? 5 * power : power;
}

/// Every fifth of multiples of 10^k, every fourth of multiples of 5 × 10^k: round numbers.
bool is_round_multiple(double value, double step)
{
    const double digit = step / thalweg::pow(10.0, std::floor(thalweg::log10(step) + 1e-9));
    const double steps = (digit > 3 ? 4 : 5) * step;
    return std::abs(value / steps - std::round(value / steps)) < 1e-6;
}

bool is_near(const std::vector<ZoomLevel>& levels, double value, double distance)
{
    const auto next = std::ranges::lower_bound(levels, value, {}, &ZoomLevel::value);
    return (next != levels.end() && next->value - value < distance)
        || (next != levels.begin() && value - (next - 1)->value < distance);
}

/// What a view shows of the surface's heights.
struct Heights {
    Range all{}; ///< of all samples
    Range most{}; ///< without the lowest and the highest few
};

std::optional<Heights> heights_of(const surface::Surface& surface, const Box& view)
{
    const std::vector<double> heights = heights_in(surface, view);
    if (heights.empty())
        return std::nullopt;
    const auto quantile = [&](double share) {
        return heights[static_cast<std::size_t>(share * static_cast<double>(heights.size() - 1))];
    };
    return Heights{{heights.front(), heights.back()}, {quantile(kLowShare), quantile(kHighShare)}};
}

void add(std::vector<ZoomLevel>& levels, const std::vector<ZoomLevel>& added)
{
    levels.insert(levels.end(), added.begin(), added.end());
    std::ranges::sort(levels, {}, &ZoomLevel::value);
}

/// Continues logarithmic levels below the lowest, down to the ground that a view shows.
void extend_down(std::vector<ZoomLevel>& levels, const LevelScale& scale, const Heights& heights)
{
    const contour::LevelPattern& pattern = scale.pattern();
    const double floor = heights.most.lo;
    if (pattern.kind != contour::LevelPattern::Kind::logarithmic || !(floor > 0))
        return;
    const double ratio = thalweg::pow(10.0, pattern.step);
    std::vector<ZoomLevel> added;
    for (double value = levels.front().value / ratio; value > floor && added.size() < kMostLines;
         value /= ratio)
        added.push_back({value, contour::is_index(pattern, value), true});
    add(levels, added);
}

/// Inserts round levels where too few cross a view.
void insert_between(std::vector<ZoomLevel>& levels, const Heights& heights)
{
    const Range& all = heights.all;
    const auto crossing = std::ranges::count_if(
        levels, [&](const ZoomLevel& l) { return all.lo < l.value && l.value < all.hi; });
    const double size = std::max(std::abs(all.lo), std::abs(all.hi));
    if (crossing >= kEnoughLines || !(heights.most.width() > kRounding * size))
        return;
    const double step = round_down(heights.most.width() / kLeastLines);
    const Range& range = all.width() / step > static_cast<double>(kMostLines) ? heights.most : all;
    std::vector<ZoomLevel> added;
    for (const double value : contour::multiples_between(range.lo, range.hi, step))
        if (!is_near(levels, value, kApart * step))
            added.push_back({value, is_round_multiple(value, step), true});
    add(levels, added);
}

} // namespace

std::vector<ZoomLevel> base_levels(const LevelScale& scale)
{
    std::vector<ZoomLevel> levels;
    for (std::size_t i = 0; i < scale.levels().size(); ++i)
        levels.push_back({scale.levels()[i], scale.is_index(i), false});
    return levels;
}

std::vector<ZoomLevel> refined(std::vector<ZoomLevel> levels, const LevelScale& scale,
    const surface::Surface& surface, std::span<const Box> views)
{
    for (ZoomLevel& level : levels)
        level.is_new = false;
    for (const Box& view : views)
        if (const auto heights = heights_of(surface, view)) {
            if (!levels.empty())
                extend_down(levels, scale, *heights);
            insert_between(levels, *heights);
        }
    return levels;
}

} // namespace thalweg::panel
