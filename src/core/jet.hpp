#pragma once

#include "core/interval.hpp"
#include "core/vec2.hpp"

#include <type_traits>

namespace thalweg {

/// A function's value, gradient and Hessian at a point (T = double) or bounds of them over a box (T
/// = Interval).
///
/// Arithmetic on jets is the chain rule, so evaluating a surface's formula on
/// `Jet<T>::variable_x/_y` gives its exact derivatives: automatic differentiation, forward mode,
/// second order. Source  A. Griewank, A. Walther, Evaluating Derivatives, 2nd ed., SIAM, 2008,
/// chapter 13
template <class T>
struct Jet {
    T v{}; ///< value
    T x{}, y{}; ///< first derivatives
    T xx{}, xy{}, yy{}; ///< second derivatives

    constexpr Jet() = default;
    constexpr Jet(double constant) // NOLINT: a number is the jet of a constant
        : v(constant)
    {
    }
    constexpr Jet(T value, T dx, T dy, T dxx, T dxy, T dyy)
        : v(value)
        , x(dx)
        , y(dy)
        , xx(dxx)
        , xy(dxy)
        , yy(dyy)
    {
    }

    static constexpr Jet variable_x(T at) { return {at, T(1.0), T(0.0), T(0.0), T(0.0), T(0.0)}; }
    static constexpr Jet variable_y(T at) { return {at, T(0.0), T(1.0), T(0.0), T(0.0), T(0.0)}; }
};

inline Vec2 gradient(const Jet<double>& j)
{
    return {j.x, j.y};
}
inline Sym2 hessian(const Jet<double>& j)
{
    return {j.xx, j.xy, j.yy};
}

/// g(a) from g, g' and g'' at a's value.
template <class T>
Jet<T> chain(const Jet<T>& a, const T& g, const T& g1, const T& g2)
{
    return {g, g1 * a.x, g1 * a.y, g2 * sq(a.x) + g1 * a.xx, g2 * (a.x * a.y) + g1 * a.xy,
        g2 * sq(a.y) + g1 * a.yy};
}

template <class T>
Jet<T> operator-(const Jet<T>& a)
{
    return {-a.v, -a.x, -a.y, -a.xx, -a.xy, -a.yy};
}
template <class T>
Jet<T> operator+(const Jet<T>& a, const Jet<T>& b)
{
    return {a.v + b.v, a.x + b.x, a.y + b.y, a.xx + b.xx, a.xy + b.xy, a.yy + b.yy};
}
template <class T>
Jet<T> operator-(const Jet<T>& a, const Jet<T>& b)
{
    return {a.v - b.v, a.x - b.x, a.y - b.y, a.xx - b.xx, a.xy - b.xy, a.yy - b.yy};
}
template <class T>
Jet<T> operator*(const Jet<T>& a, const Jet<T>& b)
{
    return {a.v * b.v, a.x * b.v + a.v * b.x, a.y * b.v + a.v * b.y,
        a.xx * b.v + twice(a.x * b.x) + a.v * b.xx,
        a.xy * b.v + (a.x * b.y + a.y * b.x) + a.v * b.xy,
        a.yy * b.v + twice(a.y * b.y) + a.v * b.yy};
}
template <class T>
Jet<T> operator+(const Jet<T>& a, double b)
{
    return {a.v + b, a.x, a.y, a.xx, a.xy, a.yy};
}
template <class T>
Jet<T> operator+(double a, const Jet<T>& b)
{
    return b + a;
}
template <class T>
Jet<T> operator-(const Jet<T>& a, double b)
{
    return {a.v - b, a.x, a.y, a.xx, a.xy, a.yy};
}
template <class T>
Jet<T> operator-(double a, const Jet<T>& b)
{
    return {a - b.v, -b.x, -b.y, -b.xx, -b.xy, -b.yy};
}
template <class T>
Jet<T> operator*(double a, const Jet<T>& b)
{
    return {a * b.v, a * b.x, a * b.y, a * b.xx, a * b.xy, a * b.yy};
}
template <class T>
Jet<T> operator*(const Jet<T>& a, double b)
{
    return b * a;
}
template <class T>
Jet<T> operator/(const Jet<T>& a, double b)
{
    return {a.v / b, a.x / b, a.y / b, a.xx / b, a.xy / b, a.yy / b};
}
template <class T>
Jet<T> reciprocal(const Jet<T>& a)
{
    const T g = 1.0 / a.v, g2 = sq(g);
    return chain(a, g, T(-g2), T(twice(g2 * g)));
}
template <class T>
Jet<T> operator/(const Jet<T>& a, const Jet<T>& b)
{
    return a * reciprocal(b);
}
template <class T>
Jet<T> operator/(double a, const Jet<T>& b)
{
    return a * reciprocal(b);
}
template <class T>
Jet<T>& operator+=(Jet<T>& a, const Jet<T>& b)
{
    return a = a + b;
}
template <class T>
Jet<T>& operator-=(Jet<T>& a, const Jet<T>& b)
{
    return a = a - b;
}
template <class T>
Jet<T>& operator*=(Jet<T>& a, const Jet<T>& b)
{
    return a = a * b;
}

template <class T>
Jet<T> sq(const Jet<T>& a)
{
    const T slope = twice(a.v);
    return {sq(a.v), slope * a.x, slope * a.y, twice(sq(a.x) + a.v * a.xx),
        twice(a.x * a.y + a.v * a.xy), twice(sq(a.y) + a.v * a.yy)};
}
template <class T>
Jet<T> twice(const Jet<T>& a)
{
    return {twice(a.v), twice(a.x), twice(a.y), twice(a.xx), twice(a.xy), twice(a.yy)};
}

} // namespace thalweg
