#pragma once

#include "core/math.hpp"
#include "core/options.hpp"
#include "surface/functions/stationary.hpp"
#include "surface/surface.hpp"

#include <numbers>

#include <fmt/format.h>

namespace thalweg::surface {

/// The camel with three humps, seen from below: a global minimum between two local ones.
struct ThreeHumpCamel {
    template <class T>
    T operator()(T x, T y) const
    {
        // The square completed: 2u - 1.05u² + u³/6 + xy + y² with u = x², in fewer terms.
        const T u = sq(x);
        return sq(y + 0.5 * x) + u * (sq(u - 3.15) / 6.0 + 0.09625);
    }

    SurfaceFacts facts() const
    {
        return {.formula = R"($2x^2 - 1.05x^4 + \frac{x^6}{6} + xy + y^2$)",
            .source
            = "L. C. W. Dixon, G. P. Szegö (editors), Towards Global Optimisation, North-Hollan"
              "d, 1975",
            .domain = {{-3.2, 3.2}, {-2, 2}},
            .start = {-2.6, 1.4},
            .minima = {{0, 0}},
            .critical_points = {critical_near(*this, CriticalKind::minimum, {1.747552, -0.873776}),
                critical_near(*this, CriticalKind::minimum, {-1.747552, 0.873776})}};
    }
};

/// The camel with six humps, seen from below: three pairs of minima, the middle pair the lowest.
struct SixHumpCamel {
    template <class T>
    T operator()(T x, T y) const
    {
        // Squares completed in u = x² and v = y².
        const T u = sq(x), v = sq(y);
        return u * (sq(u - 3.15) / 3.0 + 0.6925) + x * y + (sq(2.0 * v - 1.0) - 1.0);
    }

    SurfaceFacts facts() const
    {
        return {
            .formula = R"($\left(4 - 2.1x^2 + \frac{x^4}{3}\right) x^2 + xy + (-4 + 4y^2)\, y^2$)",
            .source
            = "L. C. W. Dixon, G. P. Szegö (editors), Towards Global Optimisation 2, North-Holl"
              "and, 1978, 1-15",
            .domain = {{-2.2, 2.2}, {-1.2, 1.2}},
            .start = {-1.9, 1.1},
            .minima = {stationary_near(*this, {0.089842, -0.712656}),
                stationary_near(*this, {-0.089842, 0.712656})},
            .critical_points = {critical_near(*this, CriticalKind::minimum, {1.703607, -0.796084}),
                critical_near(*this, CriticalKind::minimum, {-1.703607, 0.796084}),
                critical_near(*this, CriticalKind::minimum, {1.607105, 0.568651}),
                critical_near(*this, CriticalKind::minimum, {-1.607105, -0.568651}),
                critical_near(*this, CriticalKind::saddle, {0, 0})}};
    }
};

/// A camel with as many humps as asked for, seen from below: n minima in a row along y = -x/2, the
/// lowest in the middle.
///
/// f = 2 T_n(x/2)² + x²/4 + (y + x/2)², where T_n is the Chebyshev polynomial of degree n. T_n has
/// n simple zeros, at 2 cos((2k - 1) pi / 2n) here, and swings between -1 and 1 among them, so that
/// the first term has n equal minima with walls of height 2 between; the second makes the outer
/// ones higher. An odd n has its global minimum 0 at the origin, an even n two equal ones beside
/// it. With n = 3 it resembles the three-hump camel.
struct NHumpCamel {
    int humps = 5;

    static NHumpCamel read(Options& options)
    {
        return {options.integer("humps", 5, {.min = 1, .max = 16}, "number of minima in a row")};
    }

    template <class T>
    T operator()(T x, T y) const
    {
        return 2.0 * sq(chebyshev(0.5 * x)) + 0.25 * sq(x) + sq(y + 0.5 * x);
    }

    SurfaceFacts facts() const
    {
        const Vec2 inner = {zero(humps / 2), -0.5 * zero(humps / 2)};
        SurfaceFacts facts{
            .formula = fmt::format(
                R"($2\,T_{{{}}}^2\left(\frac{{x}}{{2}}\right) + \frac{{x^2}}{{4}} + \left(y + \frac{{x}}{{2}}\right)^2$)",
                humps),
            .source = "made for this program from the Chebyshev polynomials T",
            .domain = {{-2.4, 2.4}, {-1.6, 1.6}},
            .start = {2.2, 0.6},
            .minima = {{0, 0}}};
        if (humps % 2 == 0) {
            const Vec2 right = stationary_near(*this, inner);
            facts.minima = {right, -right};
        }
        return facts;
    }

private:
    /// The k-th zero of T_n(x/2), from the largest down.
    double zero(int k) const
    {
        return 2 * thalweg::cos((2 * k - 1) * std::numbers::pi / (2 * humps));
    }

    /// T_n(u) as the product over its zeros, in pairs of opposite ones: bounds stay far tighter
    /// than by the recurrence.
    template <class T>
    T chebyshev(const T& u) const
    {
        const T u2 = sq(u);
        T product = humps % 2 == 1 ? u : T(0.5);
        for (int k = 1; k <= humps / 2; ++k)
            product = product * (4.0 * (u2 - sq(0.5 * zero(k))));
        return product;
    }

    std::string subscript() const
    {
        constexpr const char* digits[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
        return std::string(humps >= 10 ? digits[humps / 10] : "") + digits[humps % 10];
    }
};

} // namespace thalweg::surface
