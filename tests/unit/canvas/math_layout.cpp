// Where formulas put their parts. Numbers are those of Latin Modern Math's tables as fontTools 4.38
// (ttx -t MATH -t hmtx) prints them, in thousandths of an em.
#include "canvas/math/fonts.hpp"
#include "canvas/math/parser.hpp"
#include "canvas/math/setter.hpp"
#include "support/catch.hpp"

#include <cmath>

using namespace thalweg;
using namespace thalweg::canvas;

namespace {

constexpr double kAxis = 0.250, kRule = 0.040, kSuperscriptUp = 0.363, kSubscriptDown = 0.247,
                 kNumeratorUp = 0.394, kDenominatorDown = 0.345, kRadicalRule = 0.040;

/// A formula in one piece, for a text of which an em of mathematics is 1000.
class Set {
public:
    explicit Set(const std::string& formula)
        : fonts_(context_.get())
    {
        if (!fonts_.face().has_math())
            return;
        for (const MathPiece& piece :
            MathSetter(fonts_, 1000 / 1.1, Weight::regular).pieces(parse_math(formula))) {
            box.width += piece.box.width;
            box.add(piece.box, {box.width - piece.box.width, 0});
        }
    }
    /// Of the first glyph that says so.
    Vec2 at(const std::string& text) const
    {
        for (const MathGlyph& glyph : box.glyphs)
            if (glyph.text == text)
                return 0.001 * glyph.at;
        FAIL("no glyph " << text);
        return {};
    }
    bool has_font() const { return fonts_.face().has_math(); }

    MathBox box{};

private:
    GPtr<PangoFontMap> map_ = project_fonts();
    GPtr<PangoContext> context_{pango_font_map_create_context(map_.get())};
    MathFonts fonts_;
};

bool is_near(double a, double b)
{
    return std::abs(a - b) < 1e-6;
}

} // namespace

TEST_CASE("scripts stand where the font says", "[canvas][math]")
{
    const Set power("x^2"), index("x_i"), cramped("\\sqrt{x^2}");
    if (!power.has_font())
        return;
    CHECK(is_near(power.at("2").y, -kSuperscriptUp));
    CHECK(is_near(index.at("i").y, kSubscriptDown));
    CHECK(is_near(cramped.at("2").y, -0.289));
}

TEST_CASE("scripts have the forms that the font has for them", "[canvas][math]")
{
    // The advances of 2 and of its forms for scripts, and scripts of these.
    const Set plain("2x"), script("x^{2x}"), small("x^{x^{2x}}");
    if (!plain.has_font())
        return;
    const auto advance = [](const Set& set) {
        return set.box.glyphs.back().at.x - set.box.glyphs[set.box.glyphs.size() - 2].at.x;
    };
    CHECK(is_near(0.001 * advance(plain), 0.500));
    CHECK(is_near(0.001 * advance(script), 0.7 * 0.569));
    CHECK(is_near(0.001 * advance(small), 0.5 * 0.681));
}

TEST_CASE("fractions stand on the axis", "[canvas][math]")
{
    const Set small("\\frac{x}{z}"), large("\\dfrac{x}{z}");
    if (!small.has_font())
        return;
    for (const Set* set : {&small, &large}) {
        REQUIRE(set->box.rules.size() == 1);
        const Box& bar = set->box.rules[0];
        CHECK(is_near(0.001 * (bar.y.hi - bar.y.lo), kRule));
        CHECK(is_near(-0.0005 * (bar.y.lo + bar.y.hi), kAxis));
    }
    CHECK(is_near(small.at("x").y, -kNumeratorUp));
    CHECK(is_near(small.at("z").y, kDenominatorDown));
    CHECK(is_near(large.at("x").y, -0.677));
    CHECK(is_near(large.at("z").y, 0.686));
}

TEST_CASE("neighbours stand apart by TeX's classes", "[canvas][math]")
{
    // Advances: 1 of 500, + and = and − of 778, the comma of 278; mu are eighteenths of an em.
    const Set sum("x+1"), sign("-x"), equation("x=1"), small("x^{y+1}"), list("x,1");
    if (!sum.has_font())
        return;
    const double thin = 3 / 18.0, medium = 4 / 18.0, thick = 5 / 18.0;
    CHECK(is_near(sum.at("1").x - sum.at("+").x, 0.778 + medium));
    CHECK(is_near(equation.at("1").x - equation.at("=").x, 0.778 + thick));
    CHECK(is_near(list.at("1").x - list.at(",").x, 0.278 + thin));
    CHECK(is_near(sign.at("x").x, 0.778));
    CHECK(is_near(small.at("1").x - small.at("+").x, 0.7 * 0.778)); // no space in scripts
}

TEST_CASE("a root's rule meets its sign, and signs grow", "[canvas][math]")
{
    const Set root("\\sqrt{x}"), plain("(x)"), fence("\\left( \\dfrac{x}{\\dfrac{y}{z}} \\right)");
    if (!root.has_font())
        return;
    const Box& rule = root.box.rules.at(0);
    CHECK(is_near(0.001 * (rule.y.hi - rule.y.lo), kRadicalRule));
    CHECK(is_near(-rule.y.lo, root.box.ascent - 40)); // the font's extra ascender
    CHECK(plain.box.height() < 1100);
    CHECK(fence.box.height() > 2200);
    CHECK(std::abs(fence.box.ascent - fence.box.descent - 2 * 1000 * kAxis) < 600);
}

TEST_CASE("numbers alone stay in the typeface around them", "[canvas][math]")
{
    const Set number("10^{-3}"), formula("10^{-x}");
    CHECK(number.box.words.size() == 2);
    if (formula.has_font())
        CHECK(formula.box.words.empty());
}
