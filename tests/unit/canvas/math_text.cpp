#include "canvas/math_text.hpp"

#include "support/catch.hpp"

using namespace thalweg::canvas;

TEST_CASE("plain text is escaped for markup", "[canvas]")
{
    CHECK(to_markup("a < b & c > d") == "a &lt; b &amp; c &gt; d");
    CHECK(to_markup("costs \\$5") == "costs $5");
    CHECK(to_markup("an unpaired $ sign") == "an unpaired $ sign");
}

TEST_CASE("formulas become symbols, italics, super- and subscripts", "[canvas]")
{
    CHECK(to_markup("momentum, $\\beta = 0.9$") == "momentum, β = 0.9");
    CHECK(to_markup("$x^2$") == "<i>x</i><sup>2</sup>");
    CHECK(to_markup("$x_{10}$") == "<i>x</i><sub>10</sub>");
    CHECK(to_markup("$-\\nabla f$") == "−∇ <i>f</i>");
    CHECK(to_markup("$\\frac{1}{2}$") == "<sup>1</sup>⁄<sub>2</sub>");
    CHECK(to_markup("$10^{-3}$") == "10<sup>−3</sup>");
    CHECK(to_markup("$\\unknown$") == "\\unknown");
    CHECK(to_markup("$x^{unclosed$") == "<i>x</i><sup><i>unclosed</i></sup>");
    CHECK(to_markup("$a < b$") == "<i>a</i> &lt; <i>b</i>");
}
