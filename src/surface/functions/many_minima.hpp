#pragma once

#include "surface/surface.hpp"

namespace thalweg {

/// Himmelblau's function: four equal minima around one maximum.
struct Himmelblau {
    template <class T>
    T operator()(T x, T y) const
    {
        return sq(sq(x) + y - 11.0) + sq(x + sq(y) - 7.0);
    }

    SurfaceFacts facts() const
    {
        return {.formula = "(x² + y − 11)² + (x + y² − 7)²",
            .source = "D. M. Himmelblau, Applied Nonlinear Programming, McGraw-Hill, 1972",
            .domain = {{-6, 6}, {-5, 5}},
            .start = {-0.5, -4},
            .minima = {{3, 2}, {-2.8051180869527448, 3.1313125182505730},
                {-3.7793102533777469, -3.2831859912861694},
                {3.5844283403304917, -1.8481265269644036}}};
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
        constexpr double at = 1.2978695398248996; // where 0.2 x = sin(2x) / 2
        return {.formula = "0.1 (x² + y²) + sin x sin y",
            .source = "a bowl plus a product of waves, for lessons on local minima",
            .domain = {{-6.4, 6.4}, {-3.6, 3.6}},
            .start = {4.8, 3},
            .minima = {{at, -at}, {-at, at}}};
    }
};

} // namespace thalweg
