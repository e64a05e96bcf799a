#pragma once

#include "contour/bezier_fit.hpp"
#include "contour/path.hpp"

namespace thalweg::contour {

/// What the ground beside a curve says about its distance from the level set.
enum class Closeness {
    near, ///< within the tolerance, at every place that was looked at
    far, ///< further away somewhere
    unresolved, ///< f is too flat somewhere, beside its errors of rounding
};

/// Looks for the level beside a curve, at places between the samples of its fit.
Closeness closeness_of(
    const surface::Surface& f, double level, const Bezier& curve, double tolerance);

/// Is a curve as close to a path, both ways, as the tolerance?
///
/// A fit is measured at fixed samples, however much f may do between them, and to first order,
/// which is too short along the crest of a wave. So the furthest sample is looked at again. And the
/// path tells how fast f may change: it has a point wherever it passes from one proven leaf of the
/// tree to the next. Each must lie near the curve, in the order of the path, and between each two
/// of them the curve must lie near the level set. That also tells a curve that follows the path
/// from one that keeps to the level set but takes a short cut along another branch of it.
///
/// from, to  where the curve begins and ends
bool is_close(const surface::Surface& f, double level, const Fit& fit, const Path& path,
    const Path::Place& from, const Path::Place& to, double tolerance);

} // namespace thalweg::contour
