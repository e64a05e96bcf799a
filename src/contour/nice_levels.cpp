#include "contour/nice_levels.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::contour {

namespace {

constexpr double kRounding = 1e-9;
constexpr int kFinest = 240; // levels a decade, and most levels between neighbouring ones

// Where every fourth level is a decade, a slightly other number of levels is as good.
constexpr double kFourthsBonus = 0.05;

using Levels = std::vector<double>;

/// k steps of a size m × 10^e, rounded once where 10^e can be divided by.
double multiple(double k, double step)
{
    const double exponent = std::floor(thalweg::log10(step) + kRounding);
    if (exponent >= 0 || exponent < -22)
        return k * step + 0.0;
    const double power = thalweg::pow(10.0, -exponent); // exact
    const double digit = step * power, whole = std::round(digit);
    return (std::abs(digit - whole) < kRounding ? k * whole / power : k * step) + 0.0;
}

/// How far a number of levels is from the one that was asked for, by ratio.
double misfit(std::size_t number, int count)
{
    return number == 0 ? HUGE_VAL : std::abs(thalweg::log(static_cast<double>(number) / count));
}

/// 10^(k step) from low to high.
Levels powers(double low, double high, double step)
{
    const double first = std::ceil(thalweg::log10(low) / step - kRounding);
    const double last = std::floor(thalweg::log10(high) / step + kRounding);
    Levels levels;
    for (double k = first; k <= last; ++k) {
        const double exponent = k * step, whole = std::round(exponent);
        levels.push_back(
            thalweg::pow(10.0, std::abs(exponent - whole) < kRounding ? whole : exponent));
    }
    return levels;
}

/// Levels a decade such that decades are about every fourth level, or every n-th where n is small.
bool is_handy(int per_decade)
{
    return per_decade <= 2 || per_decade % 3 == 0 || per_decade % 4 == 0 || per_decade % 5 == 0;
}

/// About every fourth of n levels a decade, so that decades are among them.
int log_period(int per_decade)
{
    for (const int period : {4, 5, 3})
        if (per_decade % period == 0)
            return period;
    return per_decade == 2 ? 2 : 4;
}

bool all_whole(const Levels& numbers, double step)
{
    return std::ranges::all_of(numbers, [&](double number) {
        const double k = number / step;
        return std::abs(k - std::round(k)) < 1e-6;
    });
}

bool is_even(const Levels& v)
{
    const double step = (v.back() - v.front()) / static_cast<double>(v.size() - 1);
    for (std::size_t i = 1; i < v.size(); ++i)
        if (std::abs(v[i] - v[i - 1] - step) > 1e-6 * step)
            return false;
    return true;
}

} // namespace

Levels multiples_between(double low, double high, double step)
{
    const double first = std::floor(low / step + kRounding) + 1;
    const double last = std::ceil(high / step - kRounding) - 1;
    Levels levels;
    for (double k = first; k <= last; ++k)
        levels.push_back(multiple(k, step));
    return levels;
}

Levels nice_linear_levels(double low, double high, int count)
{
    const double even = high / (count + 1) - low / (count + 1); // their difference may be infinite
    const double power = thalweg::pow(10.0, std::floor(thalweg::log10(even)));
    Levels best;
    for (const double digits : {0.5, 1.0, 2.0, 5.0, 10.0, 20.0}) {
        const double step = digits * power;
        if (high / step - low / step > kFinest)
            continue;
        Levels levels = multiples_between(low, high, step);
        if (best.empty() || misfit(levels.size(), count) < misfit(best.size(), count))
            best = std::move(levels);
    }
    return best;
}

Levels nice_log_levels(double low, double high, int count)
{
    const double decades = thalweg::log10(high) - thalweg::log10(low);
    Levels best;
    double least = HUGE_VAL;
    const auto try_step = [&](double step, double bonus) {
        Levels levels = powers(low, high, step);
        const double away = misfit(levels.size(), count) - bonus;
        if (away < least) {
            least = away;
            best = std::move(levels);
        }
    };
    for (int n = 1; n <= kFinest; ++n)
        if (is_handy(n) && n * decades < 2 * kFinest)
            try_step(1.0 / n, n % 4 == 0 ? kFourthsBonus : 0);
    for (int n = 2; n <= decades; ++n)
        try_step(n, 0);
    return best.empty() ? nice_linear_levels(low, high, count) : best;
}

std::vector<double> spaced_levels(int count, double from, double to)
{
    std::vector<double> levels;
    for (int i = 0; i < count; ++i)
        levels.push_back(count == 1 ? from : from + (to - from) * i / (count - 1));
    if (count > 1)
        levels.back() = to; // to the digit
    return levels;
}

std::vector<double> log_spaced_levels(int count, double from, double to)
{
    std::vector<double> levels = spaced_levels(count, thalweg::log(from), thalweg::log(to));
    for (double& level : levels)
        level = thalweg::exp(level);
    levels.front() = from; // to the digit
    if (count > 1)
        levels.back() = to;
    return levels;
}

LevelPattern pattern_of(const Levels& rising)
{
    using Kind = LevelPattern::Kind;
    if (rising.size() < 3)
        return {};
    if (is_even(rising)) {
        const double step
            = (rising.back() - rising.front()) / static_cast<double>(rising.size() - 1);
        const double digit
            = step / thalweg::pow(10.0, std::floor(thalweg::log10(step) + kRounding));
        const bool is_half = std::abs(digit - 5) < 1e-6 || std::abs(digit - 2.5) < 1e-6;
        return {Kind::linear, step, is_half ? 4 : 5, all_whole(rising, step)};
    }
    if (rising.front() <= 0)
        return {};
    Levels logs;
    for (const double level : rising)
        logs.push_back(thalweg::log10(level));
    if (!is_even(logs))
        return {};
    const double step = (logs.back() - logs.front()) / static_cast<double>(logs.size() - 1);
    const int per_decade = std::max(1, static_cast<int>(std::round(1 / step)));
    return {Kind::logarithmic, step, log_period(per_decade), all_whole(logs, step)};
}

bool is_index(const LevelPattern& pattern, double level)
{
    const bool is_linear = pattern.kind == LevelPattern::Kind::linear;
    const double steps = (is_linear ? level : thalweg::log10(level)) / pattern.step;
    return pattern.is_anchored && std::fmod(std::round(steps), pattern.index_period) == 0;
}

bool is_index(const LevelPattern& pattern, const Levels& rising, std::size_t i)
{
    return pattern.is_anchored ? is_index(pattern, rising[i])
                               : (i + 1) % static_cast<std::size_t>(pattern.index_period) == 0;
}

} // namespace thalweg::contour
