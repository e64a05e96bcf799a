#pragma once

#include "core/interval.hpp"

namespace thalweg {

/// What an interval evaluation proves about a function on a box. The order matters: a composed
/// function is as good as the worst of its parts, and one part that is nowhere defined leaves
/// nothing.
///
/// Source  IEEE Std 1788-2015, Interval Arithmetic, clause 11: the decorations ill, trv, def, dac
enum class Definedness : unsigned char {
    nowhere, ///< at no point of the box
    unknown, ///< perhaps at some points only
    defined, ///< at every point, perhaps with jumps
    continuous, ///< at every point, without jumps
};

/// An interval with the proof that belongs to it: `v` encloses the values at all points where the
/// function is defined, `proof` says where that is.
///
/// It is one of the number types of surfaces. Sums and products of numbers that are not negative
/// are known not to be negative: a root of a sum of squares is defined everywhere.
struct DecoratedInterval {
    Interval v{};
    Definedness proof = Definedness::continuous;

    constexpr DecoratedInterval() = default;
    constexpr DecoratedInterval(double exact) // NOLINT: a number is the interval that holds just it
        : v(exact)
    {
    }
    constexpr DecoratedInterval(const Interval& values, Definedness known)
        : v(values)
        , proof(known)
    {
    }
};

namespace decorated {

using D = DecoratedInterval;

constexpr Definedness worst(Definedness a, Definedness b)
{
    return std::min(a, b);
}
inline Interval not_negative(const Interval& a)
{
    return {std::max(0.0, a.lo), std::max(0.0, a.hi)};
}
/// The proof for a function that is defined and continuous where its argument lies in [lo, hi].
constexpr Definedness inside(const Interval& a, double lo, double hi)
{
    return a.lo >= lo && a.hi <= hi ? Definedness::continuous
        : a.hi < lo || a.lo > hi    ? Definedness::nowhere
                                    : Definedness::unknown;
}
/// As `inside`, for arguments above 0.
constexpr Definedness positive(const Interval& a)
{
    return a.lo > 0 ? Definedness::continuous
        : a.hi <= 0 ? Definedness::nowhere
                    : Definedness::unknown;
}
/// As `inside`, for arguments other than 0.
constexpr Definedness not_zero(const Interval& a)
{
    return !a.contains(0)    ? Definedness::continuous
        : is_exactly(a, 0.0) ? Definedness::nowhere
                             : Definedness::unknown;
}
/// For functions that jump: continuous where they keep one value.
constexpr Definedness steady(const Interval& values)
{
    return values.lo == values.hi ? Definedness::continuous : Definedness::defined;
}

} // namespace decorated

inline DecoratedInterval operator-(const DecoratedInterval& a)
{
    return {-a.v, a.proof};
}
inline DecoratedInterval operator+(const DecoratedInterval& a, const DecoratedInterval& b)
{
    const Interval sum = a.v + b.v;
    return {a.v.lo >= 0 && b.v.lo >= 0 ? decorated::not_negative(sum) : sum,
        decorated::worst(a.proof, b.proof)};
}
inline DecoratedInterval operator-(const DecoratedInterval& a, const DecoratedInterval& b)
{
    return {a.v - b.v, decorated::worst(a.proof, b.proof)};
}
inline DecoratedInterval operator*(const DecoratedInterval& a, const DecoratedInterval& b)
{
    const Interval product = a.v * b.v;
    return {a.v.lo >= 0 && b.v.lo >= 0 ? decorated::not_negative(product) : product,
        decorated::worst(a.proof, b.proof)};
}
inline DecoratedInterval operator/(const DecoratedInterval& a, const DecoratedInterval& b)
{
    const DecoratedInterval inverse{
        reciprocal(b.v), decorated::worst(b.proof, decorated::not_zero(b.v))};
    return a * inverse;
}

// Beside plain numbers; these overloads keep templates of surfaces free of conversions.
inline DecoratedInterval operator+(const DecoratedInterval& a, double b)
{
    return a + DecoratedInterval(b);
}
inline DecoratedInterval operator+(double a, const DecoratedInterval& b)
{
    return DecoratedInterval(a) + b;
}
inline DecoratedInterval operator-(const DecoratedInterval& a, double b)
{
    return a - DecoratedInterval(b);
}
inline DecoratedInterval operator-(double a, const DecoratedInterval& b)
{
    return DecoratedInterval(a) - b;
}
inline DecoratedInterval operator*(double a, const DecoratedInterval& b)
{
    return DecoratedInterval(a) * b;
}
inline DecoratedInterval operator*(const DecoratedInterval& a, double b)
{
    return DecoratedInterval(b) * a;
}
inline DecoratedInterval operator/(const DecoratedInterval& a, double b)
{
    return a / DecoratedInterval(b);
}
inline DecoratedInterval operator/(double a, const DecoratedInterval& b)
{
    return DecoratedInterval(a) / b;
}
inline DecoratedInterval& operator+=(DecoratedInterval& a, const DecoratedInterval& b)
{
    return a = a + b;
}
inline DecoratedInterval& operator-=(DecoratedInterval& a, const DecoratedInterval& b)
{
    return a = a - b;
}
inline DecoratedInterval& operator*=(DecoratedInterval& a, const DecoratedInterval& b)
{
    return a = a * b;
}

// Defined and continuous everywhere.
DecoratedInterval twice(const DecoratedInterval& a);
DecoratedInterval sq(const DecoratedInterval& a);
DecoratedInterval cube(const DecoratedInterval& a);
DecoratedInterval abs(const DecoratedInterval& a);
DecoratedInterval exp(const DecoratedInterval& a);
DecoratedInterval sin(const DecoratedInterval& a);
DecoratedInterval cos(const DecoratedInterval& a);
DecoratedInterval atan(const DecoratedInterval& a);
DecoratedInterval sinh(const DecoratedInterval& a);
DecoratedInterval cosh(const DecoratedInterval& a);
DecoratedInterval tanh(const DecoratedInterval& a);

inline DecoratedInterval powi(const DecoratedInterval& a, int n)
{
    const Interval power = powi(a.v, n);
    return {a.v.lo >= 0 ? decorated::not_negative(power) : power, a.proof};
}
inline DecoratedInterval min(const DecoratedInterval& a, const DecoratedInterval& b)
{
    return {min(a.v, b.v), decorated::worst(a.proof, b.proof)};
}
inline DecoratedInterval max(const DecoratedInterval& a, const DecoratedInterval& b)
{
    return {max(a.v, b.v), decorated::worst(a.proof, b.proof)};
}

// Defined on a part of the line.
DecoratedInterval sqrt(const DecoratedInterval& a);
DecoratedInterval log(const DecoratedInterval& a);
DecoratedInterval pow(const DecoratedInterval& a, double p);
DecoratedInterval asin(const DecoratedInterval& a);
DecoratedInterval acos(const DecoratedInterval& a);
DecoratedInterval tan(const DecoratedInterval& a);

// Defined everywhere, with jumps.
DecoratedInterval floor(const DecoratedInterval& a);
DecoratedInterval ceil(const DecoratedInterval& a);
DecoratedInterval round(const DecoratedInterval& a);
DecoratedInterval sign(const DecoratedInterval& a);

} // namespace thalweg
