#pragma once

#include "core/math.hpp"

#include <limits>

namespace thalweg::contour {

/// A root is found to this share of the distance between the ends, or to the last digits.
inline constexpr double kFinest = 1e-13;

/// Where a function changes its sign between two points.
///
/// g        a function of one number; a value that is not a number counts as negative
/// a, b     ends with g(a) and g(b) of different signs (zero counts as positive)
/// Source   T. R. Chandrupatla, A new hybrid quadratic/bisection algorithm for finding the zero of
/// a nonlinear function
///          without using derivatives, Adv. Eng. Software 28(3), 1997, 145-149
template <class Function>
double find_root(const Function& g, double a, double b, double ga, double gb)
{
    const auto is_plus = [](double v) { return v >= 0; };
    const double finest = kFinest * std::abs(b - a);
    double c = a, gc = ga, t = 0.5;
    for (int i = 0; i < 100; ++i) {
        const double at = a + t * (b - a), value = g(at);
        if (is_plus(value) == is_plus(ga)) {
            c = a, gc = ga;
        } else {
            c = b, gc = gb;
            b = a, gb = ga;
        }
        a = at, ga = value;
        const double best = std::abs(ga) < std::abs(gb) ? a : b;
        const double slack = finest + 2 * std::numeric_limits<double>::epsilon() * std::abs(best);
        const double limit = slack / std::abs(b - a);
        if (value == 0 || !(limit < 0.5))
            return value == 0 ? a : best;
        const double xi = (a - b) / (c - b), phi = (ga - gb) / (gc - gb);
        t = 0.5;
        if (sq(phi) < xi && sq(1 - phi) < 1 - xi)
            t = ga / (gb - ga) * gc / (gb - gc)
                + (c - a) / (b - a) * ga / (gc - ga) * gb / (gc - gb);
        t = t > limit && t < 1 - limit ? t : t <= limit ? limit : t >= 1 - limit ? 1 - limit : 0.5;
    }
    return a;
}

} // namespace thalweg::contour
