#include "support/catch.hpp"
#include "unit/surface/made.hpp"

#include "surface/formula/formula_error.hpp"
#include "surface/formula/parser.hpp"
#include "surface/formula/typeset.hpp"

#include <random>

using namespace thalweg;
using namespace thalweg::surface;
using namespace nodes;

namespace {

double value(const std::string& text, double x = 0.7, double y = -1.3)
{
    return parse_formula(text, {{"a", 2}, {"b_1", 0.5}}).evaluate(x, y);
}

std::string error(const std::string& text)
{
    try {
        parse_formula(text, {{"a", 2}});
    } catch (const FormulaError& e) {
        return e.what();
    }
    return "";
}

Node formula(const std::string& text)
{
    return mapping({{"kind", scalar("formula")}, {"formula", quoted(text)}});
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

TEST_CASE("errors in formulas name the column", "[formula]")
{
    CHECK(error("x + 1 z")
        == "in formula, column 7: expected an operator before \"z\" (products are written 2*x)");
    CHECK(error("x + 2*z") == "in formula, column 7: unknown name \"z\" (did you mean \"x\"?)");
    CHECK(error("1 + sinn(x)")
        == "in formula, column 5: unknown name \"sinn\" (did you mean \"sin\"?)");
    CHECK(error("2x")
        == "in formula, column 2: expected an operator before \"x\" (products are written 2*x)");
    CHECK(error("(x + 1")
        == "in formula, column 7: expected \")\" for the \"(\" of column 1 before the end");
    CHECK(error("x + 1)") == "in formula, column 6: there is no \"(\" for this \")\"");
    CHECK(error("x + ") == "in formula, column 5: expected a number, a name or \"(\", not the end");
    CHECK(error("") == "in formula, column 1: expected a number, a name or \"(\", not the end");
    CHECK(error("x ** 2")
        == "in formula, column 4: expected a number, a name or \"(\", not \"*\" (powers are "
           "written x^2)");
    CHECK(error("sin x") == "in formula, column 5: expected \"(\" after sin, not \"x\"");
    CHECK(error("sin()") == "in formula, column 5: expected a number, a name or \"(\", not \")\"");
    CHECK(error("min(x)")
        == "in formula, column 6: expected \",\" for the \"(\" of column 4 before \")\"");
    CHECK(error("sin(x, y)")
        == "in formula, column 6: expected \")\" for the \"(\" of column 4 before \",\"");
    CHECK(error("x² + y") == "in formula, column 2: unexpected character \"²\"");
    CHECK(error("x $ y") == "in formula, column 3: unexpected character \"$\"");
    CHECK(error("x + .") == "in formula, column 5: a lone \".\" is no number");
    CHECK(error("1e999 + x") == "in formula, column 1: this number is too large or too small");
    CHECK(error("x + 1/0") == "in formula, column 6: this constant is not a finite number");
    CHECK(error("log(-1) * x") == "in formula, column 1: this constant is not a finite number");
    CHECK(error("1..2")
        == "in formula, column 3: expected an operator before \".2\" (products are written 2*x)");
}

TEST_CASE("hostile formulas end in an error", "[formula]")
{
    const auto repeated = [](const std::string& part, std::size_t n) {
        std::string text;
        for (std::size_t i = 0; i < n; ++i)
            text += part;
        return text;
    };
    CHECK(error(repeated("(", 100000) + "x" + repeated(")", 100000))
        == "in formula, column 10001: the formula is longer than 10000 characters");
    CHECK(error(repeated("(", 4000) + "x" + repeated(")", 4000))
        == "in formula, column 201: more than 200 levels deep");
    CHECK(error(repeated("-", 9000) + "x") == "in formula, column 201: more than 200 levels deep");
    CHECK(error(repeated("x^", 4000) + "x").find("more than 200 levels deep") != std::string::npos);
    CHECK(
        error(repeated("sin(", 1900) + "x" + repeated(")", 1900)).find("more than 200 levels deep")
        != std::string::npos);
    CHECK(error(repeated("+x", 4000)).empty());
    CHECK(error(repeated("+x", 4999)).find("more than 4096 operations") != std::string::npos);
    CHECK(error(repeated("x+y*", 2000) + "x").empty());
    CHECK(error(repeated("(", 190) + "x" + repeated(")", 190)).empty());
}

TEST_CASE("random characters never crash the parser", "[formula]")
{
    std::mt19937_64 generator(13);
    const std::string alphabet = "xy+-*/^(),. 0123456789eE@sincomxpilog\xC2\xB2\xFF";
    int good = 0;
    for (int i = 0; i < 50000; ++i) {
        std::string text;
        for (std::size_t k = generator() % 24; k > 0; --k)
            text += alphabet[generator() % alphabet.size()];
        try {
            parse_formula(text, {}).evaluate(0.5, 0.25);
            ++good;
        } catch (const FormulaError&) {
        }
    }
    CHECK(good > 100);
}

TEST_CASE("a formula in a scene", "[formula]")
{
    const Node node = mapping({{"kind", scalar("formula")}, {"formula", quoted("a*x^2 + y^2")},
        {"constants", mapping({{"a", scalar("3")}})},
        {"domain", mapping({{"x", list({"-1", "4"})}, {"y", list({"0", "2"})}})}});
    const SurfacePtr f = made(node);
    CHECK(f->value({2, 1}) == 13);
    CHECK(f->facts().domain == Box{{-1, 4}, {0, 2}});
    CHECK(f->facts().formula == "$a x^{2} + y^{2}$");
    CHECK(f->has_bounds());

    CHECK(complaint(scalar("formula"))
        == "scene.yaml:1:10: a formula is missing, such as formula: \"x^2 + y^2\"");
    CHECK(complaint(formula("x + zeta"))
        == "scene.yaml:2:10: in formula, column 5: unknown name \"zeta\"");
    const auto constants = [](const std::string& name, Node v) {
        return complaint(mapping({{"kind", scalar("formula")}, {"formula", quoted("x")},
            {"constants", mapping({{name, std::move(v)}})}}));
    };
    CHECK(constants("x", scalar("1"))
        == "scene.yaml:1:1: \"x\" means something in every formula; choose another name");
    CHECK(constants("pi", scalar("3"))
        == "scene.yaml:1:1: \"pi\" means something in every formula; choose another name");
    CHECK(constants("sin", scalar("3")).find("choose another name") != std::string::npos);
    CHECK(constants("2a", scalar("1"))
        == "scene.yaml:1:1: \"2a\" is no name: letters, digits and _ only");
    CHECK(
        constants("a", scalar("big")) == "scene.yaml:1:10: a must be a finite number, not \"big\"");
    CHECK(complaint(mapping(
              {{"kind", scalar("formula")}, {"formula", quoted("x")}, {"constants", list({"1"})}}))
        == "scene.yaml:3:10: constants must be a mapping of names to numbers, such as {a: 1}");
    CHECK(complaint(mapping({{"kind", scalar("formula")}, {"formula", quoted("x")},
              {"domain", mapping({{"x", list({"3", "1"})}, {"y", list({"0", "1"})}})}}))
        == "scene.yaml:1:10: x must rise: [3, 1] does not");
}

TEST_CASE("division by zero on the domain gives infinity, unbounded, and no more", "[formula]")
{
    const SurfacePtr f = made(formula("1/x"));
    CHECK(f->value({0, 1}) == std::numeric_limits<double>::infinity());
    CHECK(f->bound({{-1, 1}, {0, 1}}).hi == std::numeric_limits<double>::infinity());
    CHECK(f->bound({{1, 2}, {0, 1}}).contains(0.75));
}

TEST_CASE("a formula as a text holds it", "[formula]")
{
    const auto [written, typeset] = GENERATE(table<std::string, std::string>({
        {"2*x*y - x^2", "$2 x y - x^{2}$"},
        {"(1-x)^2 + 100*(y-x^2)^2", "$(1 - x)^{2} + 100\\,(y - x^{2})^{2}$"},
        {"2*3*x", "$2 \\cdot 3 x$"},
        {"x - (y - 1)", "$x - (y - 1)$"},
        {"x*-y", "$x\\,(-y)$"},
        {"-x^2", "$-x^{2}$"},
        {"(x+1)/y", "$\\dfrac{x + 1}{y}$"},
        {"1/(1+1/x)", "$\\dfrac{1}{1 + \\frac{1}{x}}$"},
        {"sin(x)^2", "$\\sin^{2}(x)$"},
        {"sqrt(abs(x))", "$\\sqrt{\\left|x\\right|}$"},
        {"exp(-x^2)", "$e^{-x^{2}}$"},
        {"exp(-(x^2 + y^2)/2)", "$e^{-(x^{2} + y^{2})/2}$"},
        {"exp(x/2*y)", "$e^{(x/2) y}$"},
        {"exp(x/(2*y))", "$e^{x/(2 y)}$"},
        {"exp(1 - x/2)", "$e^{1 - x/2}$"},
        {"-(x + 1)/2*y", "$-\\dfrac{x + 1}{2} y$"},
        {"2 - -x/y", "$2 - \\left(-\\dfrac{x}{y}\\right)$"},
        {"x/-y", "$\\dfrac{x}{-y}$"},
        {"mod(x, 2)", "$\\operatorname{mod}(x, 2)$"},
        {"1e-3*x", "$10^{-3} x$"},
        {"floor(x)", "$\\left\\lfloor x\\right\\rfloor$"},
    }));
    CHECK(typeset_formula(written) == typeset);
}
