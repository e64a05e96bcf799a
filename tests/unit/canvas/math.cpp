#include "canvas/math/formulas.hpp"
#include "canvas/math/linear.hpp"
#include "canvas/typesetter.hpp"
#include "support/catch.hpp"

using namespace thalweg::canvas;

TEST_CASE("formulas in one line of plain characters", "[canvas][math]")
{
    CHECK(linear_text("momentum, $\\beta = 0.9$") == "momentum, β = 0.9");
    CHECK(linear_text("$x^2$ and $x_{10}$") == "x² and x₁₀");
    CHECK(linear_text("$-\\nabla f$") == "−∇f");
    CHECK(linear_text("$\\frac{a+b}{2}$") == "(a + b)/2");
    CHECK(linear_text("$\\sqrt{x}$") == "√x");
    CHECK(linear_text("$a \\operatorname{mod} b$") == "a mod b");
    CHECK(linear_text("$10^{-3}$") == "10⁻³");
    CHECK(linear_text("costs \\$5, an unpaired $ sign") == "costs $5, an unpaired $ sign");
}

TEST_CASE("broken formulas are told with their place", "[canvas][math]")
{
    const auto fault_at = [](std::string_view text) { return formula_fault(text)->at; };
    CHECK(!formula_fault("$\\frac{1}{1+\\frac{1}{x}}$ \\$ $"));
    CHECK(fault_at("a $x^{2$") == 5);
    CHECK(fault_at("$\\frac{1}$") == 9);
    CHECK(fault_at("$x \\right)$") == 3);
    CHECK(fault_at("$\\left( x$") == 1);
    CHECK(fault_at("$\\nabal$") == 1);
    CHECK(formula_fault("$\\nabal$")->message.find("\\nabla") != std::string::npos);
    CHECK(formula_fault("$x^2^3$"));
    CHECK(fault_at("$\\operatorname{a b}$") == 1);
    CHECK(formula_fault("$" + std::string(500, '{') + "$"));
    CHECK(formula_fault("$\\begin{pmatrix} a & b$"));
    CHECK(!formula_fault("$\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} x'^2 \\sqrt[3]{y}$"));
}

TEST_CASE("a fraction is higher than a line, a power is not", "[canvas][math]")
{
    Typesetter type;
    const TextStyle style{.size = 20};
    CHECK(type.size("$x^2$", style).y == type.size("x", style).y);
    CHECK(type.size("$\\frac{x}{y}$", style).y > type.size("x", style).y);
}
