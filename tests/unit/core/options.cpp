#include "core/options.hpp"
#include "support/catch.hpp"
#include "support/nodes.hpp"

using namespace thalweg;
using namespace nodes;

namespace {

/// What reading one option of this value complains about, "" where nothing.
template <class Read>
std::string complaint(Node value, Read read)
{
    const Node node = mapping({{"k", std::move(value)}});
    Problems problems;
    Options options(node, problems);
    read(options);
    options.finish();
    return problems.empty() ? "" : problems.list().front().text();
}

const auto number = [](Options& o) { return o.number("k", 0.5, {.min = 0, .below = 1}, ""); };
const auto integer = [](Options& o) { return o.integer("k", 3, {.min = 1}, ""); };
const auto flag = [](Options& o) { return o.flag("k", true, ""); };
const auto text = [](Options& o) { return o.text("k", "x", ""); };
const auto point = [](Options& o) { return o.point("k", ""); };
const auto range = [](Options& o) { return o.range("k", ""); };
const auto numbers = [](Options& o) { return o.numbers("k", {1, 2}, {.above = 0}, ""); };

enum class Form { velocity, accumulated };
const auto choice = [](Options& o) {
    return o.choice("k", Form::velocity,
        {{"velocity", Form::velocity}, {"accumulated", Form::accumulated}}, "");
};

/// The value that reading gives.
template <class Read>
auto value(Node v, Read read)
{
    const Node node = mapping({{"k", std::move(v)}});
    Problems problems;
    Options options(node, problems);
    return read(options);
}

} // namespace

TEST_CASE("options read what is written", "[core]")
{
    CHECK(value(scalar("0.25"), number) == 0.25);
    CHECK(value(scalar("+1e-3"), number) == 1e-3);
    CHECK(value(scalar("12"), integer) == 12);
    CHECK(value(scalar("false"), flag) == false);
    CHECK(value(quoted("12"), text) == "12");
    CHECK(*value(list({"1", "-2"}), point) == Vec2{1, -2});
    CHECK(*value(list({"-1", "2.5"}), range) == Range{-1, 2.5});
    CHECK(value(list({"3", "4", "5"}), numbers) == std::vector<double>{3, 4, 5});
    CHECK(value(scalar("accumulated"), choice) == Form::accumulated);
}

TEST_CASE("options fall back where nothing is written", "[core]")
{
    const Node empty;
    Problems problems;
    Options o(empty, problems);
    CHECK(number(o) == 0.5);
    CHECK(integer(o) == 3);
    CHECK(flag(o));
    CHECK(text(o) == "x");
    CHECK_FALSE(point(o));
    CHECK_FALSE(range(o));
    CHECK(numbers(o) == std::vector<double>{1, 2});
    CHECK(choice(o) == Form::velocity);
    CHECK_FALSE(o.number("other", {}, ""));
    o.finish();
    CHECK(problems.empty());
}

TEST_CASE("wrong types and wrong values are located", "[core]")
{
    const std::string at = "scene.yaml:1:10: ";
    CHECK(complaint(scalar("abc"), number) == at + "k must be a finite number, not \"abc\"");
    CHECK(complaint(quoted("0.5"), number) == at + "k must be a finite number, not \"0.5\"");
    for (const char* bad : {".nan", "nan", "inf", "1e999", "0x10", "1 2", "+-1", "", "1,5", "--1"})
        CHECK(complaint(scalar(bad), number)
            == at + "k must be a finite number, not \"" + bad + "\"");
    CHECK(complaint(list({"1"}), number) == at + "k must be a finite number, not a list");
    CHECK(complaint(Node{}, number) == at + "k must be a finite number, not nothing");
    CHECK(complaint(scalar("1"), number) == at + "k must be at least 0 and below 1, not 1");
    CHECK(complaint(scalar("-0.1"), number) == at + "k must be at least 0 and below 1, not -0.1");
    CHECK(complaint(scalar("1.5"), integer) == at + "k must be a whole number, not \"1.5\"");
    CHECK(complaint(scalar("1e10"), integer) == at + "k must be a whole number, not \"1e10\"");
    CHECK(complaint(scalar("0"), integer) == at + "k must be at least 1, not 0");
    CHECK(complaint(scalar("yes"), flag) == at + "k must be true or false, not \"yes\"");
    CHECK(complaint(quoted("true"), flag) == at + "k must be true or false, not \"true\"");
    CHECK(complaint(list({"a"}), text) == at + "k must be text, not a list");
    CHECK(complaint(list({"1", "2", "3"}), point) == at + "k must be a point [x, y], not a list");
    CHECK(complaint(list({"1", "x"}), point) == at + "k must be a finite number, not \"x\"");
    CHECK(complaint(list({"2", "2"}), range) == at + "k must rise: [2, 2] does not");
    CHECK(complaint(list({"-1e308", "1e308"}), range).find("must rise") != std::string::npos);
    CHECK(complaint(scalar("3"), numbers) == at + "k must be a list of numbers, not \"3\"");
    CHECK(complaint(list({"3", "0"}), numbers) == at + "k must be above 0, not 0");
    CHECK(complaint(scalar("velocty"), choice)
        == at
            + "k must be one of velocity, accumulated, not \"velocty\" (did you mean "
              "\"velocity\"?)");
}

TEST_CASE("every problem of a mapping is reported, unknown keys with a suggestion", "[core]")
{
    const Node node = mapping({{"kind", scalar("m")}, {"momentun", scalar("0.9")},
        {"rate", scalar("x")}, {"zzzz", scalar("1")}});
    Problems problems;
    Options o(node, problems, {"kind"});
    CHECK(o.number("momentum", 0.5, {}, "") == 0.5);
    CHECK(o.number("rate", 0.1, {}, "") == 0.1);
    o.finish();
    REQUIRE(problems.list().size() == 3);
    CHECK(problems.list()[0].text() == "scene.yaml:3:10: rate must be a finite number, not \"x\"");
    CHECK(problems.list()[1].text()
        == "scene.yaml:2:1: unknown key \"momentun\" (did you mean \"momentum\"?)");
    CHECK(problems.list()[2].text() == "scene.yaml:4:1: unknown key \"zzzz\"");
}

TEST_CASE("options that are no mapping are a problem", "[core]")
{
    const Node node = list({"1"});
    Problems problems;
    Options o(node, problems);
    CHECK(number(o) == 0.5);
    o.finish();
    REQUIRE(problems.list().size() == 1);
    CHECK(problems.list()[0].message == "this must be a mapping of options, not a list");
}

TEST_CASE("a factory's own checks are located at the value, or at the mapping", "[core]")
{
    const Node node = mapping({{"a", scalar("1")}});
    Problems problems;
    Options o(node, problems);
    o.refuse("a", "a is odd");
    o.refuse("b", "b is missing");
    CHECK(problems.list()[0].text() == "scene.yaml:1:10: a is odd");
    CHECK(problems.list()[1].text() == "scene.yaml:1:1: b is missing");
}

TEST_CASE("a recording describes every option and reads none", "[core]")
{
    std::vector<OptionInfo> list;
    Options o = Options::recording(list);
    CHECK(o.is_recording());
    CHECK(o.number("m", 0.9, {.min = 0, .below = 1}, "share of the velocity kept") == 0.9);
    CHECK(o.integer("n", 4, {.min = 1}, "") == 4);
    CHECK(o.numbers("l", {1, 2.5}, {}, "").size() == 2);
    choice(o);
    CHECK(o.any("s", "a number or a schedule", "0.1", "") == nullptr);
    o.refuse("m", "ignored");
    o.finish();
    REQUIRE(list.size() == 5);
    CHECK(list[0].key == "m");
    CHECK(list[0].type == "number");
    CHECK(list[0].fallback == "0.9");
    CHECK(list[0].limits.text() == "at least 0 and below 1");
    CHECK(list[0].meaning == "share of the velocity kept");
    CHECK(list[1].type == "whole number");
    CHECK(list[1].limits.text() == "at least 1");
    CHECK(list[2].fallback == "[1, 2.5]");
    CHECK(list[3].choices == std::vector<std::string>{"velocity", "accumulated"});
    CHECK(list[4].type == "a number or a schedule");
}
