#include "support/catch.hpp"
#include "unit/surface/made.hpp"

#include "surface/formula/formula_error.hpp"
#include "surface/formula/parser.hpp"

#include <random>

using namespace thalweg;
using namespace thalweg::surface;
using namespace nodes;

namespace {

std::string error(const std::string& text)
{
    try {
        parse_formula(text, {{"a", 2}});
    } catch (const FormulaError& e) {
        return e.what();
    }
    return "";
}

} // namespace

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
