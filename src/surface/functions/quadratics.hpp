#pragma once

#include "core/options.hpp"
#include "surface/surface.hpp"

#include <numbers>

#include <fmt/format.h>

namespace thalweg {

/// A quadratic bowl, whose axes may be unequal and turned.
struct Bowl {
    double a = 1, b = 1; ///< how steep it is along its first and second axis
    double cosine = 1, sine = 0; ///< of the angle from the x axis to the first axis

    static Bowl read(Options& options)
    {
        const double degrees
            = options.number("rotation", 0, {}, "angle of the first axis in degrees");
        const double radians = degrees * (std::numbers::pi / 180);
        return {.a = options.number("a", 1, {.above = 0}, "steepness along the first axis"),
            .b = options.number("b", 1, {.above = 0}, "steepness along the second axis"),
            .cosine = std::cos(radians),
            .sine = std::sin(radians)};
    }

    template <class T>
    T operator()(T x, T y) const
    {
        return a * sq(cosine * x + sine * y) + b * sq(cosine * y - sine * x);
    }

    SurfaceFacts facts() const
    {
        const std::string axes = sine == 0 ? "" : " along turned axes";
        return {
            .formula = a == 1 && b == 1 ? "x² + y²" : fmt::format("{} x² + {} y²{}", a, b, axes),
            .source = "the quadratic form that every smooth minimum looks like from near by",
            .domain = {{-3.2, 3.2}, {-1.8, 1.8}},
            .start = {-1.8, 1.5},
            .minima = {{0, 0}}};
    }
};

/// The simplest saddle: a valley along y crosses a ridge along x.
struct Saddle {
    template <class T>
    T operator()(T x, T y) const
    {
        return sq(x) - sq(y);
    }

    SurfaceFacts facts() const
    {
        return {.formula = "x² − y²",
            .source = "the hyperbolic paraboloid",
            .domain = {{-3.2, 3.2}, {-1.8, 1.8}},
            .start = {-2.4, 0.01},
            .minima = {}};
    }
};

} // namespace thalweg
