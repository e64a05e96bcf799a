#pragma once

#include "surface/surface.hpp"

#include <optional>

namespace thalweg::surface {

/// Where the zeros of the gradient inside a box must lie.
///
/// Where it lies inside of the box, there is exactly one; where the two share no point, there is
/// none.
struct Krawczyk {
    Interval x, y;
};

/// Krawczyk's operator K = m - C g(m) + (1 - C H)(X - m), where m is the middle of the box X, g the
/// gradient, and C about the inverse of the Hessian H over the box.
///
/// over     f.bound_jet(box), with a bounded Hessian
/// Returns  nothing where the Hessian in the middle has no inverse
/// Source   R. Krawczyk, Newton-Algorithmen zur Bestimmung von Nullstellen mit Fehlerschranken,
///          Computing 4, 1969, 187-201
std::optional<Krawczyk> krawczyk(const Surface& f, const Box& box, const Jet<Interval>& over);

} // namespace thalweg::surface
