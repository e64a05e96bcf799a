#pragma once

#include "core/math.hpp"

#include <algorithm>
#include <limits>

namespace thalweg {

/// An enclosure of a real number: every operation returns an interval that holds each exact result.
///
/// No bound is ever NaN, no lower bound +infinity and no upper bound -infinity, as long as none of
/// the numbers that come in is. The bounds are rounded outwards without touching the processor's
/// rounding mode: a result rounded to nearest is off by at most half a unit in the last place, so
/// one relative step of 2^-52 outwards is enough. Library functions are taken to be off by at most
/// two units (those of core/math.hpp are off by at most one). Source  R. E. Moore, R. B.
/// Kearfott, M. J. Cloud, Introduction to Interval Analysis, SIAM, 2009
struct Interval {
    double lo = 0, hi = 0;

    constexpr Interval() = default;
    constexpr Interval(double exact) // NOLINT: a number is the interval that holds just it
        : lo(exact)
        , hi(exact)
    {
    }
    constexpr Interval(double low, double high)
        : lo(low)
        , hi(high)
    {
    }

    static constexpr Interval entire()
    {
        return {-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    }

    constexpr double width() const { return hi - lo; }
    constexpr double middle() const { return 0.5 * lo + 0.5 * hi; }
    constexpr bool contains(double v) const { return lo <= v && v <= hi; }
    constexpr bool contains(const Interval& b) const { return lo <= b.lo && b.hi <= hi; }
};

namespace rounding {
inline constexpr double kStep = 0x1p-52;
/// Covers underflow, and is far from it: products of such bounds must not be subnormal numbers,
/// whose arithmetic is a hundred times slower.
inline constexpr double kTiny = 0x1p-300;
inline constexpr double kLargest = std::numeric_limits<double>::max();
/// `units` relative steps downwards; from an overflow back to the largest number.
inline double down(double v, int units = 1)
{
    v = v < kLargest ? v : kLargest;
    return v - (std::abs(v) * (units * kStep) + kTiny);
}
inline double up(double v, int units = 1)
{
    v = v > -kLargest ? v : -kLargest;
    return v + (std::abs(v) * (units * kStep) + kTiny);
}
/// For library functions, which may be off by two units in the last place.
inline double down2(double v)
{
    return down(v, 4);
}
inline double up2(double v)
{
    return up(v, 4);
}
} // namespace rounding

inline bool is_finite(const Interval& a)
{
    return std::isfinite(a.lo) && std::isfinite(a.hi);
}
inline Interval outward(double lo, double hi)
{
    return {rounding::down(lo), rounding::up(hi)};
}
/// Is this just the number v? Adding 0 and multiplying by 0 or 1 are exact, and most derivatives of
/// variables are 0 or 1, so the operators below ask; where the answer is a constant, compilers drop
/// the whole operation.
constexpr bool is_exactly(const Interval& a, double v)
{
    return a.lo == v && a.hi == v;
}

inline Interval hull(const Interval& a, const Interval& b)
{
    return {std::min(a.lo, b.lo), std::max(a.hi, b.hi)};
}

inline Interval operator-(const Interval& a)
{
    return {-a.hi, -a.lo};
}
inline Interval operator+(const Interval& a, const Interval& b)
{
    if (is_exactly(a, 0))
        return b;
    if (is_exactly(b, 0))
        return a;
    return outward(a.lo + b.lo, a.hi + b.hi);
}
inline Interval operator-(const Interval& a, const Interval& b)
{
    if (is_exactly(a, 0))
        return -b;
    if (is_exactly(b, 0))
        return a;
    return outward(a.lo - b.hi, a.hi - b.lo);
}

Interval multiply_unbounded(const Interval& a, const Interval& b);

inline Interval operator*(const Interval& a, const Interval& b)
{
    if (is_exactly(a, 0) || is_exactly(b, 1))
        return a;
    if (is_exactly(b, 0) || is_exactly(a, 1))
        return b;
    const double p = a.lo * b.lo, q = a.lo * b.hi, r = a.hi * b.lo, s = a.hi * b.hi;
    if (!std::isfinite(p + q + r + s))
        return multiply_unbounded(a, b);
    return {rounding::down(std::min(std::min(p, q), std::min(r, s))),
        rounding::up(std::max(std::max(p, q), std::max(r, s)))};
}
inline Interval operator*(double a, const Interval& b)
{
    if (a == 0)
        return 0.0;
    if (a == 1)
        return b;
    return a > 0 ? outward(a * b.lo, a * b.hi) : outward(a * b.hi, a * b.lo);
}
inline Interval operator*(const Interval& a, double b)
{
    return b * a;
}

/// 1 / a; the entire line where a holds zero inside, half a line where it only touches zero.
Interval reciprocal(const Interval& a);
inline Interval operator/(const Interval& a, const Interval& b)
{
    return a * reciprocal(b);
}
inline Interval operator/(const Interval& a, double b)
{
    if (b == 0)
        return Interval::entire();
    if (is_exactly(a, 0))
        return a;
    return b > 0 ? outward(a.lo / b, a.hi / b) : outward(a.hi / b, a.lo / b);
}
inline Interval operator/(double a, const Interval& b)
{
    return a * reciprocal(b);
}

inline Interval& operator+=(Interval& a, const Interval& b)
{
    return a = a + b;
}
inline Interval& operator-=(Interval& a, const Interval& b)
{
    return a = a - b;
}
inline Interval& operator*=(Interval& a, const Interval& b)
{
    return a = a * b;
}

/// 2 a, which is exact.
inline Interval twice(const Interval& a)
{
    return {std::min(2 * a.lo, rounding::kLargest), std::max(2 * a.hi, -rounding::kLargest)};
}
inline Interval sq(const Interval& a)
{
    if (is_exactly(a, 0) || is_exactly(a, 1))
        return a;
    const double p = a.lo * a.lo, q = a.hi * a.hi;
    const double low = a.contains(0) ? 0 : std::max(0.0, rounding::down(std::min(p, q)));
    return {low, rounding::up(std::max(p, q))};
}
/// a to a whole power 0 <= n <= 1024.
Interval powi(const Interval& a, int n);
inline Interval cube(const Interval& a)
{
    return powi(a, 3);
}

Interval abs(const Interval& a);
/// The root of the part of `a` that is not negative; [0, 0] where all of it is negative.
Interval sqrt(const Interval& a);
Interval exp(const Interval& a);
/// The logarithm of the part of `a` that is positive.
Interval log(const Interval& a);
Interval sin(const Interval& a);
Interval cos(const Interval& a);
SineCosine<Interval> sincos(const Interval& a);
Interval tan(const Interval& a);
Interval asin(const Interval& a);
Interval acos(const Interval& a);
Interval atan(const Interval& a);
Interval sinh(const Interval& a);
Interval cosh(const Interval& a);
Interval tanh(const Interval& a);
/// a to the real power p, for the part of `a` that is not negative.
Interval pow(const Interval& a, double p);
Interval min(const Interval& a, const Interval& b);
Interval max(const Interval& a, const Interval& b);
Interval floor(const Interval& a);
Interval ceil(const Interval& a);
/// To the nearest whole number; halves away from zero.
Interval round(const Interval& a);
/// -1, 0 or 1.
Interval sign(const Interval& a);

} // namespace thalweg
