#pragma once

#include "core/math.hpp"
#include "core/options.hpp"
#include "surface/surface.hpp"

#include <numbers>

#include <fmt/format.h>

namespace thalweg::surface {

inline constexpr const char* kSurvey
    = "M. Jamil, X.-S. Yang, A literature survey of benchmark functions for global optimisation "
      "problems, Int. J. Mathematical Modelling and Numerical Optimisation 4(2), 2013, 150-194";

/// A quadratic bowl, whose axes may be unequal and turned.
struct Bowl {
    double a = 1, b = 1; ///< how steep it is along its first and second axis
    double cosine = 1, sine = 0; ///< of the angle from the x axis to the first axis

    static constexpr std::string_view kRotation
        = "angle from the x axis to the first axis, in degrees";

    static Bowl turned(double a, double b, double degrees)
    {
        const double angle = degrees * (std::numbers::pi / 180);
        return {.a = a, .b = b, .cosine = thalweg::cos(angle), .sine = thalweg::sin(angle)};
    }
    static Bowl read(Options& options)
    {
        const double a = options.number("a", 1, {.above = 0}, "steepness along the first axis");
        const double b = options.number("b", 1, {.above = 0}, "steepness along the second axis");
        return turned(a, b, options.number("rotation", 0, {}, kRotation));
    }

    template <class T>
    T operator()(T x, T y) const
    {
        return a * sq(cosine * x + sine * y) + b * sq(cosine * y - sine * x);
    }

    template <class T>
    std::array<T, 2> residuals(T x, T y) const
    {
        return {std::sqrt(a) * (cosine * x + sine * y), std::sqrt(b) * (cosine * y - sine * x)};
    }

    static std::string coefficient(double value)
    {
        return value == 1 ? "" : fmt::format("{}", value);
    }

    SurfaceFacts facts() const
    {
        const double degrees = thalweg::atan2(sine, cosine) * (180 / std::numbers::pi);
        const std::string turn = sine == 0 ? "" : fmt::format(", turned by {:.6g}°", degrees);
        const std::string form = a == 1 && b == 1
            ? "$x^2 + y^2$"
            : fmt::format("${}x^2 + {}y^2$", coefficient(a), coefficient(b));
        return {.formula = form + turn,
            .source = "the quadratic form that every smooth minimum looks like from near by",
            .domain = {{-3.2, 3.2}, {-1.8, 1.8}},
            .start = {-1.8, 1.5},
            .minima = {{0, 0}}};
    }
};

/// The bowl with unequal, turned axes: the smallest model of bad conditioning.
struct StretchedQuadratic : Bowl {
    static StretchedQuadratic read(Options& options)
    {
        const double stretch
            = options.number("stretch", 10, {.min = 1}, "the Hessian's condition number");
        return {turned(1, stretch, options.number("rotation", 30, {}, kRotation))};
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
        return {.formula = R"($x^2 - y^2$)",
            .source = "the hyperbolic paraboloid",
            .domain = {{-3.2, 3.2}, {-1.8, 1.8}},
            .start = {-2.4, 0.01},
            .minima = {},
            .critical_points = {{CriticalKind::saddle, {0, 0}, 0}}};
    }
};

/// Booth's function: a slanted quadratic valley.
struct Booth {
    template <class T>
    T operator()(T x, T y) const
    {
        return sq(x + 2.0 * y - 7.0) + sq(2.0 * x + y - 5.0);
    }

    template <class T>
    std::array<T, 2> residuals(T x, T y) const
    {
        return {x + 2.0 * y - 7.0, 2.0 * x + y - 5.0};
    }

    SurfaceFacts facts() const
    {
        return {.formula = R"($(x + 2y - 7)^2 + (2x + y - 5)^2$)",
            .source = kSurvey,
            .domain = {{-10, 10}, {-10, 10}},
            .start = {-8, -3},
            .minima = {{1, 3}}};
    }
};

/// Matyas's function: a quadratic plate, hardly curved along its diagonal.
struct Matyas {
    template <class T>
    T operator()(T x, T y) const
    {
        // 0.26 (x² + y²) - 0.48 xy along its axes, which are the diagonals.
        return 0.01 * sq(x + y) + 0.25 * sq(x - y);
    }

    template <class T>
    std::array<T, 2> residuals(T x, T y) const
    {
        return {0.1 * (x + y), 0.5 * (x - y)};
    }

    SurfaceFacts facts() const
    {
        return {.formula = R"($0.26\,(x^2 + y^2) - 0.48xy$)",
            .source = kSurvey,
            .domain = {{-10, 10}, {-10, 10}},
            .start = {-8, 2},
            .minima = {{0, 0}}};
    }
};

} // namespace thalweg::surface
