#pragma once

#include "surface/surface.hpp"

namespace thalweg::testing {

/// The surfaces that contour tests ask about, apart from the program's own catalogue.
inline surface::SurfaceFacts nothing()
{
    return {};
}

struct Rosenbrock {
    template <class T>
    T operator()(T x, T y) const
    {
        return sq(1.0 - x) + 100.0 * sq(y - sq(x));
    }
    surface::SurfaceFacts facts() const { return nothing(); }
};

struct Himmelblau {
    template <class T>
    T operator()(T x, T y) const
    {
        return sq(sq(x) + y - 11.0) + sq(x + sq(y) - 7.0);
    }
    surface::SurfaceFacts facts() const { return nothing(); }
};

/// a x² + b y² + offset
struct Quadratic {
    double a = 1, b = 1, offset = 0;
    template <class T>
    T operator()(T x, T y) const
    {
        return a * sq(x) + b * sq(y) + offset;
    }
    surface::SurfaceFacts facts() const { return nothing(); }
};

struct Multimodal {
    template <class T>
    T operator()(T x, T y) const
    {
        return 0.1 * (sq(x) + sq(y)) + sin(x) * sin(y);
    }
    surface::SurfaceFacts facts() const { return nothing(); }
};

/// A diamond with kinks along both axes.
struct Diamond {
    template <class T>
    T operator()(T x, T y) const
    {
        return abs(x) + abs(y);
    }
    surface::SurfaceFacts facts() const { return nothing(); }
};

/// Not a number for x <= 0.
struct Logarithm {
    template <class T>
    T operator()(T x, T y) const
    {
        return log(x) + sq(y);
    }
    surface::SurfaceFacts facts() const { return nothing(); }
};

/// A pole along x = 0.
struct Reciprocal {
    template <class T>
    T operator()(T x, T y) const
    {
        return 1.0 / x + y;
    }
    surface::SurfaceFacts facts() const { return nothing(); }
};

template <class Function>
surface::FunctionSurface<Function> surface_named(Function f)
{
    return surface::FunctionSurface<Function>(f);
}

inline Box square(double half)
{
    return {{-half, half}, {-half, half}};
}
inline Box rosenbrock_domain()
{
    return {{-2, 2}, {-1, 3}};
}

/// count numbers from 10^from to 10^to, evenly spaced in their logarithm.
inline std::vector<double> log_levels(int count, double from, double to)
{
    std::vector<double> levels;
    for (int i = 0; i < count; ++i)
        levels.push_back(std::pow(10.0, from + (to - from) * i / (count - 1)));
    return levels;
}

} // namespace thalweg::testing
