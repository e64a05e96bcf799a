#pragma once

#include <algorithm>
#include <cmath>

/// The elementary functions, by one name for every number type: double here, Interval and Jet
/// beside it. Surfaces call them unqualified.
namespace thalweg {

using std::abs;
using std::acos;
using std::asin;
using std::atan;
using std::ceil;
using std::cos;
using std::cosh;
using std::exp;
using std::floor;
using std::log;
using std::max;
using std::min;
using std::pow;
using std::round;
using std::sin;
using std::sinh;
using std::sqrt;
using std::tan;
using std::tanh;

constexpr double sq(double x)
{
    return x * x;
}
constexpr double cube(double x)
{
    return x * x * x;
}

/// -1, 0 or 1; NaN for NaN.
constexpr double sign(double x)
{
    return x > 0 ? 1 : x < 0 ? -1 : x;
}

constexpr double twice(double x)
{
    return 2 * x;
}

/// x to a whole power n >= 0, by repeated squaring.
constexpr double powi(double x, int n)
{
    double result = 1;
    for (; n > 0; n /= 2, x *= x)
        if (n % 2 == 1)
            result *= x;
    return result;
}

} // namespace thalweg
