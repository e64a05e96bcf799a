#pragma once

#include "contour/level_set.hpp"
#include "surface/surface.hpp"

namespace thalweg::contour {

/// An end of a Bézier on a level set, with the level curve's direction there, higher ground on its
/// left.
struct Knot {
    Vec2 p;
    Vec2 tangent; ///< unit; zero where the gradient vanishes or is not a number
};

Knot knot_at(const surface::Surface& f, Vec2 p);

/// How often a fit is measured between its ends, evenly in the parameter.
inline constexpr int kFitSamples = 8;

/// A Bézier and its greatest distance from the level set, to first order: |f - level| / |∇f|.
struct Fit {
    Bezier curve;
    double error = 0; ///< at the samples; infinite where no curve was found
    double furthest = 0.5; ///< the parameter of the sample that is furthest off
};

/// The cubic Bézier between two knots that leaves along their tangents and stays closest to the
/// level set.
///
/// The two handle lengths are found by Gauss-Newton on the distance at several parameters; the
/// result touches the level set to fourth order, so halving a span divides the error by about 64.
/// target  an error with which the search is content
/// Source  C. de Boor, K. Höllig, M. Sabin, High accuracy geometric Hermite interpolation, CAGD 4,
/// 1987, for the order
Fit fit_bezier(
    const surface::Surface& f, double level, const Knot& from, const Knot& to, double target);

/// The straight Bézier between two points.
Bezier straight(Vec2 a, Vec2 b);

} // namespace thalweg::contour
