#pragma once

#include "surface/functions/stationary.hpp"
#include "surface/surface.hpp"

#include <numbers>

namespace thalweg::surface {

/// The eggholder: deep, crooked pockets. Its lowest point lies on the edge of its domain.
struct Eggholder {
    template <class T>
    T operator()(T x, T y) const
    {
        const T z = y + 47.0;
        return -(z * sin(sqrt(abs(0.5 * x + z)))) - x * sin(sqrt(abs(x - z)));
    }

    SurfaceFacts facts() const
    {
        return {.formula
            = R"($-(y + 47) \sin \sqrt{\left|\frac{x}{2} + y + 47\right|} - x \sin \sqrt{\left|x - y - 47\right|}$)",
            .source
            = "D. Whitley, S. Rana, J. Dzubera, K. Mathias, Evaluating evolutionary algorithms,"
              " Artificial Intelligence 85, 1996, 245-276",
            .domain = {{-512, 512}, {-512, 512}},
            .start = {-100, 150},
            .minima = {{512, 404.231805123817}}};
    }
};

/// Bukin's sixth function: a sharp, nearly level crease along a parabola.
struct Bukin {
    template <class T>
    T operator()(T x, T y) const
    {
        return 100.0 * sqrt(abs(y - 0.01 * sq(x))) + 0.01 * abs(x + 10.0);
    }

    SurfaceFacts facts() const
    {
        return {.formula = R"($100 \sqrt{\left|y - 0.01x^2\right|} + 0.01 \left|x + 10\right|$)",
            .source
            = "A. D. Bukin, New minimization strategy for non-smooth functions, Budker Institut"
              "e of Nuclear Physics, preprint 97-79, Novosibirsk, 1997",
            .domain = {{-15, -5}, {-3, 3}},
            .start = {-13, 2.5},
            .minima = {{-10, 1}}};
    }
};

/// The cross-in-tray: four equal minima beside creases along both axes.
struct CrossInTray {
    template <class T>
    T operator()(T x, T y) const
    {
        const T wave = exp(abs(100.0 - sqrt(sq(x) + sq(y)) / std::numbers::pi));
        return -0.0001 * pow(abs(sin(x) * sin(y)) * wave + 1.0, 0.1);
    }

    SurfaceFacts facts() const
    {
        return {.formula
            = R"($-0.0001 \left(\left|\sin x\, \sin y\, \exp \left|100 - \dfrac{\sqrt{x^2+y^2}}{\pi}\right|\right| + 1\right)^{0.1}$)",
            .source
            = "S. K. Mishra, Some new test functions for global optimization and performance of"
              " repulsive particle swarm method, MPRA paper 2718, Munich, 2006",
            .domain = {{-10, 10}, {-10, 10}},
            .start = {-3.4, 2.2},
            .minima = {stationary_near(*this, {1.349407, 1.349407}),
                stationary_near(*this, {-1.349407, 1.349407}),
                stationary_near(*this, {-1.349407, -1.349407}),
                stationary_near(*this, {1.349407, -1.349407})}};
    }
};

} // namespace thalweg::surface
