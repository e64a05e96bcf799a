#include "core/interval_decorated.hpp"
#include "core/jet_functions.hpp"
#include "support/catch.hpp"

#include <random>

using namespace thalweg;

namespace {

using D = DecoratedInterval;

D over(double lo, double hi)
{
    return {{lo, hi}, Definedness::continuous};
}

constexpr auto nowhere = Definedness::nowhere, unknown = Definedness::unknown,
               defined = Definedness::defined, continuous = Definedness::continuous;

} // namespace

TEST_CASE("functions say where they are defined and continuous", "[interval]")
{
    CHECK(sqrt(over(0, 2)).proof == continuous);
    CHECK(sqrt(over(-1, 2)).proof == unknown);
    CHECK(sqrt(over(-2, -1)).proof == nowhere);
    CHECK(log(over(1e-300, 2)).proof == continuous);
    CHECK(log(over(0, 2)).proof == unknown);
    CHECK(log(over(-2, 0)).proof == nowhere);
    CHECK(pow(over(0, 2), 1.5).proof == continuous);
    CHECK(pow(over(0, 2), -0.5).proof == unknown);
    CHECK(pow(over(-2, 2), 1.5).proof == unknown);
    CHECK(pow(over(-2, -1), 1.5).proof == nowhere);
    CHECK((1.0 / over(1, 2)).proof == continuous);
    CHECK((1.0 / over(0, 2)).proof == unknown);
    CHECK((1.0 / over(-1, 2)).proof == unknown);
    CHECK((over(1, 2) / over(0, 0)).proof == nowhere);
    CHECK((over(1, 2) / 0.0).proof == nowhere);
    CHECK((over(1, 2) / 3.0).proof == continuous);
    CHECK(tan(over(-1.5, 1.5)).proof == continuous);
    CHECK(tan(over(1.5, 1.6)).proof == unknown);
    CHECK(asin(over(-1, 1)).proof == continuous);
    CHECK(asin(over(-1, 1.1)).proof == unknown);
    CHECK(acos(over(1.1, 2)).proof == nowhere);
    CHECK(floor(over(0.1, 0.9)).proof == continuous);
    CHECK(floor(over(0.9, 1.1)).proof == defined);
    CHECK(round(over(0.6, 1.4)).proof == continuous);
    CHECK(sign(over(-1, 1)).proof == defined);
    CHECK(abs(over(-1, 1)).proof == continuous);
    CHECK(min(over(-1, 1), over(0, 2)).proof == continuous);
}

TEST_CASE("a composed function is as good as its parts", "[interval]")
{
    CHECK(atan(1.0 / over(-1, 1)).proof == unknown); // jumps at 0
    CHECK(sin(floor(over(0.5, 1.5))).proof == defined);
    CHECK((over(0, 1) + sqrt(over(-2, -1))).proof == nowhere);
    CHECK((sqrt(over(-1, 1)) * floor(over(0, 2))).proof == unknown);
    CHECK(min(over(0, 1), log(over(-2, -1))).proof == nowhere);
    // Sums and products of numbers that are not negative stay so, whatever the rounding.
    CHECK(sqrt(sq(over(-1, 1)) + sq(over(-1, 1))).proof == continuous);
    CHECK(sqrt(over(0, 1) * over(0, 1)).proof == continuous);
    CHECK(sqrt(powi(over(0, 1), 3)).proof == continuous);
}

TEST_CASE("what is proven is true of points", "[interval]")
{
    // A composition with every kind of part; at random points of random boxes.
    const auto f = [](auto x, auto y) {
        using thalweg::asin, thalweg::log, thalweg::tan; // not those of the C library
        return sqrt(x - y) + log(x * y + 0.5) / (x + y) + asin(0.5 * x) + tan(y);
    };
    std::mt19937 generator(3);
    std::uniform_real_distribution<double> at(-2, 2), size(0, 0.5), share;
    int proven = 0, empty = 0;
    for (int i = 0; i < 3000; ++i) {
        const double x = at(generator), y = at(generator), w = size(generator), h = size(generator);
        const D whole = f(over(x, x + w), over(y, y + h));
        for (int k = 0; k < 20; ++k) {
            const double v = f(x + w * share(generator), y + h * share(generator));
            if (whole.proof == continuous)
                CHECK((std::isfinite(v) && whole.v.contains(v)));
            if (whole.proof == nowhere)
                CHECK(std::isnan(v));
        }
        proven += whole.proof == continuous;
        empty += whole.proof == nowhere;
    }
    CHECK(proven > 300);
    CHECK(empty > 300);
}

TEST_CASE("steps are level, except where they may jump", "[jet]")
{
    using J = Jet<Interval>;
    const J inside = floor(J::variable_x({0.2, 0.8})), across = floor(J::variable_x({0.2, 1.8}));
    CHECK((inside.v.lo == 0 && inside.v.hi == 0 && inside.x.lo == 0 && inside.x.hi == 0));
    CHECK((across.v.lo == 0 && across.v.hi == 1));
    CHECK_FALSE(is_finite(across.x));
    CHECK(round(2.5) == 3);
    CHECK(sign(-3.0) == -1);
    CHECK(sign(0.0) == 0);
    CHECK(gradient(sign(Jet<double>::variable_x(2))) == Vec2{0, 0});
}
