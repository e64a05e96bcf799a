#pragma once

#include "core/options.hpp"
#include "surface/functions/stationary.hpp"
#include "surface/surface.hpp"

#include <numbers>

#include <fmt/format.h>

namespace thalweg::surface {

/// The landscape of many textbooks and manuals: three hills and three hollows.
struct Peaks {
    template <class T>
    T operator()(T x, T y) const
    {
        return 3.0 * sq(1.0 - x) * exp(-(sq(x) + sq(y + 1.0)))
            - 10.0 * (0.2 * x - cube(x) - powi(y, 5)) * exp(-(sq(x) + sq(y)))
            - exp(-(sq(x + 1.0) + sq(y))) / 3.0;
    }

    SurfaceFacts facts() const
    {
        return {.formula
            = R"($3(1-x)^2\, e^{-x^2-(y+1)^2} - 10\left(\frac{x}{5} - x^3 - y^5\right) e^{-x^2-y^2})"
              R"( - \frac{1}{3}\, e^{-(x+1)^2-y^2}$)",
            .source = "The MathWorks, MATLAB reference, function peaks",
            .domain = {{-3, 3}, {-3, 3}},
            .start = {-0.1, 1.2},
            .minima = {stationary_near(*this, {0.2283, -1.6255})},
            .critical_points = {critical_near(*this, CriticalKind::minimum, {-1.3474, 0.2045}),
                critical_near(*this, CriticalKind::maximum, {-0.0093, 1.5814}),
                critical_near(*this, CriticalKind::maximum, {1.2857, -0.0048}),
                critical_near(*this, CriticalKind::maximum, {-0.4600, -0.6292})}};
    }
};

/// Easom's function: a needle's hole in a wide plain.
struct Easom {
    template <class T>
    T operator()(T x, T y) const
    {
        constexpr double pi = std::numbers::pi;
        return -(cos(x) * cos(y) * exp(-(sq(x - pi) + sq(y - pi))));
    }

    SurfaceFacts facts() const
    {
        constexpr double pi = std::numbers::pi;
        return {.formula = R"($-\cos x\, \cos y\; e^{-(x-\pi)^2-(y-\pi)^2}$)",
            .source = "E. E. Easom, A survey of global optimization techniques, M. Eng. thesis, "
                      "University of Louisville, 1990",
            .domain = {{-2, 8}, {-2, 8}},
            .start = {1.6, 4.2},
            .minima = {{pi, pi}}};
    }
};

/// Hollows of the form -w exp(-|p - c|² / 2s²), as many as there are centres; a negative weight
/// makes a hill.
struct GaussianMixture {
    struct Hollow {
        Vec2 center;
        double weight = 1, width = 0.8;
    };
    std::vector<Hollow> hollows = {{{-1.5, -0.5}}, {{1.2, 0.8}}, {{1.8, -1.2}}};

    static GaussianMixture read(Options& options);

    template <class T>
    T operator()(T x, T y) const
    {
        T sum = 0.0;
        for (const Hollow& h : hollows)
            sum -= h.weight * exp((sq(x - h.center.x) + sq(y - h.center.y)) / (-2 * sq(h.width)));
        return sum;
    }

    SurfaceFacts facts() const;
};

} // namespace thalweg::surface
