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
        a.xx * b.v + 2.0 * (a.x * b.x) + a.v * b.xx,
        a.xy * b.v + (a.x * b.y + a.y * b.x) + a.v * b.xy,
        a.yy * b.v + 2.0 * (a.y * b.y) + a.v * b.yy};
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
    return chain(a, g, T(-g2), T(2.0 * (g2 * g)));
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
    return chain(a, T(sq(a.v)), T(2.0 * a.v), T(2.0));
}
template <class T>
Jet<T> powi(const Jet<T>& a, int n)
{
    if (n == 0)
        return 1.0;
    if (n == 1)
        return a;
    return chain(a, T(powi(a.v, n)), T(double(n) * powi(a.v, n - 1)),
        T(double(n) * (n - 1) * powi(a.v, n - 2)));
}
template <class T>
Jet<T> cube(const Jet<T>& a)
{
    return powi(a, 3);
}
template <class T>
Jet<T> exp(const Jet<T>& a)
{
    const T g = exp(a.v);
    return chain(a, g, g, g);
}
template <class T>
Jet<T> log(const Jet<T>& a)
{
    const T r = 1.0 / a.v;
    return chain(a, T(log(a.v)), r, T(-sq(r)));
}
template <class T>
Jet<T> sqrt(const Jet<T>& a)
{
    const T g = sqrt(a.v), r = 0.5 / g;
    return chain(a, g, r, T(-0.5 * (r / a.v)));
}
template <class T>
Jet<T> pow(const Jet<T>& a, double p)
{
    return chain(a, T(pow(a.v, p)), T(p * pow(a.v, p - 1)), T(p * (p - 1) * pow(a.v, p - 2)));
}
template <class T>
Jet<T> sin(const Jet<T>& a)
{
    const T s = sin(a.v), c = cos(a.v);
    return chain(a, s, c, T(-s));
}
template <class T>
Jet<T> cos(const Jet<T>& a)
{
    const T s = sin(a.v), c = cos(a.v);
    return chain(a, c, T(-s), T(-c));
}
template <class T>
Jet<T> tan(const Jet<T>& a)
{
    const T t = tan(a.v), g1 = 1.0 + sq(t);
    return chain(a, t, g1, T(2.0 * (t * g1)));
}
template <class T>
Jet<T> asin(const Jet<T>& a)
{
    const T c2 = 1.0 - sq(a.v), r = 1.0 / sqrt(c2);
    return chain(a, T(asin(a.v)), r, T(a.v * (r / c2)));
}
template <class T>
Jet<T> acos(const Jet<T>& a)
{
    const T c2 = 1.0 - sq(a.v), r = 1.0 / sqrt(c2);
    return chain(a, T(acos(a.v)), T(-r), T(-(a.v * (r / c2))));
}
template <class T>
Jet<T> atan(const Jet<T>& a)
{
    const T r = 1.0 / (1.0 + sq(a.v));
    return chain(a, T(atan(a.v)), r, T(-2.0 * (a.v * sq(r))));
}
template <class T>
Jet<T> sinh(const Jet<T>& a)
{
    const T s = sinh(a.v), c = cosh(a.v);
    return chain(a, s, c, s);
}
template <class T>
Jet<T> cosh(const Jet<T>& a)
{
    const T s = sinh(a.v), c = cosh(a.v);
    return chain(a, c, s, c);
}
template <class T>
Jet<T> tanh(const Jet<T>& a)
{
    const T t = tanh(a.v), g1 = 1.0 - sq(t);
    return chain(a, t, g1, T(-2.0 * (t * g1)));
}

/// |a|. At a kink the derivative over an interval is [-1, 1] and the second derivative is
/// unbounded.
inline Jet<double> abs(const Jet<double>& a)
{
    return a.v < 0 ? -a : a;
}
inline Jet<Interval> abs(const Jet<Interval>& a)
{
    if (a.v.lo >= 0)
        return a;
    if (a.v.hi <= 0)
        return -a;
    return chain(a, abs(a.v), Interval{-1, 1}, Interval::entire());
}

} // namespace thalweg
