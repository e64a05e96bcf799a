#pragma once

#include "surface/functions/stationary.hpp"
#include "surface/surface.hpp"

#include <numbers>

namespace thalweg::surface {

/// Rastrigin's function: a bowl with a regular grid of minima.
struct Rastrigin {
    template <class T>
    T operator()(T x, T y) const
    {
        constexpr double turn = 2 * std::numbers::pi;
        return 20.0 + sq(x) + sq(y) - 10.0 * (cos(turn * x) + cos(turn * y));
    }

    SurfaceFacts facts() const
    {
        return {.formula = R"($20 + x^2 + y^2 - 10\,(\cos 2\pi x + \cos 2\pi y)$)",
            .source = "L. A. Rastrigin, Systems of Extremal Control, Nauka, 1974 (in Russian)",
            .domain = {{-5.12, 5.12}, {-5.12, 5.12}},
            .start = {-3.3, 4.2},
            .minima = {{0, 0}}};
    }
};

/// Ackley's function: a funnel under a rippled plain. Its middle is the tip of a cone.
struct Ackley {
    template <class T>
    T operator()(T x, T y) const
    {
        constexpr double turn = 2 * std::numbers::pi;
        return 20.0 - 20.0 * exp(-0.2 * sqrt(0.5 * (sq(x) + sq(y)))) + std::numbers::e
            - exp(0.5 * (cos(turn * x) + cos(turn * y)));
    }

    SurfaceFacts facts() const
    {
        return {.formula
            = R"($20 + e - 20 \exp\left(-0.2 \sqrt{\dfrac{x^2+y^2}{2}}\right) - \exp \dfrac{\cos 2\pi x + \cos 2\pi y}{2}$)",
            .source
            = "D. H. Ackley, A Connectionist Machine for Genetic Hillclimbing, Kluwer, 1987",
            .domain = {{-5, 5}, {-5, 5}},
            .start = {-3.6, 2.7},
            .minima = {{0, 0}}};
    }
};

/// Griewank's function: a wide bowl with waves of a product of cosines.
struct Griewank {
    template <class T>
    T operator()(T x, T y) const
    {
        return 1.0 + (sq(x) + sq(y)) / 4000.0 - cos(x) * cos(y / std::numbers::sqrt2);
    }

    SurfaceFacts facts() const
    {
        return {.formula = R"($1 + \dfrac{x^2+y^2}{4000} - \cos x\, \cos \dfrac{y}{\sqrt{2}}$)",
            .source
            = "A. O. Griewank, Generalized descent for global optimization, J. Optimization The"
              "ory and Applications 34(1), 1981, 11-39",
            .domain = {{-10, 10}, {-10, 10}},
            .start = {-7, 5.5},
            .minima = {{0, 0}}};
    }
};

/// Levy's function: a bowl with waves that are weaker across than along.
struct Levy {
    template <class T>
    T operator()(T x, T y) const
    {
        constexpr double pi = std::numbers::pi;
        const T u = 0.25 * (x - 1.0), v = 0.25 * (y - 1.0); // w - 1 for both of the usual w
        return sq(sin(pi * u)) + sq(u) * (1.0 + 10.0 * sq(sin(pi * u + (pi + 1))))
            + sq(v) * (1.0 + sq(sin(2 * pi * v)));
    }

    template <class T>
    std::array<T, 5> residuals(T x, T y) const
    {
        constexpr double pi = std::numbers::pi;
        const T u = 0.25 * (x - 1.0), v = 0.25 * (y - 1.0);
        return {sin(pi * u), u, std::sqrt(10) * u * sin(pi * u + (pi + 1)), v, v * sin(2 * pi * v)};
    }

    SurfaceFacts facts() const
    {
        return {.formula
            = R"($\sin^2 \pi u + (u-1)^2 (1 + 10 \sin^2(\pi u+1)) + (v-1)^2 (1 + \sin^2 2\pi v)$, )"
              R"(${u = 1 + \frac{x-1}{4}}$, ${v = 1 + \frac{y-1}{4}}$)",
            .source
            = "A. V. Levy, A. Montalvo, The tunneling algorithm for the global minimization of "
              "functions, SIAM J. Scientific and Statistical Computing 6(1), 1985, 15-29",
            .domain = {{-10, 10}, {-10, 10}},
            .start = {-7, 8},
            .minima = {{1, 1}}};
    }
};

/// Schaffer's second function: rings of hyperbolas that hide the middle.
struct Schaffer {
    template <class T>
    T operator()(T x, T y) const
    {
        const T r2 = sq(x) + sq(y);
        return 0.5 + (sq(sin((x - y) * (x + y))) - 0.5) / sq(1.0 + 0.001 * r2);
    }

    SurfaceFacts facts() const
    {
        return {.formula
            = R"($\frac{1}{2} + \dfrac{\sin^2(x^2 - y^2) - 1/2}{(1 + 0.001\,(x^2 + y^2))^2}$)",
            .source
            = "M. Jamil, X.-S. Yang, A literature survey of benchmark functions for global opti"
              "misation problems, Int. J. Mathematical Modelling and Numerical Optimisation 4(2"
              "), 2013, 150-194 (Schaffer N. 2)",
            .domain = {{-4, 4}, {-2.5, 2.5}},
            .start = {2.8, 1.3},
            .minima = {{0, 0}}};
    }
};

/// McCormick's function: waves along a slanted valley.
struct McCormick {
    template <class T>
    T operator()(T x, T y) const
    {
        return sin(x + y) + sq(x - y) - 1.5 * x + 2.5 * y + 1.0;
    }

    SurfaceFacts facts() const
    {
        return {.formula = R"($\sin(x + y) + (x - y)^2 - 1.5x + 2.5y + 1$)",
            .source
            = "G. P. McCormick, Computability of global solutions to factorable nonconvex progr"
              "ams: part I, Mathematical Programming 10, 1976, 147-175",
            .domain = {{-1.5, 4}, {-3, 4}},
            .start = {3, 3.5},
            .minima = {{0.5 - std::numbers::pi / 3, -0.5 - std::numbers::pi / 3}},
            .critical_points
            = {critical_near(*this, CriticalKind::minimum,
                   {0.5 + std::numbers::pi * 2 / 3, -0.5 + std::numbers::pi * 2 / 3}),
                critical_near(*this, CriticalKind::saddle,
                    {0.5 + std::numbers::pi / 3, -0.5 + std::numbers::pi / 3})}};
    }
};

/// Branin's function: three equal minima in a curved trough.
struct Branin {
    template <class T>
    T operator()(T x, T y) const
    {
        constexpr double pi = std::numbers::pi;
        return sq(y - (5.1 / (4 * pi * pi)) * sq(x) + (5 / pi) * x - 6.0)
            + (10 - 10 / (8 * pi)) * cos(x) + 10.0;
    }

    SurfaceFacts facts() const
    {
        return {.formula
            = R"($\left(y - \dfrac{5.1x^2}{4\pi^2} + \dfrac{5x}{\pi} - 6\right)^2 + 10\left(1 - \dfrac{1}{8\pi}\right) \cos x + 10$)",
            .source
            = "F. H. Branin, Widely convergent method for finding multiple solutions of simulta"
              "neous nonlinear equations, IBM J. Research and Development 16(5), 1972, 504-522",
            .domain = {{-5, 10}, {0, 15}},
            .start = {6.5, 12},
            .minima = {{-std::numbers::pi, 12.275}, {std::numbers::pi, 2.275},
                {3 * std::numbers::pi, 2.475}}};
    }
};

} // namespace thalweg::surface
