#include "core/math.hpp"

#include <sleef.h>

namespace thalweg {

namespace {

// SLEEF promises the same results of its variants without FMA, for vectors and for single numbers.
#if defined(__SSE2__)

using Lanes = __m128d;
#define SLEEF_LANES(name, ulp) Sleef_cinz_##name##d2_u##ulp##sse2

Lanes lanes_of(Ends x)
{
    return _mm_setr_pd(x.a, x.b);
}
Ends ends_of(Lanes x)
{
    return {_mm_cvtsd_f64(x), _mm_cvtsd_f64(_mm_unpackhi_pd(x, x))};
}
template <auto F>
Ends both(Ends x)
{
    return ends_of(F(lanes_of(x)));
}
template <auto F>
Ends both(Ends x, Ends y)
{
    return ends_of(F(lanes_of(x), lanes_of(y)));
}

#else

#define SLEEF_LANES(name, ulp) Sleef_cinz_##name##d1_u##ulp##purec

template <auto F>
Ends both(Ends x)
{
    return {F(x.a), F(x.b)};
}
template <auto F>
Ends both(Ends x, Ends y)
{
    return {F(x.a, y.a), F(x.b, y.b)};
}

#endif

} // namespace

double acos(double x)
{
    return both<SLEEF_LANES(acos, 10)>({x, x}).a;
}
double asin(double x)
{
    return both<SLEEF_LANES(asin, 10)>({x, x}).a;
}
double atan(double x)
{
    return both<SLEEF_LANES(atan, 10)>({x, x}).a;
}
double cbrt(double x)
{
    return both<SLEEF_LANES(cbrt, 10)>({x, x}).a;
}
double cosh(double x)
{
    return both<SLEEF_LANES(cosh, 10)>({x, x}).a;
}
double exp(double x)
{
    return both<SLEEF_LANES(exp, 10)>({x, x}).a;
}
double exp2(double x)
{
    return both<SLEEF_LANES(exp2, 10)>({x, x}).a;
}
double log(double x)
{
    return both<SLEEF_LANES(log, 10)>({x, x}).a;
}
double log10(double x)
{
    return both<SLEEF_LANES(log10, 10)>({x, x}).a;
}
double log1p(double x)
{
    return both<SLEEF_LANES(log1p, 10)>({x, x}).a;
}
double log2(double x)
{
    return both<SLEEF_LANES(log2, 10)>({x, x}).a;
}
double sinh(double x)
{
    return both<SLEEF_LANES(sinh, 10)>({x, x}).a;
}
double tan(double x)
{
    return both<SLEEF_LANES(tan, 10)>({x, x}).a;
}
double tanh(double x)
{
    return both<SLEEF_LANES(tanh, 10)>({x, x}).a;
}
double atan2(double y, double x)
{
    return both<SLEEF_LANES(atan2, 10)>({y, y}, {x, x}).a;
}
double hypot(double x, double y)
{
    return both<SLEEF_LANES(hypot, 05)>({x, x}, {y, y}).a;
}
double pow(double x, double y)
{
    return both<SLEEF_LANES(pow, 10)>({x, x}, {y, y}).a;
}

Ends acos(Ends x)
{
    return both<SLEEF_LANES(acos, 10)>(x);
}
Ends asin(Ends x)
{
    return both<SLEEF_LANES(asin, 10)>(x);
}
Ends atan(Ends x)
{
    return both<SLEEF_LANES(atan, 10)>(x);
}
Ends cosh(Ends x)
{
    return both<SLEEF_LANES(cosh, 10)>(x);
}
Ends exp(Ends x)
{
    return both<SLEEF_LANES(exp, 10)>(x);
}
Ends log(Ends x)
{
    return both<SLEEF_LANES(log, 10)>(x);
}
Ends sinh(Ends x)
{
    return both<SLEEF_LANES(sinh, 10)>(x);
}
Ends tan(Ends x)
{
    return both<SLEEF_LANES(tan, 10)>(x);
}
Ends tanh(Ends x)
{
    return both<SLEEF_LANES(tanh, 10)>(x);
}
Ends pow(Ends x, double y)
{
    return both<SLEEF_LANES(pow, 10)>(x, {y, y});
}

} // namespace thalweg
