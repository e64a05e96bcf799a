#include "panel/fitted_names.hpp"

#include "canvas/text_units.hpp"
#include "canvas/typesetter.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

using namespace thalweg;
using namespace thalweg::panel;

namespace {

using Words = std::vector<std::string>;

struct Setup {
    canvas::Typesetter type{};

    std::vector<NameLines> fitted(const Words& names, double width, std::size_t lines = 2)
    {
        const NameRoom room{.width = width, .size = 12, .lines = lines, .metrics = type};
        const std::vector<NameLines> all = fitted_names(names, room);
        for (const NameLines& one : all) {
            CHECK(one.size() <= lines);
            for (const std::string& line : one) {
                INFO(line);
                CHECK(type.size(line, {.size = 12}).x <= width);
                CHECK_FALSE(line.empty());
            }
        }
        CHECK(
            std::set(all.begin(), all.end()).size() == std::set(names.begin(), names.end()).size());
        return all;
    }
};

} // namespace

TEST_CASE("names that fit are left alone", "[panel][names]")
{
    Setup setup;
    CHECK(setup.fitted({"Adam", "gradient descent"}, 100)
        == std::vector<NameLines>{{"Adam"}, {"gradient descent"}});
    CHECK(setup.fitted({"gradient descent", "Adam"}, 60)
        == std::vector<NameLines>{{"gradient", "descent"}, {"Adam"}});
}

TEST_CASE("names that are too long lose their middle", "[panel][names]")
{
    Setup setup;
    const std::string name
        = "a very long name indeed that never ends and goes on and on until the page is full";
    const NameLines lines = setup.fitted({name}, 120).front();
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].starts_with("a very long"));
    CHECK(lines[1].ends_with("page is full"));
    CHECK((lines[0] + lines[1]).find("…") != std::string::npos);
    const NameLines one = setup.fitted({name}, 120, 1).front();
    CHECK(one[0].starts_with("a very"));
    CHECK(one[0].ends_with("is full"));
}

TEST_CASE("shortened names stay different wherever they differ", "[panel][names]")
{
    Setup setup;
    const std::string fill(60, 'm');
    for (const double width : {40.0, 80.0, 120.0})
        for (const std::size_t lines : {1U, 2U}) {
            setup.fitted({"a" + fill, "b" + fill, "c" + fill}, width, lines);
            setup.fitted({fill + "a", fill + "b", fill + "c"}, width, lines);
            setup.fitted({fill + "a" + fill, fill + "b" + fill, fill + "c" + fill}, width, lines);
            Words many;
            for (int i = 0; i < 24; ++i)
                many.push_back(fmt::format("{} no. {} {}", fill, i, fill));
            setup.fitted(many, width, lines);
        }
}

TEST_CASE("equal names stay equal", "[panel][names]")
{
    Setup setup;
    const std::string name = "one name of two experiments that is too long";
    const auto both = setup.fitted({name, "other", name}, 60);
    CHECK(both[0] == both[2]);
}

TEST_CASE("no cut parts a letter from its marks, or a formula", "[panel][names]")
{
    CHECK(canvas::text_units("ae\u0301i") == Words{"a", "e\u0301", "i"});
    CHECK(canvas::text_units("β $x + y$ 👩‍🚀")
        == Words{"β", " ", "$x + y$", " ", "👩‍🚀"});
    CHECK(canvas::text_units("5 $ each") == Words{"5", " ", "$", " ", "e", "a", "c", "h"});
    CHECK(canvas::text_units("").empty());
    Setup setup;
    std::string marks;
    for (int i = 0; i < 40; ++i)
        marks += "e\u0301\u0323 ";
    const NameLines of_marks = setup.fitted({marks}, 50).front();
    for (const std::string& line : of_marks)
        for (const std::string& unit : canvas::text_units(line))
            CHECK((unit == " " || unit == "…" || unit == "e\u0301\u0323"));
    const NameLines of_formulas
        = setup.fitted({"momentum with $\\beta = 0.9$ and more words than fit $x^2$"}, 80).front();
    for (const std::string& line : of_formulas)
        CHECK(std::ranges::count(line, '$') % 2 == 0);
    setup.fitted(
        {"漢字カナ한글漢字カナ한글漢字カナ한글漢字カナ한글", "العربية العربية العربية العربية"},
        60);
}
