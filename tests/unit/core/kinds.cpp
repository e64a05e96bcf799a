#include "core/kinds.hpp"
#include "support/catch.hpp"
#include "support/nodes.hpp"

using namespace thalweg;
using namespace nodes;

namespace {

constexpr Kind<double> kShapes[] = {
    {"square", "one number",
        [](Options& o) { return o.number("side", 2, {.above = 0}, "length"); }},
    {"disc", "another",
        [](Options& o) { return o.number("radius", 3, {.above = 0}, "half a width"); }},
};
const std::span<const Kind<double>> kTable = kShapes;

std::string complaint(const Node& node)
{
    Problems problems;
    make_kind(node, "shape", kTable, problems);
    return problems.empty() ? "" : problems.list().front().text();
}

} // namespace

TEST_CASE("a kind is made from a bare name or a mapping", "[core]")
{
    Problems problems;
    CHECK(make_kind(scalar("disc"), "shape", kTable, problems) == 3.0);
    CHECK(make_kind(mapping({{"kind", scalar("square")}, {"side", scalar("7")}}), "shape", kTable,
              problems)
        == 7.0);
    CHECK(problems.empty());
}

TEST_CASE("what names no kind is located, with a suggestion", "[core]")
{
    CHECK(complaint(scalar("sqare"))
        == "scene.yaml:1:10: unknown shape \"sqare\" (did you mean \"square\"?)");
    CHECK(complaint(mapping({{"side", scalar("7")}}))
        == "scene.yaml:1:1: shape must be a name or a mapping with \"kind\"");
    CHECK(complaint(list({"disc"}))
        == "scene.yaml:1:10: shape must be a name or a mapping with \"kind\"");
    CHECK(complaint(mapping({{"kind", scalar("disc")}, {"radios", scalar("1")}}))
        == "scene.yaml:2:1: unknown key \"radios\" (did you mean \"radius\"?)");
}

TEST_CASE("kinds describe their options", "[core]")
{
    CHECK(names(kTable) == std::vector<std::string>{"square", "disc"});
    REQUIRE(describe(kTable[1]).size() == 1);
    CHECK(describe(kTable[1])[0].key == "radius");
}
