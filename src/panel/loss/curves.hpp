#pragma once

#include "panel/loss_plan.hpp"

#include <limits>
#include <optional>
#include <vector>

namespace thalweg::panel {

/// The extremes of some finite numbers.
struct Spread {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    double least_positive = std::numeric_limits<double>::infinity();

    void add(double value);
    void add(const Spread& other);
    bool empty() const { return low > high; }
};

/// A quantity of one run: entry k belongs to the state after k steps.
struct Curve {
    std::size_t run = 0; ///< its number
    std::vector<double> x{}, y{}; ///< y may be no number where the surface has none
    Spread whole{};
    Spread near{}; ///< of the start, and of what lies in the domain: what the map shows
    bool diverges = false;
    /// Up to here a run at rest would go on at its last value; its end for every other run.
    double rest_until = 0;
};

/// One curve for each run of a plan, in their order; none of the learning rate of a run whose rule
/// takes none.
std::vector<Curve> curves_of(const LossPlan& plan, const experiment::Experiments& experiments);

/// The value that all curves have all the time, if there is only one.
std::optional<double> only_value(const std::vector<Curve>& curves);

/// The axes that suit some curves. What leaves the domain does not decide them, so that a run that
/// diverges leaves the panel instead of flattening all others; nor
/// do a few values far above the rest decide a linear one.
///
/// targets  values that the vertical axis shows, too
ScaleRequest scales_of(
    const std::vector<Curve>& curves, AxisScale scale, const std::vector<double>& targets = {});

} // namespace thalweg::panel
