#pragma once

#include "surface/surface.hpp"

namespace thalweg::surface {

struct CriticalSearch {
    double smallest = 1e-7; ///< share of the domain's sides below which a box is given up
    double smallest_crease = 2e-4; ///< the same where second derivatives have no bounds: nothing
                                   ///< can be proven on creases, only beside them
    std::size_t boxes = 500000; ///< how many boxes to look at
};

/// All critical points of a surface inside a domain.
struct CriticalPoints {
    std::vector<CriticalPoint> points; ///< each proven to exist, and to be the only one around it
    std::vector<Box> uncertified; ///< nothing is proven here: degenerate points, kinks, places
                                  ///< where the surface may be undefined, or the search's limit

    /// Are `points` proven to be all there are?
    bool complete() const { return uncertified.empty(); }
};

/// Finds where the gradient vanishes by interval Newton steps on boxes that are split until each
/// holds provably no critical point, or provably one.
///
/// f        a surface without bounds (measured data) gives the points of its interpolation, and the
///          whole domain is uncertified
/// Returns  the points from the lowest value up
/// Source   R. Krawczyk, Newton-Algorithmen zur Bestimmung von Nullstellen mit Fehlerschranken,
/// Computing 4,
///          1969, 187-201; R. E. Moore, A test for existence of solutions to nonlinear systems,
///          SIAM J. Numerical Analysis 14(4), 1977, 611-615
CriticalPoints find_critical_points(
    const Surface& f, const Box& domain, const CriticalSearch& search = {});

/// Adds a point to a list, unless one of the list is no further from it than `same`.
void add_unless_near(std::vector<CriticalPoint>& points, const CriticalPoint& point, double same);

/// By the signs of the Hessian's eigenvalues; degenerate where one is nothing beside the other.
CriticalKind classify(const Sym2& hessian);

/// "minimum", "maximum", "saddle", "degenerate".
std::string_view name_of(CriticalKind kind);

} // namespace thalweg::surface
