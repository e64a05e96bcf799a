#include "core/interval.hpp"
#include "support/catch.hpp"

#include <random>
#include <string>

using namespace thalweg;

namespace {

/// A function over intervals and the C library's own in extended precision (64 bits of mantissa).
struct Pair {
    std::string name;
    Interval (*bound)(const Interval&);
    long double (*exact)(long double);
    double from, to; ///< where it is sampled
};

const Pair kPairs[] = {
    {"exp", exp, [](long double v) { return std::exp(v); }, -700, 700},
    {"log", log, [](long double v) { return std::log(v); }, 1e-300, 50},
    {"sqrt", sqrt, [](long double v) { return std::sqrt(v); }, 0, 1e6},
    {"abs", abs, [](long double v) { return std::abs(v); }, -5, 5},
    {"sin", sin, [](long double v) { return std::sin(v); }, -50, 50},
    {"cos", cos, [](long double v) { return std::cos(v); }, -50, 50},
    {"sin, far out", sin, [](long double v) { return std::sin(v); }, 1e8, 1e8 + 30},
    {"cos, far out", cos, [](long double v) { return std::cos(v); }, -1e11 - 30, -1e11},
    {"tan", tan, [](long double v) { return std::tan(v); }, -20, 20},
    {"asin", asin, [](long double v) { return std::asin(v); }, -1, 1},
    {"acos", acos, [](long double v) { return std::acos(v); }, -1, 1},
    {"atan", atan, [](long double v) { return std::atan(v); }, -100, 100},
    {"sinh", sinh, [](long double v) { return std::sinh(v); }, -20, 20},
    {"cosh", cosh, [](long double v) { return std::cosh(v); }, -20, 20},
    {"tanh", tanh, [](long double v) { return std::tanh(v); }, -20, 20},
    {"pow 0.5", [](const Interval& a) { return pow(a, 0.5); },
        [](long double v) { return std::pow(v, 0.5L); }, 0, 99},
    {"pow -1.5", [](const Interval& a) { return pow(a, -1.5); },
        [](long double v) { return std::pow(v, -1.5L); }, 1e-9, 99},
};

} // namespace

TEST_CASE("functions of intervals hold extended-precision samples", "[core]")
{
    std::mt19937_64 generator(7);
    std::uniform_real_distribution<double> share(0, 1), decades(-12, 0);
    for (const Pair& f : kPairs) {
        INFO(f.name);
        for (int i = 0; i < 3000; ++i) {
            const double lo = f.from + share(generator) * (f.to - f.from);
            const double hi
                = std::min(f.to, lo + std::pow(10, decades(generator)) * (f.to - f.from));
            const Interval bound = f.bound({lo, hi});
            for (const double t : {0.0, 1.0, share(generator), share(generator)}) {
                const double at = std::clamp(lo + t * (hi - lo), lo, hi);
                const long double exact = f.exact(at);
                INFO("[" << lo << ", " << hi << "] at " << at);
                REQUIRE(bound.lo <= exact);
                REQUIRE(exact <= bound.hi);
            }
        }
    }
}

TEST_CASE("functions of single numbers are narrow", "[core]")
{
    std::mt19937_64 generator(8);
    std::uniform_real_distribution<double> share(0, 1);
    for (const Pair& f : kPairs) {
        INFO(f.name);
        if (std::abs(f.from) > 1e6)
            continue; // there whole periods are as wide as the rounding
        for (int i = 0; i < 300; ++i) {
            const double at = f.from + share(generator) * (f.to - f.from);
            const Interval bound = f.bound(at);
            const double size = std::max(-bound.lo, bound.hi);
            // A turning point may lie within the rounding of the angle.
            REQUIRE(bound.width()
                <= 0x1p-48 * size + 1e-89 + 4e-13 * (f.name == "sin" || f.name == "cos"));
        }
    }
}

TEST_CASE("waves reach their turning points", "[core]")
{
    CHECK(sin(Interval{1, 2}).hi == 1);
    CHECK(sin(Interval{1, 2}).lo == Approx(std::sin(1.0)));
    CHECK(sin(Interval{4, 5}).lo == -1);
    CHECK(cos(Interval{-0.1, 0.1}).hi == 1);
    CHECK(cos(Interval{3, 3.3}).lo == -1);
    CHECK(cos(Interval{3, 3.3}).hi == Approx(std::cos(3.3)).epsilon(0.02));
    CHECK(sin(Interval{0, 100}).lo == -1);
    CHECK(tan(Interval{1.5, 1.6}).hi == std::numeric_limits<double>::infinity());
    // Beyond 10^12 nothing is claimed but the amplitude.
    CHECK(sin(Interval{1e15, 1e15}).contains({-1, 1}));
}

TEST_CASE("functions keep to their ranges", "[core]")
{
    CHECK(sqrt(Interval{-4, -1}).hi == 0);
    CHECK(sqrt(Interval{-4, 9}).lo == 0);
    CHECK(exp(Interval{-2000, -1000}).lo == 0);
    CHECK(log(Interval{-1, 1}).lo == -std::numeric_limits<double>::infinity());
    CHECK(log(Interval{-2, -1}).hi == std::numeric_limits<double>::infinity());
    CHECK(tanh(Interval{-99, 99}).hi == 1);
    CHECK(cosh(Interval{-1, 2}).lo == 1);
    CHECK(asin(Interval{-3, 3}).hi == Approx(std::asin(1.0)));
}
