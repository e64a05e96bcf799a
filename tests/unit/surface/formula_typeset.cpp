#include "support/catch.hpp"

#include "surface/formula/typeset.hpp"

using namespace thalweg::surface;

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
