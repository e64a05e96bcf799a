#pragma once

#include "surface/functions/stationary.hpp"
#include "surface/surface.hpp"

namespace thalweg::surface {

/// Three valleys and three ridges meet: room for both legs and the tail.
struct MonkeySaddle {
    template <class T>
    T operator()(T x, T y) const
    {
        return x * (sq(x) - 3.0 * sq(y));
    }

    SurfaceFacts facts() const
    {
        return {.formula = R"($x^3 - 3xy^2$)",
            .source
            = "D. Hilbert, S. Cohn-Vossen, Geometry and the Imagination, Chelsea, 1952, section"
              " 29",
            .domain = {{-1.6, 1.6}, {-0.9, 0.9}},
            .start = {1.2, 0.05},
            .minima = {},
            .critical_points = {{CriticalKind::degenerate, {0, 0}, 0}}};
    }
};

/// Two wells side by side with a pass between them.
struct DoubleWell {
    template <class T>
    T operator()(T x, T y) const
    {
        return sq(sq(x) - 1.0) + sq(y);
    }

    template <class T>
    std::array<T, 2> residuals(T x, T y) const
    {
        return {sq(x) - 1.0, y};
    }

    SurfaceFacts facts() const
    {
        return {.formula = R"($(x^2 - 1)^2 + y^2$)",
            .source
            = "L. D. Landau, On the theory of phase transitions, Zh. Eksp. Teor. Fiz. 7, 1937, "
              "19-32 (the quartic potential)",
            .domain = {{-2, 2}, {-1.125, 1.125}},
            .start = {0.05, 1},
            .minima = {{1, 0}, {-1, 0}},
            .critical_points = {{CriticalKind::saddle, {0, 0}, 1}}};
    }
};

/// Beale's function: a flat valley between steep corners.
struct Beale {
    template <class T>
    T operator()(T x, T y) const
    {
        return sq(1.5 - x * (1.0 - y)) + sq(2.25 - x * (1.0 - sq(y)))
            + sq(2.625 - x * (1.0 - cube(y)));
    }

    template <class T>
    std::array<T, 3> residuals(T x, T y) const
    {
        return {1.5 - x * (1.0 - y), 2.25 - x * (1.0 - sq(y)), 2.625 - x * (1.0 - cube(y))};
    }

    SurfaceFacts facts() const
    {
        return {.formula = R"($(1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2$)",
            .source
            = "E. M. L. Beale, On an iterative method for finding a local minimum of a function"
              " of more than one variable, Statistical Techniques Research Group, Technical Rep"
              "ort 25, Princeton University, 1958",
            .domain = {{-4.5, 4.5}, {-4.5, 4.5}},
            .start = {-1, 2},
            .minima = {{3, 0.5}},
            .critical_points = {critical_near(*this, CriticalKind::saddle, {0, 1})}};
    }
};

/// The Goldstein-Price function: values over six decades around four minima.
struct GoldsteinPrice {
    template <class T>
    T operator()(T x, T y) const
    {
        // Both quadratic forms depend on one sum alone; squares completed.
        const T s = x + y, t = 2.0 * x - 3.0 * y;
        return (1.0 + sq(s + 1.0) * (3.0 * sq(s - 7.0 / 3.0) + 8.0 / 3.0))
            * (30.0 + sq(t) * (3.0 * sq(t - 8.0 / 3.0) - 10.0 / 3.0));
    }

    SurfaceFacts facts() const
    {
        return {.formula = R"($(1 + (x+y+1)^2 (19 - 14x + 3x^2 - 14y + 6xy + 3y^2)))"
                           R"((30 + (2x-3y)^2 (18 - 32x + 12x^2 + 48y - 36xy + 27y^2))$)",
            .source
            = "A. A. Goldstein, J. F. Price, On descent from local minima, Mathematics of Compu"
              "tation 25(115), 1971, 569-574",
            .domain = {{-2, 2}, {-2, 2}},
            .start = {-1.5, 1},
            .minima = {{0, -1}},
            .critical_points = {critical_near(*this, CriticalKind::minimum, {1.2, 0.8}),
                critical_near(*this, CriticalKind::minimum, {1.8, 0.2}),
                critical_near(*this, CriticalKind::minimum, {-0.6, -0.4})}};
    }
};

/// The Styblinski-Tang function: four wells, one of them the deepest.
struct StyblinskiTang {
    template <class T>
    T operator()(T x, T y) const
    {
        // The square completed: x⁴ - 16x² = (x² - 8)² - 64.
        return 0.5 * (sq(sq(x) - 8.0) + sq(sq(y) - 8.0)) + 2.5 * (x + y) - 64.0;
    }

    SurfaceFacts facts() const
    {
        return {.formula = R"($\frac{1}{2}\,(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)$)",
            .source
            = "M. A. Styblinski, T.-S. Tang, Experiments in nonconvex optimization: stochastic "
              "approximation with function smoothing and simulated annealing, Neural Networks 3"
              "(4), 1990, 467-483",
            .domain = {{-5, 5}, {-5, 5}},
            .start = {4.5, 0.3},
            .minima = {stationary_near(*this, {-2.903534, -2.903534})},
            .critical_points = {critical_near(*this, CriticalKind::minimum, {2.746803, 2.746803}),
                critical_near(*this, CriticalKind::minimum, {-2.903534, 2.746803}),
                critical_near(*this, CriticalKind::minimum, {2.746803, -2.903534}),
                critical_near(*this, CriticalKind::maximum, {0.156731, 0.156731})}};
    }
};

} // namespace thalweg::surface
