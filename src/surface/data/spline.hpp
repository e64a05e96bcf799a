#pragma once

#include <span>

namespace thalweg::surface {

/// The slopes at its knots of the cubic spline through values: twice continuously differentiable.
///
/// Its ends are "not a knot": the two pieces at each end are one cubic, so that the error there is
/// of the same order as inside. Values may be NaN; each run without holes has a spline of its own,
/// and slopes at holes and at single values between holes are NaN.
///
/// at      rising, as many as values
/// stride  values and slopes are `stride` apart in memory
/// Source  C. de Boor, A Practical Guide to Splines, Springer, 1978, chapter IV
void spline_slopes(
    std::span<const double> at, const double* values, double* slopes, std::size_t stride);

} // namespace thalweg::surface
