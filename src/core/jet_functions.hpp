#pragma once

#include "core/jet.hpp"

/// The elementary functions of jets: each is the chain rule with the function's first and second
/// derivative.
namespace thalweg {

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
    if constexpr (std::is_same_v<T, double>) {
        // The apex of a cone, such as the root of x² + y², counts as flat.
        if (a.v == 0 && a.x == 0 && a.y == 0)
            return 0.0;
    }
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
    const auto [s, c] = sincos(a.v);
    return chain(a, s, c, T(-s));
}
template <class T>
Jet<T> cos(const Jet<T>& a)
{
    const auto [s, c] = sincos(a.v);
    return chain(a, c, T(-s), T(-c));
}
template <class T>
Jet<T> tan(const Jet<T>& a)
{
    const T t = tan(a.v), g1 = 1.0 + sq(t);
    return chain(a, t, g1, T(twice(t * g1)));
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
    return chain(a, T(atan(a.v)), r, T(-twice(a.v * sq(r))));
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
    return chain(a, t, g1, T(-twice(t * g1)));
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

/// The smaller one. Where intervals overlap its derivative may be either's, and it may have a kink.
inline Jet<double> min(const Jet<double>& a, const Jet<double>& b)
{
    return b.v < a.v ? b : a;
}
inline Jet<Interval> min(const Jet<Interval>& a, const Jet<Interval>& b)
{
    if (a.v.hi < b.v.lo)
        return a;
    if (b.v.hi < a.v.lo)
        return b;
    constexpr Interval unknown = Interval::entire();
    return {min(a.v, b.v), hull(a.x, b.x), hull(a.y, b.y), unknown, unknown, unknown};
}
template <class T>
Jet<T> max(const Jet<T>& a, const Jet<T>& b)
{
    return -min(-a, -b);
}

/// A function of constant pieces of a: level, except over intervals where it may jump.
inline Jet<double> of_steps(const Jet<double>&, double value)
{
    return value;
}
inline Jet<Interval> of_steps(const Jet<Interval>& a, const Interval& values)
{
    const Interval slope = values.lo == values.hi ? Interval(0.0) : Interval::entire();
    return chain(a, values, slope, slope);
}
template <class T>
Jet<T> floor(const Jet<T>& a)
{
    return of_steps(a, floor(a.v));
}
template <class T>
Jet<T> ceil(const Jet<T>& a)
{
    return of_steps(a, ceil(a.v));
}
template <class T>
Jet<T> round(const Jet<T>& a)
{
    return of_steps(a, round(a.v));
}
template <class T>
Jet<T> sign(const Jet<T>& a)
{
    return of_steps(a, sign(a.v));
}

} // namespace thalweg
