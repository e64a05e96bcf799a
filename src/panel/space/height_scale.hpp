#pragma once

#include "experiment/experiment.hpp"
#include "panel/space/plan.hpp"

namespace thalweg::panel {

/// From the surface's values to heights in space: 0 at the lowest ground that is shown, 1 at the
/// highest.
///
/// Logarithmic heights are log(1 + (f - lowest) / c): well below c above the lowest ground they are
/// linear, so that a minimum is a smooth bowl instead of falling for ever. Half of the ground lies
/// above half of the height, by the choice of c. Values of any sign have such heights.
class HeightScale {
public:
    HeightScale(HeightKind kind, const experiment::Experiment& experiment);

    bool is_logarithmic() const { return is_logarithmic_; }
    Range range() const { return range_; } ///< of the values that are shown
    double knee() const { return knee_; } ///< c; of use where it is logarithmic
    double operator()(double value) const;
    /// Is ground of this height shown? A hill between the samples may rise a little above 1.
    static bool shows(double height) { return height >= -kBeyond && height <= 1 + kBeyond; }
    static constexpr double kBeyond = 0.02;
    /// The derivative of the height by the value.
    double slope(double value) const;

private:
    Range range_{};
    bool is_logarithmic_ = false;
    double knee_ = 1; ///< c
    double whole_ = 1; ///< the measure of all of the range
};

} // namespace thalweg::panel
