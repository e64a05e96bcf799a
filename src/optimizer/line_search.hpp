#pragma once

#include "optimizer/probe.hpp"

#include <optional>

namespace thalweg::optimizer {

/// A point on a search line: x + at · direction.
struct LinePoint {
    double at = 0;
    Vec2 point{};
    double value = 0;
    Vec2 gradient{};
    double slope = 0; ///< of the value along the direction
};

/// Value and gradient at a point, for a line to start from.
LinePoint look_at(const Probe& f, Vec2 x);

/// A line from a point where value and gradient are known.
struct Line {
    LinePoint origin{};
    Vec2 direction{};

    Line(const LinePoint& from, Vec2 along);
};

/// What a point must meet: value <= start + decrease · at · slope, and |slope| <= curvature ·
/// |slope at start|.
struct WolfeRule {
    double decrease = 1e-4;
    double curvature = 0.9;
};

/// A point that meets the strong Wolfe conditions, found by bracketing and the secant of the
/// slopes; where rounding hides such a point, one whose value has fallen enough.
///
/// first    the length to try first, > 0
/// Returns  nothing where the line does not descend, or where 40 tries find no lower point
/// Source   J. Nocedal, S. J. Wright, Numerical Optimization, 2nd ed., 2006, section 3.1
std::optional<LinePoint> wolfe_point(
    const Probe& f, const Line& line, double first, const WolfeRule& rule);

/// The first minimum along the line that trials from `first` on enclose, to rounding: where the
/// slope changes its sign, found by its secants.
///
/// first    the length to try first, > 0
/// Returns  nothing where the line does not descend, or where 40 tries find no lower point; the
///          last point where 40 tries find no end of the descent
/// Source   M. Dowell, P. Jarratt, A modified regula falsi method for computing the root of an
///          equation, 1971 (the Illinois rule)
std::optional<LinePoint> line_minimum(const Probe& f, const Line& line, double first);

/// The first of the lengths first, first / 2, first / 4, ... whose value falls by at least
/// `decrease` of what the slope promises; nothing where 60 halvings do not find one.
///
/// Source  L. Armijo, Minimization of functions having Lipschitz continuous first partial
/// derivatives, 1966
std::optional<Vec2> armijo_point(
    const Probe& f, const Line& line, double first, double decrease = 1e-4);

} // namespace thalweg::optimizer
