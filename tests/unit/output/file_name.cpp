#include "output/file_name.hpp"

#include "support/catch.hpp"

using namespace thalweg::output;

TEST_CASE("names stay below the output folder and name files", "[output]")
{
    const std::string most(255, 'n');
    for (const std::string& good : {std::string("a"), std::string("a/b.svg"), std::string("./a..b"),
             std::string("Größe 1.svg"), most, most + "/" + most})
        CHECK(file_name_fault(good).empty());
    for (const std::string& bad : {std::string(""), std::string("."), std::string("a/"),
             std::string("/a"), std::string("../a"), std::string("a/../../b"), std::string("a\nb"),
             most + "n", "%04d" + most.substr(0, 250), std::string(2049, '/')})
        CHECK_FALSE(file_name_fault(bad).empty());
}

TEST_CASE("names clash where one file would take another's place", "[output]")
{
    const auto clash = [](const std::string& a, const std::string& b) {
        CHECK(names_clash(a, b) == names_clash(b, a));
        return names_clash(a, b);
    };
    CHECK(clash("a.svg", "./a.svg"));
    CHECK(clash("a", "a/b.svg"));
    CHECK(clash("f-%04d.png", "f-0001.png"));
    CHECK(clash("f-%04d.png", "f-%d.png"));
    CHECK(clash("f-%d.png", "f-1%d.png")); // f-11.png
    CHECK_FALSE(clash("a.svg", "A.svg"));
    CHECK_FALSE(clash("a", "ab/c"));
    CHECK_FALSE(clash("f-%d.png", "f-x.png"));
    CHECK_FALSE(clash("f-%d.png", "g/f-1.png"));
    CHECK_FALSE(clash("f-%d.png", "g-%d.png"));
    CHECK_FALSE(clash("100%.svg", "100%.pdf"));
}
