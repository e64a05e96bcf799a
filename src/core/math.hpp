#pragma once

#include <algorithm>
#include <cmath>

/// The elementary functions, by one name for every number type: double here, Interval and Jet
/// beside it. Surfaces call them unqualified.
namespace thalweg {

using std::abs;
using std::ceil;
using std::floor;
using std::max;
using std::min;
using std::round;
using std::sqrt;

/// Elementary functions that give the same bits on every processor, unlike those of the C library,
/// which has variants for some. Within 1 unit in the last place; sinh and cosh are infinite beyond
/// 709, a little early.
double acos(double x);
double asin(double x);
double atan(double x);
double atan2(double y, double x);
double cbrt(double x);
double cos(double x);
double cosh(double x);
double exp(double x);
double exp2(double x);
double hypot(double x, double y);
double log(double x);
double log10(double x);
double log1p(double x);
double log2(double x);
double pow(double x, double y);
double sin(double x);
double sinh(double x);
double tan(double x);
double tanh(double x);

/// The ends of an interval: for two numbers the functions take no longer than for one.
struct Ends {
    double a = 0, b = 0;
};
Ends acos(Ends x);
Ends asin(Ends x);
Ends atan(Ends x);
Ends cos(Ends x);
Ends cosh(Ends x);
Ends exp(Ends x);
Ends log(Ends x);
Ends sin(Ends x);
Ends sinh(Ends x);
Ends tan(Ends x);
Ends tanh(Ends x);
Ends pow(Ends x, double y);

/// Both at once, in no more time than one.
template <class T>
struct SineCosine {
    T sine{}, cosine{};
};
SineCosine<double> sincos(double x);
SineCosine<Ends> sincos(Ends x);

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
