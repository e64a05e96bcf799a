#include "core/math.hpp"

#include "support/catch.hpp"

#include <cstdint>
#include <limits>
#include <numbers>
#include <random>
#include <vector>

namespace thalweg { // whose sin and cos are meant, not those of the C library

namespace {

/// How far `v` is from the exact value, in units in the last place of a double.
double units_off(double v, long double exact)
{
    const double rounded = std::abs(static_cast<double>(exact));
    const double unit = std::nextafter(rounded, 2.0) - rounded;
    return static_cast<double>(std::abs(v - exact) / unit);
}

/// Angles of every size, and the numbers beside every multiple of a quarter turn, where most digits
/// cancel.
std::vector<double> angles()
{
    std::vector<double> all;
    std::mt19937_64 random(5);
    std::uniform_real_distribution<double> exponent(-40, 12.9), wide(-8192, 8192), turn(-7, 7);
    for (int i = 0; i < 100000; ++i) {
        all.push_back(std::exp2(exponent(random)));
        all.push_back(wide(random));
        all.push_back(turn(random));
    }
    for (int i = -5215; i <= 5215; ++i) {
        const auto at = static_cast<double>(i * (std::numbers::pi_v<long double> / 2));
        for (const double v : {std::nextafter(at, -1e9), at, std::nextafter(at, 1e9)})
            all.push_back(v);
    }
    return all;
}

} // namespace

TEST_CASE("sine and cosine are within a unit in the last place of those of long double")
{
    double worst = 0;
    for (const double x : angles()) {
        const auto [sine, cosine] = sincos(x);
        worst = std::max({worst, units_off(sine, std::sin(static_cast<long double>(x))),
            units_off(cosine, std::cos(static_cast<long double>(x)))});
    }
    CHECK(worst < 0.8);
}

TEST_CASE("sine and cosine have the same bits by every way of asking")
{
    std::vector<double> all = angles();
    all.insert(all.end(), {8192.5, 1e5, 1e15, -1e300}); // beyond the fast way
    int differing = 0;
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        const double x = all[i], y = all[i + 1];
        const auto one = sincos(x);
        const auto both = sincos(Ends{x, y});
        differing += sin(x) != one.sine || cos(x) != one.cosine || both.sine.a != one.sine
            || both.cosine.a != one.cosine || sin(Ends{y, x}).b != one.sine
            || cos(Ends{y, x}).b != one.cosine || sin(-x) != -one.sine || cos(-x) != one.cosine;
    }
    CHECK(differing == 0);
}

TEST_CASE("sine and cosine far out and of what is no number")
{
    CHECK(sin(1e5) == Approx(0.0357487979720165).epsilon(1e-14));
    CHECK(cos(1e22) == Approx(0.5232147853951389).epsilon(1e-14)); // from a table of hard cases
    CHECK(std::isnan(sin(std::numeric_limits<double>::infinity())));
    CHECK(std::isnan(cos(std::numeric_limits<double>::quiet_NaN())));
    CHECK(sin(Ends{1, std::numeric_limits<double>::quiet_NaN()}).a == sin(1.0));
    CHECK(sin(0.0) == 0);
    CHECK(cos(0.0) == 1);
}

} // namespace thalweg
