#pragma once

#include "core/options.hpp"
#include "surface/functions/stationary.hpp"
#include "surface/surface.hpp"

#include <fmt/format.h>

namespace thalweg::surface {

/// Rosenbrock's banana: a narrow curved valley, easy to reach and hard to follow.
struct Rosenbrock {
    double a = 1, b = 100;

    static Rosenbrock read(Options& options)
    {
        return {.a = options.number("a", 1, {.min = -10, .max = 10}, "the minimum lies at (a, a²)"),
            .b = options.number("b", 100, {.above = 0}, "how steep the valley's walls are")};
    }

    template <class T>
    T operator()(T x, T y) const
    {
        return sq(a - x) + b * sq(y - sq(x));
    }

    template <class T>
    std::array<T, 2> residuals(T x, T y) const
    {
        return {a - x, std::sqrt(b) * (y - sq(x))};
    }

    SurfaceFacts facts() const
    {
        return {.formula = fmt::format("$({} - x)^2 + {}\\,(y - x^2)^2$", a, b),
            .source
            = "H. H. Rosenbrock, An automatic method for finding the greatest or least value of a "
              "function, The Computer Journal 3(3), 1960, 175-184",
            .domain = {{-2, 2}, {-1, 3}},
            .start = {-1.5, 1.5},
            .minima = {{a, a * a}}};
    }
};

/// A winding ravine: steep walls along a sine wave, whose floor falls gently to the middle.
struct Ravine {
    double steepness = 20;

    static Ravine read(Options& options)
    {
        return {
            .steepness = options.number("steepness", 20, {.above = 0}, "how steep the walls are")};
    }

    template <class T>
    T operator()(T x, T y) const
    {
        return 0.1 * sq(x) + steepness * sq(y - sin(x));
    }

    template <class T>
    std::array<T, 2> residuals(T x, T y) const
    {
        return {std::sqrt(0.1) * x, std::sqrt(steepness) * (y - sin(x))};
    }

    SurfaceFacts facts() const
    {
        return {.formula = fmt::format("$0.1x^2 + {}\\,(y - \\sin x)^2$", steepness),
            .source = "made for this program, to show zigzagging between walls that bend",
            .domain = {{-6.4, 6.4}, {-3.6, 3.6}},
            .start = {-5.5, -1.5},
            .minima = {{0, 0}}};
    }
};

/// A nearly level plateau that ends at a cliff, with a shallow basin at its foot.
struct Plateau {
    double steepness = 4;

    static Plateau read(Options& options)
    {
        return {.steepness
            = options.number("steepness", 4, {.above = 0, .max = 1000}, "how sudden the cliff is")};
    }

    template <class T>
    T operator()(T x, T y) const
    {
        return tanh(steepness * x) + 0.02 * (sq(x + 2.0) + sq(y)) + 1.0;
    }

    SurfaceFacts facts() const
    {
        return {.formula = fmt::format("$1 + \\tanh({}x) + 0.02\\,((x + 2)^2 + y^2)$", steepness),
            .source = "made for this program, to show vanishing and exploding gradients",
            .domain = {{-4.8, 4.8}, {-2.7, 2.7}},
            .start = {3.6, 1.6},
            .minima = {stationary_near(*this, {-2, 0})}};
    }
};

} // namespace thalweg::surface
