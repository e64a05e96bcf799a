#include "canvas/typesetter.hpp"

#include "canvas/text_layout.hpp"
#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::canvas;

TEST_CASE("lines of a wrapped text are about equally long, and words stay whole", "[canvas]")
{
    Typesetter type;
    for (const char* text : {"Why momentum matters in narrow valleys",
             "Three optimizers on the Rosenbrock function, one learning rate",
             "Newton's method and its friends"})
        for (const double wrap : {160.0, 220.0, 300.0}) {
            CAPTURE(text, wrap);
            const TextStyle plain{.size = 20, .weight = Weight::bold, .wrap = wrap};
            TextStyle even = plain;
            even.even_lines = true;
            const TextLayout& layout = type.pango().layout(text, even);
            CHECK(layout.size.y == Approx(type.size(text, plain).y));
            CHECK(layout.size.x <= wrap);
            double total = 0;
            for (const TextLine& line : layout.lines)
                total += line.width;
            // No line is longer than a mean one by more than a long word.
            CHECK(layout.size.x <= total / static_cast<double>(layout.lines.size()) + 120);
            const TextStyle narrower{.size = 20, .weight = Weight::bold, .wrap = layout.size.x - 1};
            if (layout.lines.size() > 1)
                CHECK(type.size(text, narrower).y > layout.size.y);
        }
}

TEST_CASE("a word that is wider than a line breaks inside, without a hyphen", "[canvas]")
{
    Typesetter type;
    const TextStyle style{.size = 20, .wrap = 90, .even_lines = true};
    const std::string name = "averyveryverylongname";
    CHECK(type.size(name, style).x <= 90);
    const TextLayout& layout = type.pango().layout(name, style);
    CHECK(layout.lines.size() >= 2);
    int glyphs = 0;
    for (const TextLine& line : layout.lines)
        for (const TextRun& run : line.runs)
            glyphs += run.item->glyphs->num_glyphs;
    CHECK(glyphs == static_cast<int>(name.size()));
}

TEST_CASE("a minus sign, a superscript or another font does not move the line", "[canvas]")
{
    Typesetter type;
    const TextStyle style{.size = 12};
    const double height = type.size("1", style).y, baseline = type.baseline("1", style);
    for (const char* text : {"\u22121", "$10^{-3}$", "$x_1$", "\u2207f", "gjpqy"}) {
        CAPTURE(text);
        CHECK(type.size(text, style).y == Approx(height));
        CHECK(type.baseline(text, style) == Approx(baseline));
    }
    CHECK(type.size("two\nlines", style).y == Approx(2 * height));
}

TEST_CASE("digits are of one width", "[canvas]")
{
    Typesetter type;
    for (const char digit : std::string("023456789"))
        CHECK(type.size(std::string(4, digit), {.size = 15}).x
            == Approx(type.size("1111", {.size = 15}).x));
}

TEST_CASE("text grows with its size alone", "[canvas]")
{
    Typesetter type;
    const Vec2 small = type.size("gradient descent", {.size = 7});
    const Vec2 large = type.size("gradient descent", {.size = 70});
    CHECK(large.x == Approx(10 * small.x).epsilon(2e-3));
    CHECK(large.y == Approx(10 * small.y).epsilon(2e-3));
}

TEST_CASE("text that is no text is measured all the same", "[canvas]")
{
    Typesetter type;
    CHECK(type.size("", {.size = 10}).x == 0);
    CHECK(type.size("a\x01\x02z", {.size = 10}).x == Approx(type.size("az", {.size = 10}).x));
    CHECK(type.size("$a\x01z$", {.size = 10}).x > 0);
    CHECK(type.size("a\xFF\xC0z", {.size = 10}).x == Approx(type.size("az", {.size = 10}).x));
}
