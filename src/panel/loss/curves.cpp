#include "panel/loss/curves.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace thalweg::panel {

namespace {

// Greatest / smallest value beyond which a scale is logarithmic: with more than one decade between
// them, a linear scale presses the small ones to its lower edge.
constexpr double kLogSpread = 10;
// Smaller losses are rounding errors, of 1 or of the greatest loss where that is less.
constexpr double kLeastLog = 1e-16;
constexpr double kEqual = 1e-12; // relative difference of values that count as one
constexpr double kHuge = 1e300; // differences of such numbers are still finite
constexpr double kPadding = 0.05; // of a linear scale, at both ends
constexpr double kFew = 0.02; // the fraction of all values that may be spikes
constexpr double kFarAbove = 4; // heights of the rest beyond which a value is a spike
constexpr double kFromZero = 0.35; // low / high below which a linear scale begins at 0

/// Where the distance of a run is measured to: the known minima, or the lowest point of all runs.
std::vector<Vec2> targets(const experiment::Experiment& one)
{
    std::vector<Vec2> minima = one.minima.global;
    if (!minima.empty())
        return minima;
    double lowest = std::numeric_limits<double>::infinity();
    for (const optimizer::Trajectory& path : one.trajectories)
        for (std::size_t k = 0; k < path.points.size(); ++k)
            if (path.losses[k] < lowest) {
                lowest = path.losses[k];
                minima.assign(1, path.points[k]);
            }
    return minima;
}

std::vector<double> distances(const optimizer::Trajectory& path, const std::vector<Vec2>& minima)
{
    std::vector<double> values;
    for (const Vec2 p : path.points) {
        double nearest = std::numeric_limits<double>::infinity();
        for (const Vec2 m : minima)
            nearest = std::min(nearest, distance(p, m));
        values.push_back(nearest);
    }
    return values;
}

std::vector<double> values_of(
    Quantity quantity, const experiment::Experiment& one, const optimizer::Trajectory& path)
{
    switch (quantity) {
    case Quantity::distance:
        return distances(path, targets(one));
    case Quantity::gradient_norm:
        return path.gradient_norms;
    case Quantity::learning_rate:
        return path.learning_rates;
    case Quantity::loss:
        break;
    }
    return path.losses;
}

Curve curve_of(const LossPlan& plan, const experiment::Experiments& experiments, std::size_t run)
{
    const experiment::Experiment& one = experiments.of_run(run);
    const optimizer::Trajectory& path = experiments.trajectory(run);
    Curve curve{.run = run, .y = values_of(plan.quantity, one, path)};
    curve.diverges = optimizer::is_lost(path.outcome);
    const bool goes_on = path.outcome == optimizer::Outcome::converged && !curve.y.empty()
        && plan.against == Against::steps;
    for (std::size_t k = 0; k < curve.y.size(); ++k) {
        curve.x.push_back(plan.against == Against::steps
                ? static_cast<double>(k)
                : static_cast<double>(path.evaluations[k]));
        curve.whole.add(curve.y[k]);
        if (k == 0 || one.plan.domain.contains(path.points[k])
            || plan.quantity == Quantity::learning_rate)
            curve.near.add(curve.y[k]);
    }
    const double end = curve.x.empty() ? 0 : curve.x.back();
    curve.rest_until = goes_on ? std::max<double>(end, experiments.steps()) : end;
    return curve;
}

/// A little further, to a power of ten where one is near.
Range log_range(const Spread& spread)
{
    const double high = spread.high > 0 ? spread.high : 1;
    const double least
        = std::min(std::max(spread.least_positive, kLeastLog * std::min(1.0, high)), 0.1 * high);
    const double top = thalweg::log10(high), bottom = thalweg::log10(least);
    const double up = std::ceil(top), down = std::floor(bottom);
    return {thalweg::pow(10, bottom - down < 0.7 ? down : bottom - 0.1),
        thalweg::pow(10, up - top < 0.7 ? up : top + 0.1)};
}

bool is_one_value(const Spread& spread)
{
    const double size = std::max(std::abs(spread.low), std::abs(spread.high));
    return !spread.empty() && spread.high - spread.low <= kEqual * size;
}

Range linear_range(const Spread& spread)
{
    if (spread.empty())
        return {0, 1};
    const double size = std::max(std::abs(spread.low), std::abs(spread.high));
    if (is_one_value(spread)) // in the middle
        return size > 0 ? Range{spread.low - size, spread.high + size} : Range{-1, 1};
    const double padding = kPadding * (spread.high - spread.low);
    const bool from_zero = spread.low >= 0 && spread.low < kFromZero * spread.high;
    return {from_zero ? 0 : spread.low - padding, spread.high + padding};
}

/// The upper end of a linear scale: where a few values lie far above the rest, that of the rest,
/// so that a spike does not flatten the curves. Starts are never cut off.
double high_without_spikes(const std::vector<Curve>& curves, const Spread& near)
{
    std::vector<double> values;
    double least_high = near.low;
    for (const Curve& curve : curves) {
        std::ranges::copy_if(curve.y, std::back_inserter(values),
            [&](double v) { return v >= near.low && v <= near.high; });
        if (!curve.y.empty() && curve.y.front() <= near.high)
            least_high = std::max(least_high, curve.y.front());
    }
    const auto few = static_cast<std::ptrdiff_t>(kFew * static_cast<double>(values.size()));
    if (few == 0)
        return near.high;
    std::ranges::nth_element(values, values.end() - 1 - few);
    const double rest = std::max(least_high, *(values.end() - 1 - few));
    return near.high - near.low > kFarAbove * (rest - near.low) ? rest : near.high;
}

} // namespace

void Spread::add(double value)
{
    if (!std::isfinite(value))
        return;
    value = std::clamp(value, -kHuge, kHuge);
    low = std::min(low, value);
    high = std::max(high, value);
    if (value > 0)
        least_positive = std::min(least_positive, value);
}

void Spread::add(const Spread& other)
{
    low = std::min(low, other.low);
    high = std::max(high, other.high);
    least_positive = std::min(least_positive, other.least_positive);
}

std::vector<Curve> curves_of(const LossPlan& plan, const experiment::Experiments& experiments)
{
    std::vector<Curve> curves;
    const auto is_shown = [&](std::size_t run) {
        return plan.quantity != Quantity::learning_rate
            || experiments.run_plan(run).optimizer.facts.learning_rate > 0;
    };
    for (const std::size_t run : plan.runs)
        if (is_shown(run))
            curves.push_back(curve_of(plan, experiments, run));
    return curves;
}

std::optional<double> only_value(const std::vector<Curve>& curves)
{
    Spread all;
    for (const Curve& curve : curves)
        all.add(curve.whole);
    return is_one_value(all) ? std::optional(all.low) : std::nullopt;
}

ScaleRequest scales_of(
    const std::vector<Curve>& curves, AxisScale scale, const std::vector<double>& targets)
{
    Spread near, whole;
    double last = 1;
    for (const Curve& curve : curves) {
        near.add(curve.near);
        whole.add(curve.diverges ? curve.near : curve.whole);
        last = std::max({last, curve.x.empty() ? 0 : curve.x.back(), curve.rest_until});
    }
    const bool spreads = near.low >= 0 && whole.high > kLogSpread * whole.least_positive;
    const bool logarithmic
        = scale == AxisScale::logarithmic || (scale == AxisScale::automatic && spreads);
    if (!logarithmic && !near.empty())
        near.high = high_without_spikes(curves, near);
    for (const double target : targets) {
        near.add(target);
        if (target > 0)
            whole.add(target);
    }
    return {.x = {0, last},
        .y = logarithmic ? log_range(whole) : linear_range(near),
        .logarithmic = logarithmic};
}

} // namespace thalweg::panel
