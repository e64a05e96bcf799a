#include "core/interval.hpp"
#include "support/catch.hpp"

#include <random>

using namespace thalweg;

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();

/// Random intervals of every magnitude, sign and width, zero bounds and single points among them.
class Intervals {
public:
    Interval next()
    {
        const double a = number(), b = number();
        switch (pick_(generator_)) {
        case 0:
            return a;
        case 1:
            return {std::min(0.0, a), std::max(0.0, a)};
        case 2:
            return {a, std::nextafter(a, kInf)};
        default:
            return {std::min(a, b), std::max(a, b)};
        }
    }
    double inside(const Interval& i)
    {
        switch (pick_(generator_)) {
        case 0:
            return i.lo;
        case 1:
            return i.hi;
        default:
            return std::clamp(i.lo + share_(generator_) * i.width(), i.lo, i.hi);
        }
    }

private:
    double number() { return std::ldexp(2 * share_(generator_) - 1, exponent_(generator_)); }

    std::mt19937_64 generator_{20261121};
    std::uniform_real_distribution<double> share_{0, 1};
    std::uniform_int_distribution<int> exponent_{-40, 40}, pick_{0, 5};
};

/// Is bound.lo <= s + e <= bound.hi, where s is the rounded result and e its exact error?
bool holds(const Interval& bound, double s, double e)
{
    return (s - bound.lo) + e >= 0 && (bound.hi - s) - e >= 0;
}

} // namespace

TEST_CASE("sums and differences hold the exact ones", "[core]")
{
    Intervals intervals;
    for (int i = 0; i < 20000; ++i) {
        const Interval a = intervals.next(), b = intervals.next();
        const double u = intervals.inside(a), v = intervals.inside(b);
        // Knuth's two-sum: s + e is the exact sum.
        const auto check = [](const Interval& bound, double x, double y) {
            const double s = x + y, z = s - x, e = (x - (s - z)) + (y - z);
            REQUIRE(holds(bound, s, e));
        };
        check(a + b, u, v);
        check(a - b, u, -v);
        check(a + v, u, v);
        check(u - b, u, -v);
    }
}

TEST_CASE("products and squares hold the exact ones", "[core]")
{
    Intervals intervals;
    for (int i = 0; i < 20000; ++i) {
        const Interval a = intervals.next(), b = intervals.next();
        const double u = intervals.inside(a), v = intervals.inside(b);
        // A fused multiply-add rounds once, so its sign is that of the exact difference.
        const auto check = [](const Interval& bound, double x, double y) {
            REQUIRE(std::fma(x, y, -bound.lo) >= 0);
            REQUIRE(std::fma(x, y, -bound.hi) <= 0);
        };
        check(a * b, u, v);
        check(u * b, u, v);
        check(sq(a), u, u);
        check(twice(a), 2, u);
        CHECK(sq(a).lo >= 0);
    }
}

TEST_CASE("quotients hold the exact ones", "[core]")
{
    Intervals intervals;
    for (int i = 0; i < 20000; ++i) {
        const Interval a = intervals.next(), b = intervals.next();
        const double u = intervals.inside(a), v = intervals.inside(b);
        if (v == 0)
            continue;
        const auto check = [](const Interval& bound, double x, double y) {
            const long double exact = static_cast<long double>(x) / y;
            REQUIRE(bound.lo <= exact);
            REQUIRE(exact <= bound.hi);
        };
        check(a / b, u, v);
        check(a / v, u, v);
        check(u / b, u, v);
    }
}

TEST_CASE("powers hold the exact ones", "[core]")
{
    Intervals intervals;
    for (int i = 0; i < 5000; ++i) {
        const Interval a = intervals.next();
        const double u = intervals.inside(a);
        for (const int n : {0, 1, 2, 3, 4, 7, 10, 25}) {
            const long double exact = std::pow(static_cast<long double>(u), n);
            REQUIRE(powi(a, n).lo <= exact);
            REQUIRE(exact <= powi(a, n).hi);
        }
    }
}

TEST_CASE("operations on points stay within a few units of the last place", "[core]")
{
    Intervals intervals;
    for (int i = 0; i < 1000; ++i) {
        const double u = intervals.inside(intervals.next()), v = intervals.inside(intervals.next());
        const auto narrow = [](const Interval& bound, double units) {
            const double size = std::max(-bound.lo, bound.hi);
            REQUIRE(bound.width() <= units * 0x1p-52 * size + 1e-89);
        };
        narrow(Interval(u) + Interval(v), 5);
        narrow(Interval(u) * Interval(v), 5);
        narrow(sq(Interval(u)), 5);
        if (v != 0)
            narrow(Interval(u) / Interval(v), 10);
    }
}

TEST_CASE("zero and one are exact in sums and products", "[core]")
{
    const Interval a{-0.1, 0.7}, zero = 0.0, one = 1.0;
    for (const Interval& same :
        {a + zero, zero + a, a - zero, zero / 3.0 + a, a * one, one * a, 1.0 * a, 0.0 - (-a)}) {
        CHECK(same.lo == a.lo);
        CHECK(same.hi == a.hi);
    }
    CHECK(is_exactly(a * zero, 0));
    CHECK(is_exactly(zero * a, 0));
    CHECK(is_exactly(zero * Interval::entire(), 0));
}

TEST_CASE("overflow gives half lines, never NaN", "[core]")
{
    const Interval huge{1e300, 1e308};
    for (const Interval& big :
        {huge * huge, sq(huge), huge + huge + huge, powi(huge, 5), twice(huge)}) {
        CHECK(big.hi == kInf);
        CHECK(big.lo > 1e299);
        CHECK(big.lo < kInf);
    }
    const Interval all = huge * huge - huge * huge;
    CHECK(all.lo == -kInf);
    CHECK(all.hi == kInf);
}

TEST_CASE("dividing by an interval that holds zero", "[core]")
{
    CHECK(reciprocal({-1, 1}).lo == -kInf);
    CHECK(reciprocal({-1, 1}).hi == kInf);
    CHECK(reciprocal({0, 2}).lo == Approx(0.5));
    CHECK(reciprocal({0, 2}).hi == kInf);
    CHECK(reciprocal({-4, 0}).hi == Approx(-0.25));
    CHECK(reciprocal({-4, 0}).lo == -kInf);
    CHECK(reciprocal({1, kInf}).lo == 0);
    CHECK((Interval{1, 2} / 0.0).lo == -kInf);
}

TEST_CASE("unbounded operands never make NaN", "[core]")
{
    const Interval samples[] = {{-kInf, kInf}, {0, kInf}, {-kInf, 0}, {-kInf, -3}, {2, kInf},
        {0, 0}, {-1, 1}, {1e308, kInf}, {-1e-308, 1e-308}};
    const auto sound
        = [](const Interval& a) { return a.lo <= a.hi && a.lo < kInf && a.hi > -kInf; };
    for (const Interval& a : samples) {
        for (const Interval& b : samples)
            for (const Interval& c : {a + b, a - b, a * b, a / b, hull(a, b), min(a, b), max(a, b)})
                REQUIRE(sound(c));
        for (const Interval& c : {sq(a), powi(a, 3), powi(a, 4), abs(a), sqrt(a), exp(a), log(a),
                 sin(a), cos(a), tan(a), asin(a), acos(a), atan(a), sinh(a), cosh(a), tanh(a),
                 pow(a, 0.5), pow(a, -1.5), 2.0 * a, -3.0 * a, a / 2.0, a / -2.0, -a, twice(a)})
            REQUIRE(sound(c));
    }
}

TEST_CASE("min and max of intervals hold those of their numbers", "[core]")
{
    Intervals intervals;
    for (int i = 0; i < 2000; ++i) {
        const Interval a = intervals.next(), b = intervals.next();
        const double u = intervals.inside(a), v = intervals.inside(b);
        REQUIRE(min(a, b).contains(std::min(u, v)));
        REQUIRE(max(a, b).contains(std::max(u, v)));
    }
}
