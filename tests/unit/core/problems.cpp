#include "core/problems.hpp"
#include "support/catch.hpp"

using namespace thalweg;

TEST_CASE("places read as file:line:column", "[core]")
{
    CHECK(Location{"a.yaml", 12, 15}.text() == "a.yaml:12:15");
    CHECK(Location{"a.yaml"}.text() == "a.yaml");
}

TEST_CASE("all problems are thrown at once, in the order of the file", "[core]")
{
    Problems problems;
    CHECK_NOTHROW(problems.throw_if_any());
    problems.add({"s.yaml", 9, 1}, "last");
    problems.add({"s.yaml", 2, 7}, "second");
    problems.add({"s.yaml", 2, 3}, "first");
    try {
        problems.throw_if_any();
        FAIL("nothing was thrown");
    } catch (const SceneError& error) {
        CHECK(error.code() == Exit::scene);
        CHECK(
            std::string(error.what()) == "s.yaml:2:3: first\ns.yaml:2:7: second\ns.yaml:9:1: last");
        CHECK(error.problems().size() == 3);
    }
}

TEST_CASE("suggestions are the nearest names, and none where nothing is near", "[core]")
{
    const std::vector<std::string> names = {"momentum", "nesterov", "adam", "learning_rate"};
    CHECK(did_you_mean("momentun", names) == " (did you mean \"momentum\"?)");
    CHECK(did_you_mean("mometnum", names) == " (did you mean \"momentum\"?)");
    CHECK(did_you_mean("learnin_rat", names) == " (did you mean \"learning_rate\"?)");
    CHECK(did_you_mean("adma", names) == " (did you mean \"adam\"?)");
    CHECK(did_you_mean("zzz", names).empty());
    CHECK(did_you_mean("", names).empty());
    CHECK(did_you_mean("x", {}).empty());
}
