#include "support/catch.hpp"
#include "unit/surface/made.hpp"

#include "surface/formula/parser.hpp"

#include <random>

using namespace thalweg;
using namespace thalweg::surface;
using namespace nodes;

namespace {

double value(const std::string& text, double x = 0.7, double y = -1.3)
{
    return parse_formula(text, {{"a", 2}, {"b_1", 0.5}}).evaluate(x, y);
}

/// Formulas with what the compiler makes of the same expression.
struct Row {
    std::string text;
    double (*value)(double x, double y);
};

#define SAME(expression)                                                                           \
    Row                                                                                            \
    {                                                                                              \
#expression,                                                                               \
            []([[maybe_unused]] double x,                                                          \
                [[maybe_unused]] double y) -> double { return expression; }                        \
    }
using std::abs, std::acos, std::asin, std::atan, std::cos, std::cosh, std::exp, std::log, std::max,
    std::min, std::sin, std::sinh, std::sqrt, std::tan, std::tanh;

const Row kSame[] = {
    SAME(1 - x - y),
    SAME(x - (y - 2)),
    SAME(2 * x / y / 3 * x),
    SAME(x / (y * y)),
    SAME(-x * -y - -1),
    SAME((1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)),
    SAME(sin(x) * cos(y) + tan(x / 3)),
    SAME(asin(x / 9) + acos(y / 9) + atan(x * y)),
    SAME(sinh(x) - cosh(y) * tanh(x + y)),
    SAME(exp(-x* x) + log(1 + y * y)),
    SAME(sqrt(abs(x - y)) + sqrt(2.25)),
    SAME(min(x, y) + 2 * max(x, y* y)),
    SAME(1e-3 * x + .5 * y + 2. * 1.5e1),
    SAME(((((x))))),
    SAME(+x - +y),
    SAME(min(max(x, -1.0), 1.0)),
};

const Row kPowers[] = {
    {"x^2", [](double x, double) { return x * x; }},
    {"-x^2", [](double x, double) { return -(x * x); }},
    {"(-x)^3", [](double x, double) { return -(x * x * x); }},
    {"x^-2", [](double x, double) { return 1 / (x * x); }},
    {"2^3^2", [](double, double) { return 512.0; }},
    {"2^-x", [](double x, double) { return std::pow(2, -x); }},
    {"2*x^2*y", [](double x, double y) { return 2 * x * x * y; }},
    {"(1+x^2)^0.5", [](double x, double) { return std::sqrt(1 + x * x); }},
    {"(1+x^2)^1.7", [](double x, double) { return std::pow(1 + x * x, 1.7); }},
    {"(1+x^2)^y", [](double x, double y) { return std::pow(1 + x * x, y); }},
    {"x^7 + y^12", [](double x, double y) { return std::pow(x, 7) + std::pow(y, 12); }},
    {"x^0 + x^1", [](double x, double) { return 1 + x; }},
    {"e^x + pi*a + b_1", [](double x, double) { return std::exp(x) + 6.283185307179586 + 0.5; }},
    {"ln(e) + log(e^2)", [](double, double) { return 3.0; }},
    {"a^b_1 * x", [](double x, double) { return std::sqrt(2.0) * x; }},
    {" x\n +\ty ", [](double x, double y) { return x + y; }},
};

} // namespace

TEST_CASE("formulas give what a compiler makes of them", "[formula]")
{
    std::mt19937_64 generator(9);
    std::uniform_real_distribution<double> at(-3, 3);
    const auto check = [&](const Row& row) {
        INFO(row.text);
        for (int i = 0; i < 100; ++i) {
            const double x = at(generator), y = at(generator);
            CHECK(value(row.text, x, y) == Approx(row.value(x, y)).epsilon(1e-13).margin(1e-13));
        }
    };
    for (const Row& row : kSame)
        check(row);
    for (const Row& row : kPowers)
        check(row);
}

TEST_CASE("a formula over every number type equals the built-in surface", "[formula]")
{
    const SurfacePtr own = made(formula("(1-x)^2 + 100*(y-x^2)^2")), built_in = made("rosenbrock");
    std::mt19937_64 generator(10);
    std::uniform_real_distribution<double> at(-2, 2);
    for (int i = 0; i < 500; ++i) {
        const Vec2 p{at(generator), at(generator)};
        CHECK(own->value(p) == built_in->value(p));
        const Jet<double> a = own->jet(p), b = built_in->jet(p);
        CHECK(a.x == Approx(b.x));
        CHECK(a.xy == Approx(b.xy));
        CHECK(a.yy == Approx(b.yy));
        const Box box{{p.x, p.x + 0.1}, {p.y, p.y + 0.1}};
        CHECK(own->bound(box).lo == Approx(built_in->bound(box).lo).margin(1e-9));
        CHECK(own->bound(box).hi == Approx(built_in->bound(box).hi));
        CHECK(own->bound_jet(box).xx.lo == Approx(built_in->bound_jet(box).xx.lo).margin(1e-9));
        CHECK(own->bound_jet(box).x.hi == Approx(built_in->bound_jet(box).x.hi).margin(1e-9));
    }
}

TEST_CASE("bounds of formulas enclose samples", "[formula]")
{
    std::mt19937_64 generator(12);
    std::uniform_real_distribution<double> at(-2, 2), share(0, 1);
    for (const std::string text : {"sin(x*y) + cos(x-y)^3", "exp(-x^2) / (1 + y^2)",
             "x^5 - y^4 + abs(x*y)", "sqrt(1 + x^2 + y^2) * tanh(x)", "max(x, y)^2 - min(x, -y)",
             "(2 + sin(x))^y", "atan(x) * log(5 + y) + x^-2"}) {
        INFO(text);
        const SurfacePtr f = made(formula(text));
        for (int i = 0; i < 200; ++i) {
            const double w = std::pow(share(generator), 3);
            const Vec2 p{at(generator), at(generator)};
            const Box box{{p.x, p.x + w}, {p.y, p.y + w}};
            const Interval bound = f->bound(box);
            const Jet<Interval> jets = f->bound_jet(box);
            for (int k = 0; k < 20; ++k) {
                const Jet<double> j
                    = f->jet({box.x.at(share(generator)), box.y.at(share(generator))});
                const double e
                    = 1e-11 * (1 + std::abs(j.v) + std::abs(j.x) + std::abs(j.xx) + std::abs(j.yy));
                const auto holds
                    = [e](const Interval& b, double v) { return b.lo - e <= v && v <= b.hi + e; };
                REQUIRE(holds(bound, j.v));
                REQUIRE(holds(jets.v, j.v));
                REQUIRE(holds(jets.x, j.x));
                REQUIRE(holds(jets.y, j.y));
                REQUIRE(holds(jets.xx, j.xx));
                REQUIRE(holds(jets.xy, j.xy));
                REQUIRE(holds(jets.yy, j.yy));
            }
        }
    }
}

TEST_CASE("rows of formulas are their values, whatever varies along them", "[formula]")
{
    for (const std::string text : {"x", "y", "3", "x + y", "y - x", "sin(y) * x", "2^x", "(2+x)^y",
             "x^3 + x^4 + x^5", "-x / y", "min(x, y) + max(1, x) + max(y, 1)", "exp(y)",
             "sqrt(abs(x)) + log(2+x) + tan(x)+asin(x/9)+acos(x/9)",
             "atan(x)+sinh(x)+cosh(x)+tanh(x)+cos(x)+exp(x)+(3+x)^1.5"}) {
        INFO(text);
        const Program f = parse_formula(text, {});
        for (const std::size_t n : {1u, 2u, 127u, 128u, 129u, 400u}) {
            std::vector<double> row(n);
            f.sample_row({-1.5, 1.5}, 0.75, row);
            for (std::size_t i = 0; i < n; ++i) {
                const double x = n > 1
                    ? -1.5 + static_cast<double>(i) * (3.0 / static_cast<double>(n - 1))
                    : -1.5;
                CHECK(row[i] == Approx(f.evaluate(x, 0.75)).epsilon(1e-15));
            }
        }
    }
}

TEST_CASE("constants are folded and repeated parts computed once", "[formula]")
{
    CHECK(parse_formula("2*pi/3 + sin(1)^2", {}).instructions().size() == 1);
    CHECK(parse_formula("x^2 + x^2 + x*x", {}).instructions().size() == 4); // x, x², twice, sum
    CHECK(parse_formula("x + 0 - 0 + 1*x/1", {}).instructions().size() == 2);
    CHECK(parse_formula("--x", {}).instructions().size() == 1);
}

TEST_CASE("a formula is undefined at its poles, alone and inside of other functions", "[formula]")
{
    const std::string text = GENERATE("1/x", "atan(1/x)", "log(x)", "atan(log(x))", "x^(-0.5)",
        "exp(-1/x^2)", "atan(1/floor(x))", "tanh(x^(-2))");
    CAPTURE(text);
    const SurfacePtr f = made(formula(text.c_str()));
    CHECK(std::isnan(f->value({0, 1})));
    CHECK(std::isnan(f->jet({0, 1}).v));
    CHECK(std::isfinite(f->value({1, 1})));
    std::array<double, 3> row{};
    f->sample_row({-1, 1}, 1, row);
    CHECK(std::isnan(row[1]));
    CHECK(f->definedness({{0, 0}, {1, 1}}) < Definedness::defined);
    CHECK(f->definedness({{-0.25, 0.25}, {0, 1}}) < Definedness::defined);
}

TEST_CASE("bounds beside a pole are tight, across it they are unbounded", "[formula]")
{
    const SurfacePtr f = made(formula("1/x"));
    CHECK(f->bound({{-1, 1}, {0, 1}}).hi == std::numeric_limits<double>::infinity());
    CHECK(f->bound({{1, 2}, {0, 1}}).contains(0.75));
}
