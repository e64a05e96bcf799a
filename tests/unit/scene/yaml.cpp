#include "scene/yaml.hpp"

#include "core/error.hpp"
#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::scene;

TEST_CASE("values keep their order, text, quotes and places", "[scene]")
{
    const Node root = parse_yaml("b: 1\na: ['2', x, ~]\nπ: {c: \"d\"}\n", "f.yaml");
    REQUIRE(root.entries.size() == 3);
    CHECK(root.entries[0].key == "b");
    CHECK(root.entries[0].value.text == "1");
    CHECK_FALSE(root.entries[0].value.quoted);
    CHECK(root.find("b")->where.text() == "f.yaml:1:4");

    const Node& list = *root.find("a");
    REQUIRE(list.items.size() == 3);
    CHECK(list.items[0].quoted);
    CHECK(list.items[2].type == Node::Type::null);
    CHECK(list.items[1].where.text() == "f.yaml:2:10");
    CHECK(root.find("π")->find("c")->where.text() == "f.yaml:3:8"); // characters, not bytes
}

TEST_CASE("an alias is what it names, at the place of what it names", "[scene]")
{
    const Node root = parse_yaml("a: &x {k: [1, 2]}\nb: *x\nc: &x 3\nd: *x\n", "f.yaml");
    CHECK(root.find("b")->find("k")->items[1].text == "2");
    CHECK(root.find("b")->where.text() == "f.yaml:1:4");
    CHECK(root.find("d")->text == "3"); // a name given again means the nearest before
}

TEST_CASE("a byte order mark is not a part of the first key", "[scene]")
{
    // The file reader takes it off; a lone one inside a text stays.
    CHECK(parse_yaml("a: 1", "f").entries[0].key == "a");
}

TEST_CASE("aliases cannot multiply beyond the budget, however they are nested", "[scene]")
{
    std::string nested = "x: ";
    for (int i = 0; i < 60; ++i)
        nested += "&a" + std::to_string(i) + " [";
    for (int i = 0; i < 20'000; ++i)
        nested += "1,";
    CHECK_THROWS_AS(parse_yaml(nested + std::string(60, ']'), "f"), LimitError);
}

TEST_CASE("a great many keys are read in good time", "[scene]")
{
    std::string text;
    for (int i = 0; i < 40'000; ++i)
        text += "key" + std::to_string(i) + ": 1\n";
    CHECK(parse_yaml(text, "f").entries.size() == 40'000);
}

TEST_CASE("64 levels of nesting are read, 65 are not", "[scene]")
{
    const auto nested
        = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK_NOTHROW(parse_yaml(nested(64), "f"));
    CHECK_THROWS_AS(parse_yaml(nested(65), "f"), SceneError);
    // Through aliases as well: 40 around 40.
    const std::string twice
        = "a: &a " + nested(40) + "\nb: " + std::string(40, '[') + "*a" + std::string(40, ']');
    CHECK_THROWS_AS(parse_yaml(twice, "f"), SceneError);
}
