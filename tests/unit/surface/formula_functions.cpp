#include "support/catch.hpp"
#include "unit/surface/made.hpp"

#include "surface/formula/names.hpp"
#include "surface/formula/parser.hpp"

#include <random>

#include <fmt/format.h>

using namespace thalweg;
using namespace thalweg::surface;

namespace {

Program call_of(const FormulaFunction& function)
{
    const char* operands = function.operands == 1 ? "x" : "x, y";
    return parse_formula(fmt::format("{}({})", function.name, operands), {});
}

/// The change that is left of a function's change between two points, after the halves that change
/// most were taken often: that of a jump, where there is one.
double remaining_change(const Program& f, Vec2 a, Vec2 b)
{
    double from = f.evaluate(a.x, a.y), to = f.evaluate(b.x, b.y);
    for (int i = 0; i < 50; ++i) {
        const Vec2 m = 0.5 * (a + b);
        const double middle = f.evaluate(m.x, m.y);
        if (std::abs(middle - from) > std::abs(to - middle))
            b = m, to = middle;
        else
            a = m, from = middle;
    }
    return std::abs(to - from);
}

} // namespace

TEST_CASE("bounds of every function of formulas enclose values and derivatives", "[formula]")
{
    std::mt19937_64 generator(21);
    std::uniform_real_distribution<double> at(-4, 4), share(0, 1);
    for (const FormulaFunction& function : formula_functions()) {
        INFO(function.name);
        const Program f = call_of(function);
        for (int i = 0; i < 2000; ++i) {
            // Some boxes begin at whole numbers and halves, where functions jump.
            const auto low
                = [&] { return i % 4 ? at(generator) : std::round(2 * at(generator)) / 2; };
            const Vec2 p{low(), low()};
            const double w = 2 * std::pow(share(generator), 4);
            const Interval x{p.x, p.x + w}, y{p.y, p.y + w};
            const Interval bound = f.evaluate(x, y);
            const auto jets
                = f.evaluate(Jet<Interval>::variable_x(x), Jet<Interval>::variable_y(y));
            const Definedness proof = f.evaluate(DecoratedInterval{x, Definedness::continuous},
                                           DecoratedInterval{y, Definedness::continuous})
                                          .proof;
            for (int k = 0; k < 12; ++k) {
                const Vec2 q = k < 4 ? Vec2{k % 2 ? x.hi : x.lo, k / 2 ? y.hi : y.lo}
                                     : Vec2{p.x + w * share(generator), p.y + w * share(generator)};
                const double v = f.evaluate(q.x, q.y);
                INFO("at " << q.x << ", " << q.y << " of [" << x.lo << ", " << x.hi << "] x ["
                           << y.lo << ", " << y.hi << "]");
                if (proof >= Definedness::defined)
                    REQUIRE_FALSE(std::isnan(v));
                if (proof == Definedness::nowhere)
                    REQUIRE_FALSE(std::isfinite(v));
                if (std::isnan(v))
                    continue;
                REQUIRE(bound.contains(v));
                const Jet<double> j
                    = f.evaluate(Jet<double>::variable_x(q.x), Jet<double>::variable_y(q.y));
                const double e = 1e-12 * (1 + std::abs(j.x) + std::abs(j.xx) + std::abs(j.y));
                const auto holds = [e](const Interval& a, double d) {
                    return !std::isfinite(d) || (a.lo - e <= d && d <= a.hi + e);
                };
                REQUIRE(holds(jets.x, j.x));
                REQUIRE(holds(jets.y, j.y));
                REQUIRE(holds(jets.xx, j.xx));
            }
        }
    }
}

TEST_CASE("no function of formulas is called continuous across a jump", "[formula]")
{
    std::mt19937_64 generator(22);
    std::uniform_real_distribution<double> at(-4, 4), share(0, 1);
    for (const FormulaFunction& function : formula_functions()) {
        INFO(function.name);
        const Program f = call_of(function);
        int proven = 0;
        for (int i = 0; i < 2000; ++i) {
            const Vec2 a{at(generator), at(generator)};
            const double w = 2 * std::pow(share(generator), 3);
            const Vec2 b = a + Vec2{w, w * share(generator)};
            const auto over = [](double low, double high) {
                return DecoratedInterval{{low, high}, Definedness::continuous};
            };
            if (f.evaluate(over(a.x, b.x), over(a.y, b.y)).proof != Definedness::continuous)
                continue;
            ++proven;
            REQUIRE(remaining_change(f, a, b) < 1e-6);
            REQUIRE(remaining_change(f, {a.x, b.y}, {b.x, a.y}) < 1e-6);
        }
        CHECK(proven > 100);
    }
}

TEST_CASE("functions that jump are level between their jumps", "[formula]")
{
    const auto value = [](const char* text, double x, double y = 0) {
        return parse_formula(text, {}).evaluate(x, y);
    };
    const auto slope = [](const char* text, double x, double y) {
        const Jet<double> j = parse_formula(text, {}).evaluate(
            Jet<double>::variable_x(x), Jet<double>::variable_y(y));
        return gradient(j);
    };
    for (const char* text : {"floor(x)", "ceil(x)", "round(x)", "sign(x)", "floor(x*y)"})
        CHECK(slope(text, 1.7, 0.3) == Vec2{0, 0});
    CHECK(slope("x - floor(x)", 1.7, 0) == Vec2{1, 0});
    CHECK(slope("mod(x, y)", 7, 3) == Vec2{1, -2});
    CHECK(value("floor(x)", -1.5) == -2);
    CHECK(value("ceil(x)", -1.5) == -1);
    CHECK(value("round(x)", -1.5) == -2);
    CHECK(value("sign(x)", -1.5) == -1);
    CHECK(value("mod(x, 3)", 7) == 1);
    CHECK(value("mod(x, 3)", -7) == 2);
    CHECK(value("mod(x, -3)", 7) == -2);
    CHECK(std::isnan(value("mod(x, y)", 7, 0)));
    CHECK(value("hypot(x, y)", 3, -4) == 5);
    CHECK(value("pi + e", 0) == Approx(3.141592653589793 + 2.718281828459045));
}
