#pragma once

#include "core/options.hpp"
#include "surface/surface.hpp"

#include <fmt/format.h>

namespace thalweg {

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

    SurfaceFacts facts() const
    {
        return {.formula = fmt::format("({} − x)² + {} (y − x²)²", a, b),
            .source
            = "H. H. Rosenbrock, An automatic method for finding the greatest or least value of a "
              "function, The Computer Journal 3(3), 1960, 175-184",
            .domain = {{-2, 2}, {-1, 3}},
            .start = {-1.5, 1.5},
            .minima = {{a, a * a}}};
    }
};

} // namespace thalweg
