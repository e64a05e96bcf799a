#include "contour/levels.hpp"

#include "contour/height_statistics.hpp"
#include "contour/nice_levels.hpp"
#include "core/math.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace thalweg::contour {

namespace {

constexpr int kDefaultCount = 16;
constexpr int kMaxCount = 200;
// The automatic range leaves out the lowest and the highest ground, by area: a ring about the
// minimum stays visible, and a corner that towers above everything does not take all levels.
constexpr double kLowShare = 0.003, kHighShare = 0.99;
// Logarithmic levels are chosen where half of the domain lies lower than this fraction of the
// range: in Rosenbrock's valley (0.06) and Himmelblau's hollows (0.13), which linear levels would
// leave nearly without lines; not on a bowl (0.32).
constexpr double kLowMedian = 0.2;
// Where logarithmic levels are asked for, a surface without a floor inside the domain whose median
// is higher gets linear ones: a saddle would have all its levels in one corner.
constexpr double kHighMedian = 0.25;
// How far the logarithmic range reaches below its upper end, or above its lower one, where the
// surface does not say.
constexpr double kDecades = 1000;

using Levels = std::vector<double>;

/// What a user asked for; either end may be open.
struct Asked {
    int count = kDefaultCount;
    std::optional<double> from, to;
};

/// Rounds each level to as few decimals as its distance to the levels beside it allows.
Levels rounded(const Levels& levels, double gap_before_first)
{
    Levels result;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const double before = i > 0 ? levels[i] - levels[i - 1] : gap_before_first;
        const double after = i + 1 < levels.size() ? levels[i + 1] - levels[i] : before;
        const double digits = std::floor(thalweg::log10(0.1 * std::min(before, after)));
        const double power
            = thalweg::pow(10.0, std::abs(digits)); // exact, unlike 10 to a negative power
        const double units = digits < 0 ? levels[i] * power : levels[i] / power;
        const bool can_round = std::isfinite(units) && std::isfinite(power);
        const double whole = std::round(units) + 0.0; // no negative zero
        result.push_back(!can_round ? levels[i] : digits < 0 ? whole / power : whole * power);
    }
    return result;
}

/// Rising without repetition, as a surface with plateaus needs.
Levels strictly_rising(Levels levels)
{
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    return levels;
}

Levels linear_levels(const Asked& asked, const surface::Surface& f, const Box& domain)
{
    if (asked.from && asked.to)
        return spaced_levels(asked.count, *asked.from, *asked.to);
    const HeightStatistics heights(f, domain);
    if (heights.is_flat())
        return {};
    const double low = asked.from.value_or(heights.extent().lo),
                 high = asked.to.value_or(heights.extent().hi);
    if (!(low < high))
        return {};
    if (asked.from)
        return spaced_levels(asked.count, low, high - (high - low) / (asked.count + 1));
    if (asked.to)
        return spaced_levels(asked.count, low + (high - low) / (asked.count + 1), high);
    return nice_linear_levels(low, high, asked.count);
}

/// Powers of ten of the height above the lowest ground, or of the value where that ground is about
/// zero.
Levels log_levels_above(int count, const HeightStatistics& heights)
{
    const double base = heights.extent().lo,
                 range = std::min(heights.quantile(kHighShare), heights.extent().hi) - base;
    if (!(range > 0))
        return {};
    const double low = std::max(heights.quantile(kLowShare) - base, 1e-6 * range);
    if (!(low < range))
        return {};
    if (std::abs(base) <= 1e-9 * range || (0 < base && base <= low))
        return nice_log_levels(low, range, count);
    Levels levels = nice_log_levels(low, range, count);
    for (double& level : levels)
        level += base;
    return rounded(levels, low);
}

/// Logarithmic levels where most ground is low, linear ones elsewhere.
///
/// low_median  the fraction of the range below which the median makes them logarithmic
Levels chosen_levels(int count, const HeightStatistics& heights, double low_median)
{
    const auto [low, high] = heights.extent();
    if (heights.quantile(0.5) - low < low_median * (high - low))
        return strictly_rising(log_levels_above(count, heights));
    return nice_linear_levels(low, high, count);
}

Levels automatic_levels(int count, const surface::Surface& f, const Box& domain)
{
    const HeightStatistics heights(f, domain);
    return heights.is_flat() ? Levels{} : chosen_levels(count, heights, kLowMedian);
}

Levels log_levels(const Asked& asked, const surface::Surface& f, const Box& domain)
{
    if (asked.from && asked.to)
        return log_spaced_levels(asked.count, *asked.from, *asked.to);
    const HeightStatistics heights(f, domain);
    if (heights.is_flat())
        return {};
    if (!asked.from && !asked.to)
        return chosen_levels(asked.count, heights, heights.has_floor_inside() ? 1.1 : kHighMedian);
    if (asked.from) {
        const double high = heights.quantile(kHighShare);
        return log_spaced_levels(
            asked.count, *asked.from, high > *asked.from ? high : kDecades * *asked.from);
    }
    const double low = heights.quantile(kLowShare);
    return log_spaced_levels(
        asked.count, 0 < low && low < *asked.to ? low : *asked.to / kDecades, *asked.to);
}

Levels quantile_levels(int count, const surface::Surface& f, const Box& domain)
{
    const HeightStatistics heights(f, domain);
    if (heights.is_flat())
        return {};
    Levels levels;
    for (int i = 1; i <= count; ++i)
        levels.push_back(heights.quantile(static_cast<double>(i) / (count + 1)));
    levels = strictly_rising(levels);
    return strictly_rising(rounded(levels, levels.front() - heights.lowest()));
}

int ask_count(Options& options)
{
    return options.integer(
        "count", kDefaultCount, {.min = 1, .max = kMaxCount}, "about how many levels");
}

Asked ask(Options& options, const Limits& limits, std::string_view from, std::string_view to)
{
    Asked asked;
    asked.count = ask_count(options);
    asked.from = options.number("from", limits, from);
    asked.to = options.number("to", limits, to);
    if (asked.from && asked.to && !(*asked.from < *asked.to))
        options.refuse("to", "to must be greater than from");
    return asked;
}

LevelRule make_automatic(Options& options)
{
    const int count = ask_count(options);
    return [count](const surface::Surface& f, const Box& domain) {
        return automatic_levels(count, f, domain);
    };
}

LevelRule make_log(Options& options)
{
    const Asked asked = ask(options, {.above = 0},
        "the lowest level; default: the height below which 0.3 % of the domain lies, counted from "
        "the lowest ground",
        "the highest level; default: the height below which 99 % of the domain lies");
    return [asked](const surface::Surface& f, const Box& domain) {
        return log_levels(asked, f, domain);
    };
}

LevelRule make_linear(Options& options)
{
    const Asked asked
        = ask(options, {}, "the lowest level; default: one step above the lowest ground",
            "the highest level; default: one step below the highest ground");
    return [asked](const surface::Surface& f, const Box& domain) {
        return linear_levels(asked, f, domain);
    };
}

LevelRule make_quantile(Options& options)
{
    const int count = ask_count(options);
    return [count](const surface::Surface& f, const Box& domain) {
        return quantile_levels(count, f, domain);
    };
}

LevelRule make_list(Options& options)
{
    const Levels values
        = options.numbers("values", {}, {}, "the levels, each greater than the one before");
    if (!options.is_recording()) {
        if (values.empty())
            options.refuse("values", "values must list at least one level");
        if (std::adjacent_find(values.begin(), values.end(), std::greater_equal<>())
            != values.end())
            options.refuse("values", "each of values must be greater than the one before");
    }
    return [values](const surface::Surface&, const Box&) { return values; };
}

} // namespace

std::span<const Kind<LevelRule>> level_kinds()
{
    static constexpr std::array<Kind<LevelRule>, 5> kKinds{{
        {"auto", "logarithmic where most of the domain is low ground, else linear", make_automatic},
        {"log", "powers of ten of the height above the lowest ground", make_log},
        {"linear", "at steps of 1, 2 or 5 times a power of ten", make_linear},
        {"quantile", "with equal areas between them", make_quantile},
        {"list", "exactly these", make_list},
    }};
    return kKinds;
}

} // namespace thalweg::contour
