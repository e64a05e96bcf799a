#include "core/interval.hpp"

#include <numbers>

namespace thalweg {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Outward bounds of a library function that rises over the whole interval.
Interval rising(double lo, double hi)
{
    return {rounding::down2(lo), rounding::up2(hi)};
}

/// Does `a` (widened a little, since period is not exact) hold phase + k * period for a whole k?
bool holds_phase(const Interval& a, double phase, double period)
{
    const double slack = 1e-15 * (1 + std::max(std::abs(a.lo), std::abs(a.hi)));
    return std::floor((a.hi + slack - phase) / period)
        >= std::ceil((a.lo - slack - phase) / period);
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
    return {rounding::down(std::min({p, q, r, s})), rounding::up(std::max({p, q, r, s}))};
}

Interval reciprocal(const Interval& a)
{
    if (a.lo > 0 || a.hi < 0)
        return outward(1 / a.hi, 1 / a.lo);
    if (a.lo == 0 && a.hi > 0)
        return {rounding::down(1 / a.hi), kInfinity};
    if (a.hi == 0 && a.lo < 0)
        return {-kInfinity, rounding::up(1 / a.lo)};
    return Interval::entire();
}

Interval powi(const Interval& a, int n)
{
    if (n == 0)
        return 1.0;
    // Repeated squaring rounds at most 2 log2(n) times; the endpoints are enclosed by intervals of
    // their own.
    const auto point_power = [n](double v) {
        Interval result = 1.0, base = v;
        for (int k = n; k > 0; k /= 2, base = sq(base))
            if (k % 2 == 1)
                result = result * base;
        return result;
    };
    const Interval low = point_power(a.lo), high = point_power(a.hi);
    if (n % 2 == 1)
        return {low.lo, high.hi};
    const double top = std::max(low.hi, high.hi);
    return a.contains(0) ? Interval{0, top}
                         : Interval{std::max(0.0, std::min(low.lo, high.lo)), top};
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
    const Interval wide = rising(std::exp(a.lo), std::exp(a.hi));
    return {std::max(0.0, wide.lo), wide.hi};
}

Interval log(const Interval& a)
{
    if (a.hi <= 0)
        return Interval::entire();
    return {
        a.lo <= 0 ? -kInfinity : rounding::down2(std::log(a.lo)), rounding::up2(std::log(a.hi))};
}

Interval sin(const Interval& a)
{
    constexpr double period = 2 * std::numbers::pi, quarter = std::numbers::pi / 2;
    if (!is_finite(a) || a.width() >= period)
        return {-1, 1};
    const double p = std::sin(a.lo), q = std::sin(a.hi);
    const double low = holds_phase(a, -quarter, period) ? -1 : rounding::down2(std::min(p, q));
    const double high = holds_phase(a, quarter, period) ? 1 : rounding::up2(std::max(p, q));
    return {std::max(-1.0, low), std::min(1.0, high)};
}

Interval cos(const Interval& a)
{
    constexpr double period = 2 * std::numbers::pi, half = std::numbers::pi;
    if (!is_finite(a) || a.width() >= period)
        return {-1, 1};
    const double p = std::cos(a.lo), q = std::cos(a.hi);
    const double low = holds_phase(a, half, period) ? -1 : rounding::down2(std::min(p, q));
    const double high = holds_phase(a, 0, period) ? 1 : rounding::up2(std::max(p, q));
    return {std::max(-1.0, low), std::min(1.0, high)};
}

Interval tan(const Interval& a)
{
    constexpr double period = std::numbers::pi;
    if (!is_finite(a) || a.width() >= period || holds_phase(a, period / 2, period))
        return Interval::entire();
    return rising(std::tan(a.lo), std::tan(a.hi));
}

Interval asin(const Interval& a)
{
    return rising(std::asin(std::clamp(a.lo, -1.0, 1.0)), std::asin(std::clamp(a.hi, -1.0, 1.0)));
}

Interval acos(const Interval& a)
{
    return rising(std::acos(std::clamp(a.hi, -1.0, 1.0)), std::acos(std::clamp(a.lo, -1.0, 1.0)));
}

Interval atan(const Interval& a)
{
    return rising(std::atan(a.lo), std::atan(a.hi));
}
Interval sinh(const Interval& a)
{
    return rising(std::sinh(a.lo), std::sinh(a.hi));
}

Interval cosh(const Interval& a)
{
    const Interval size = abs(a);
    const Interval wide = rising(std::cosh(size.lo), std::cosh(size.hi));
    return {std::max(1.0, wide.lo), wide.hi};
}

Interval tanh(const Interval& a)
{
    const Interval wide = rising(std::tanh(a.lo), std::tanh(a.hi));
    return {std::max(-1.0, wide.lo), std::min(1.0, wide.hi)};
}

Interval pow(const Interval& a, double p)
{
    if (p == 0)
        return 1.0;
    const double lo = std::pow(std::max(0.0, a.lo), p), hi = std::pow(std::max(0.0, a.hi), p);
    const Interval wide = rising(std::min(lo, hi), std::max(lo, hi));
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

} // namespace thalweg
