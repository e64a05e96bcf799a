#include "core/jet_functions.hpp"
#include "support/catch.hpp"

#include <random>
#include <string>

using namespace thalweg;

namespace {

/// A function of one variable with its derivatives in closed form.
struct Row {
    std::string name;
    Jet<double> (*jet)(const Jet<double>&);
    Jet<Interval> (*bound)(const Jet<Interval>&);
    double (*value)(double);
    double (*slope)(double);
    double (*bend)(double);
    double from, to;
};

#define BOTH(expression)                                                                           \
    [](const Jet<double>& a) -> Jet<double> { return expression; },                                \
        [](const Jet<Interval>& a) -> Jet<Interval> { return expression; }
#define OF(expression) [](double v) -> double { return expression; }

const Row kRows[] = {
    {"-a", BOTH(-a), OF(-v), OF(0 * v - 1), OF(0 * v), -2, 2},
    {"a + 3", BOTH(a + 3.0), OF(v + 3), OF(0 * v + 1), OF(0 * v), -2, 2},
    {"3 - a", BOTH(3.0 - a), OF(3 - v), OF(0 * v - 1), OF(0 * v), -2, 2},
    {"a / 4", BOTH(a / 4.0), OF(v / 4), OF(0 * v + 0.25), OF(0 * v), -2, 2},
    {"a * a * a", BOTH(a* a* a), OF(v* v* v), OF(3 * v * v), OF(6 * v), -2, 2},
    {"1 / a", BOTH(1.0 / a), OF(1 / v), OF(-1 / (v * v)), OF(2 / (v * v * v)), 0.5, 3},
    {"sq", BOTH(sq(a)), OF(v* v), OF(2 * v), OF(0 * v + 2), -2, 2},
    {"twice", BOTH(twice(a)), OF(2 * v), OF(0 * v + 2), OF(0 * v), -2, 2},
    {"cube", BOTH(cube(a)), OF(v* v* v), OF(3 * v * v), OF(6 * v), -2, 2},
    {"powi 0", BOTH(powi(a, 0)), OF(0 * v + 1), OF(0 * v), OF(0 * v), -2, 2},
    {"powi 1", BOTH(powi(a, 1)), OF(v), OF(0 * v + 1), OF(0 * v), -2, 2},
    {"powi 5", BOTH(powi(a, 5)), OF(std::pow(v, 5)), OF(5 * std::pow(v, 4)),
        OF(20 * std::pow(v, 3)), -2, 2},
    {"pow 2.5", BOTH(pow(a, 2.5)), OF(std::pow(v, 2.5)), OF(2.5 * std::pow(v, 1.5)),
        OF(3.75 * std::sqrt(v)), 0.5, 2},
    {"exp", BOTH(exp(a)), OF(std::exp(v)), OF(std::exp(v)), OF(std::exp(v)), -2, 2},
    {"log", BOTH(log(a)), OF(std::log(v)), OF(1 / v), OF(-1 / (v * v)), 0.3, 2},
    {"sqrt", BOTH(sqrt(a)), OF(std::sqrt(v)), OF(0.5 / std::sqrt(v)), OF(-0.25 * std::pow(v, -1.5)),
        0.3, 2},
    {"sin", BOTH(sin(a)), OF(std::sin(v)), OF(std::cos(v)), OF(-std::sin(v)), -4, 4},
    {"cos", BOTH(cos(a)), OF(std::cos(v)), OF(-std::sin(v)), OF(-std::cos(v)), -4, 4},
    {"tan", BOTH(tan(a)), OF(std::tan(v)), OF(1 / std::pow(std::cos(v), 2)),
        OF(2 * std::sin(v) / std::pow(std::cos(v), 3)), -1.2, 1.2},
    {"asin", BOTH(asin(a)), OF(std::asin(v)), OF(std::pow(1 - v * v, -0.5)),
        OF(v* std::pow(1 - v * v, -1.5)), -0.8, 0.8},
    {"acos", BOTH(acos(a)), OF(std::acos(v)), OF(-std::pow(1 - v * v, -0.5)),
        OF(-v* std::pow(1 - v * v, -1.5)), -0.8, 0.8},
    {"atan", BOTH(atan(a)), OF(std::atan(v)), OF(1 / (1 + v * v)),
        OF(-2 * v / std::pow(1 + v * v, 2)), -2, 2},
    {"sinh", BOTH(sinh(a)), OF(std::sinh(v)), OF(std::cosh(v)), OF(std::sinh(v)), -2, 2},
    {"cosh", BOTH(cosh(a)), OF(std::cosh(v)), OF(std::sinh(v)), OF(std::cosh(v)), -2, 2},
    {"tanh", BOTH(tanh(a)), OF(std::tanh(v)), OF(1 / std::pow(std::cosh(v), 2)),
        OF(-2 * std::tanh(v) / std::pow(std::cosh(v), 2)), -2, 2},
    {"abs", BOTH(abs(a)), OF(std::abs(v)), OF(v < 0 ? -1 : 1), OF(0 * v), -2, 2},
    {"min(a, sq)", BOTH(min(a, sq(a))), OF(std::min(v, v* v)), OF(v* v < v ? 2 * v : 1),
        OF(v* v < v ? 2 : 0), -2, 2},
    {"max(a, sq)", BOTH(max(a, sq(a))), OF(std::max(v, v* v)), OF(v* v > v ? 2 * v : 1),
        OF(v* v > v ? 2 : 0), -2, 2},
};

/// An inner function whose derivatives all differ, scaled to range over [from, to].
template <class T>
T inner(const T& x, const T& y, double from, double to)
{
    return 0.5 * (from + to) + (0.1 * (to - from)) * (x + 2.0 * y + x * y + sq(x) - 0.5 * sq(y));
}

bool encloses(const Jet<Interval>& b, const Jet<double>& j)
{
    return b.v.contains(j.v) && b.x.contains(j.x) && b.y.contains(j.y) && b.xx.contains(j.xx)
        && b.xy.contains(j.xy) && b.yy.contains(j.yy);
}

} // namespace

TEST_CASE("jets of one variable equal the closed forms", "[core]")
{
    std::mt19937_64 generator(3);
    for (const Row& f : kRows) {
        INFO(f.name);
        std::uniform_real_distribution<double> at(f.from, f.to);
        for (int i = 0; i < 100; ++i) {
            const double v = at(generator);
            const Jet<double> j = f.jet(Jet<double>::variable_x(v));
            CHECK(j.v == Approx(f.value(v)).epsilon(1e-13).margin(1e-14));
            CHECK(j.x == Approx(f.slope(v)).epsilon(1e-13).margin(1e-14));
            CHECK(j.xx == Approx(f.bend(v)).epsilon(1e-12).margin(1e-13));
            CHECK(j.y == 0);
            CHECK(j.xy == 0);
            CHECK(j.yy == 0);
        }
    }
}

TEST_CASE("jets of compositions equal the chain rule", "[core]")
{
    std::mt19937_64 generator(4);
    std::uniform_real_distribution<double> at(-1, 1);
    for (const Row& f : kRows) {
        INFO(f.name);
        for (int i = 0; i < 50; ++i) {
            const double x = at(generator), y = at(generator), s = 0.1 * (f.to - f.from);
            const Jet<double> j = f.jet(
                inner(Jet<double>::variable_x(x), Jet<double>::variable_y(y), f.from, f.to));
            const double v = inner(x, y, f.from, f.to), g1 = f.slope(v), g2 = f.bend(v);
            const double ux = s * (1 + y + 2 * x), uy = s * (2 + x - y);
            CHECK(j.v == Approx(f.value(v)).epsilon(1e-12).margin(1e-13));
            CHECK(j.x == Approx(g1 * ux).epsilon(1e-12).margin(1e-13));
            CHECK(j.y == Approx(g1 * uy).epsilon(1e-12).margin(1e-13));
            CHECK(j.xx == Approx(g2 * ux * ux + g1 * 2 * s).epsilon(1e-11).margin(1e-12));
            CHECK(j.xy == Approx(g2 * ux * uy + g1 * s).epsilon(1e-11).margin(1e-12));
            CHECK(j.yy == Approx(g2 * uy * uy - g1 * s).epsilon(1e-11).margin(1e-12));
        }
    }
}

TEST_CASE("products and quotients of jets equal central differences", "[core]")
{
    const auto f
        = [](auto x, auto y) { return (x * y + sq(x)) / (2.0 + y * sq(x)) * (x - y) - x / y; };
    using J = Jet<double>;
    const double h = 1e-4;
    for (const auto& [x, y] : {Vec2{0.3, 0.8}, {-1.2, 0.5}, {2, -0.1}}) {
        const J j = f(J::variable_x(x), J::variable_y(y));
        CHECK(j.v == Approx(f(x, y)));
        CHECK(j.x == Approx((f(x + h, y) - f(x - h, y)) / (2 * h)).epsilon(1e-5));
        CHECK(j.y == Approx((f(x, y + h) - f(x, y - h)) / (2 * h)).epsilon(1e-5));
        CHECK(j.xx == Approx((f(x + h, y) - 2 * f(x, y) + f(x - h, y)) / (h * h)).epsilon(1e-4));
        CHECK(j.yy == Approx((f(x, y + h) - 2 * f(x, y) + f(x, y - h)) / (h * h)).epsilon(1e-4));
        CHECK(j.xy
            == Approx((f(x + h, y + h) - f(x + h, y - h) - f(x - h, y + h) + f(x - h, y - h))
                / (4 * h * h))
                   .epsilon(1e-4));
    }
}

TEST_CASE("jets over boxes enclose the jets at their points", "[core]")
{
    std::mt19937_64 generator(5);
    std::uniform_real_distribution<double> at(-1, 1), share(0, 1);
    using J = Jet<double>;
    using B = Jet<Interval>;
    for (const Row& f : kRows) {
        INFO(f.name);
        for (int i = 0; i < 300; ++i) {
            const double x = at(generator), y = at(generator), w = std::pow(share(generator), 4);
            const Interval bx{x, std::min(1.0, x + w)}, by{y, std::min(1.0, y + w)};
            const B bound = f.bound(inner(B::variable_x(bx), B::variable_y(by), f.from, f.to));
            const double px = bx.lo + share(generator) * bx.width(),
                         py = by.lo + share(generator) * by.width();
            REQUIRE(
                encloses(bound, f.jet(inner(J::variable_x(px), J::variable_y(py), f.from, f.to))));
        }
    }
}

TEST_CASE("a kink's slope lies between its sides' slopes", "[core]")
{
    const auto b = abs(Jet<Interval>::variable_x({-1, 2}));
    CHECK(b.x.lo == -1);
    CHECK(b.x.hi == 1);
    CHECK_FALSE(is_finite(b.xx));
}
