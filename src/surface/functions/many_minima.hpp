#pragma once

#include "surface/functions/stationary.hpp"
#include "surface/surface.hpp"

namespace thalweg::surface {

/// Himmelblau's function: four equal minima around one maximum.
struct Himmelblau {
    template <class T>
    T operator()(T x, T y) const
    {
        return sq(sq(x) + y - 11.0) + sq(x + sq(y) - 7.0);
    }

    template <class T>
    std::array<T, 2> residuals(T x, T y) const
    {
        return {sq(x) + y - 11.0, x + sq(y) - 7.0};
    }

    SurfaceFacts facts() const
    {
        return {.formula = R"($(x^2 + y - 11)^2 + (x + y^2 - 7)^2$)",
            .source = "D. M. Himmelblau, Applied Nonlinear Programming, McGraw-Hill, 1972",
            .domain = {{-6, 6}, {-5, 5}},
            .start = {-0.5, -4},
            .minima = {{3, 2}, stationary_near(*this, {-2.805118, 3.131313}),
                stationary_near(*this, {-3.779310, -3.283186}),
                stationary_near(*this, {3.584428, -1.848127})},
            .critical_points = {critical_near(*this, CriticalKind::saddle, {-3.073026, -0.081353}),
                critical_near(*this, CriticalKind::saddle, {-0.127961, -1.953715}),
                critical_near(*this, CriticalKind::saddle, {0.086678, 2.884255}),
                critical_near(*this, CriticalKind::saddle, {3.385154, 0.073852}),
                critical_near(*this, CriticalKind::maximum, {-0.270845, -0.923039})}};
    }
};

/// A bowl with waves: two equal global minima, local ones around them, and a saddle in the middle.
struct Multimodal {
    template <class T>
    T operator()(T x, T y) const
    {
        return 0.1 * (sq(x) + sq(y)) + sin(x) * sin(y);
    }

    SurfaceFacts facts() const
    {
        return {.formula = R"($0.1\,(x^2 + y^2) + \sin x\, \sin y$)",
            .source = "a bowl plus a product of waves, for lessons on local minima",
            .domain = {{-6.4, 6.4}, {-3.6, 3.6}},
            .start = {4.8, 3},
            .minima = {stationary_near(*this, {1.29787, -1.29787}),
                stationary_near(*this, {-1.29787, 1.29787})},
            .critical_points = {{CriticalKind::saddle, {0, 0}, 0}}};
    }
};

} // namespace thalweg::surface
