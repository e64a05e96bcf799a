#include "core/interval.hpp"

#include "core/math.hpp"

#include <numbers>

namespace thalweg {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Outward bounds of a library function that rises over the whole interval.
Interval rising(Ends at)
{
    return {rounding::down2(at.a), rounding::up2(at.b)};
}

/// The whole number below; std::floor is a call where the processor's rounding instruction may not
/// be relied on.
long long floor_of(double v)
{
    const auto whole = static_cast<long long>(v);
    return whole - (v < static_cast<double>(whole));
}

/// Does `a`, widened a little since a period is not exact, hold phase + k * period for a whole k?
bool holds_phase(const Interval& a, double phase, double period)
{
    const double slack = 4e-15 * (1 + std::max(-a.lo, a.hi));
    return floor_of((a.lo - slack - phase) / period) < floor_of((a.hi + slack - phase) / period);
}

/// Too wide to be told from all angles, or so far out that whole periods are lost in the rounding.
bool any_angle(const Interval& a, double period)
{
    return !(a.width() < period && std::max(-a.lo, a.hi) < 1e12);
}

/// A function of amplitude 1 that peaks at phase `top` and is at its lowest half a turn from there.
Interval wave(const Interval& a, Ends at, double top)
{
    constexpr double turn = 2 * std::numbers::pi;
    const double low = rounding::down2(std::min(at.a, at.b)),
                 high = rounding::up2(std::max(at.a, at.b));
    return {holds_phase(a, top - turn / 2, turn) ? -1 : std::max(-1.0, low),
        holds_phase(a, top, turn) ? 1 : std::min(1.0, high)};
}

} // namespace

// 0 times infinity counts as 0 here: an infinite bound stands for arbitrarily large, yet finite,
// numbers.
Interval multiply_unbounded(const Interval& a, const Interval& b)
{
    if (std::isnan(a.lo) || std::isnan(a.hi) || std::isnan(b.lo) || std::isnan(b.hi))
        return Interval::entire();
    const auto product = [](double u, double v) { return u == 0 || v == 0 ? 0.0 : u * v; };
    const double p = product(a.lo, b.lo), q = product(a.lo, b.hi), r = product(a.hi, b.lo),
                 s = product(a.hi, b.hi);
    return outward(std::min({p, q, r, s}), std::max({p, q, r, s}));
}

Interval reciprocal(const Interval& a)
{
    if (a.lo >= 0 && a.hi > 0)
        return {
            std::max(0.0, rounding::down(1 / a.hi)), a.lo > 0 ? rounding::up(1 / a.lo) : kInfinity};
    if (a.hi <= 0 && a.lo < 0)
        return {a.hi < 0 ? rounding::down(1 / a.hi) : -kInfinity,
            std::min(0.0, rounding::up(1 / a.lo))};
    return Interval::entire();
}

Interval powi(const Interval& a, int n)
{
    // n - 1 products round to within (n - 1) / 2 units; powers below 1 do not underflow before the
    // result does.
    const double p = powi(a.lo, n), q = powi(a.hi, n);
    if (n == 0)
        return 1.0;
    if (n % 2 == 1)
        return {rounding::down(p, n), rounding::up(q, n)};
    const double low = a.contains(0) ? 0 : std::max(0.0, rounding::down(std::min(p, q), n));
    return {low, rounding::up(std::max(p, q), n)};
}

Interval abs(const Interval& a)
{
    if (a.lo >= 0)
        return a;
    if (a.hi <= 0)
        return -a;
    return {0, std::max(-a.lo, a.hi)};
}

Interval sqrt(const Interval& a)
{
    const double low = a.lo <= 0 ? 0 : std::max(0.0, rounding::down(std::sqrt(a.lo)));
    return {low, a.hi <= 0 ? 0 : rounding::up(std::sqrt(a.hi))};
}

Interval exp(const Interval& a)
{
    const Interval wide = rising(exp(Ends{a.lo, a.hi}));
    return {std::max(0.0, wide.lo), wide.hi};
}

Interval log(const Interval& a)
{
    if (a.hi <= 0)
        return Interval::entire();
    const Interval wide = rising(log(Ends{a.lo, a.hi}));
    return {a.lo <= 0 ? -kInfinity : wide.lo, wide.hi};
}

Interval sin(const Interval& a)
{
    if (any_angle(a, 2 * std::numbers::pi))
        return {-1, 1};
    return wave(a, sin(Ends{a.lo, a.hi}), std::numbers::pi / 2);
}

Interval cos(const Interval& a)
{
    if (any_angle(a, 2 * std::numbers::pi))
        return {-1, 1};
    return wave(a, cos(Ends{a.lo, a.hi}), 0);
}

SineCosine<Interval> sincos(const Interval& a)
{
    if (any_angle(a, 2 * std::numbers::pi))
        return {{-1, 1}, {-1, 1}};
    const auto [sine, cosine] = sincos(Ends{a.lo, a.hi});
    return {wave(a, sine, std::numbers::pi / 2), wave(a, cosine, 0)};
}

Interval tan(const Interval& a)
{
    constexpr double period = std::numbers::pi;
    if (any_angle(a, period) || holds_phase(a, period / 2, period))
        return Interval::entire();
    return rising(tan(Ends{a.lo, a.hi}));
}

Interval asin(const Interval& a)
{
    return rising(asin(Ends{std::clamp(a.lo, -1.0, 1.0), std::clamp(a.hi, -1.0, 1.0)}));
}

Interval acos(const Interval& a)
{
    return rising(acos(Ends{std::clamp(a.hi, -1.0, 1.0), std::clamp(a.lo, -1.0, 1.0)}));
}

Interval atan(const Interval& a)
{
    return rising(atan(Ends{a.lo, a.hi}));
}

// Beyond this sinh and cosh are infinite a little early, which is no bound from below.
constexpr double kMostOfSinh = 709;

Interval sinh(const Interval& a)
{
    return rising(sinh(Ends{std::min(a.lo, kMostOfSinh), std::max(a.hi, -kMostOfSinh)}));
}

Interval cosh(const Interval& a)
{
    const Interval size = abs(a);
    const Interval wide = rising(cosh(Ends{std::min(size.lo, kMostOfSinh), size.hi}));
    return {std::max(1.0, wide.lo), wide.hi};
}

Interval tanh(const Interval& a)
{
    const Interval wide = rising(tanh(Ends{a.lo, a.hi}));
    return {std::max(-1.0, wide.lo), std::min(1.0, wide.hi)};
}

Interval pow(const Interval& a, double p)
{
    if (p == 0)
        return 1.0;
    const Ends at = pow(Ends{std::max(0.0, a.lo), std::max(0.0, a.hi)}, p);
    const Interval wide = rising({std::min(at.a, at.b), std::max(at.a, at.b)});
    return {std::max(0.0, wide.lo), wide.hi};
}

Interval min(const Interval& a, const Interval& b)
{
    return {std::min(a.lo, b.lo), std::min(a.hi, b.hi)};
}
Interval max(const Interval& a, const Interval& b)
{
    return {std::max(a.lo, b.lo), std::max(a.hi, b.hi)};
}

Interval floor(const Interval& a)
{
    return {std::floor(a.lo), std::floor(a.hi)};
}

Interval ceil(const Interval& a)
{
    return {std::ceil(a.lo), std::ceil(a.hi)};
}

Interval round(const Interval& a)
{
    return {std::round(a.lo), std::round(a.hi)};
}

Interval sign(const Interval& a)
{
    return {sign(a.lo), sign(a.hi)};
}

} // namespace thalweg
