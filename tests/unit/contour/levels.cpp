#include "contour/levels.hpp"
#include "support/catch.hpp"
#include "unit/contour/surfaces.hpp"

using namespace thalweg;
using namespace thalweg::testing;

namespace {

Node scalar(std::string text)
{
    return {.type = Node::Type::scalar, .where = {}, .text = std::move(text)};
}

Node kind_node(std::string kind, std::vector<std::pair<std::string, Node>> options = {})
{
    Node node{.type = Node::Type::mapping, .where = {}};
    node.entries.push_back({"kind", {}, scalar(std::move(kind))});
    for (auto& [key, value] : options)
        node.entries.push_back({key, {}, std::move(value)});
    return node;
}

Node list(std::initializer_list<const char*> items)
{
    Node node{.type = Node::Type::sequence, .where = {}};
    for (const char* item : items)
        node.items.push_back(scalar(item));
    return node;
}

/// The levels that a description gives; problems must be empty.
std::vector<double> choose(const Node& node, const Surface& f, const Box& domain)
{
    Problems problems;
    const auto rule = make_kind(node, "levels", level_kinds(), problems);
    REQUIRE(problems.empty());
    return (*rule)(f, domain);
}

std::string problem_of(const Node& node)
{
    Problems problems;
    make_kind(node, "levels", level_kinds(), problems);
    return problems.empty() ? "" : problems.list().front().message;
}

bool rises(const std::vector<double>& v)
{
    return std::adjacent_find(v.begin(), v.end(), std::greater_equal<>()) == v.end();
}

/// The share of the domain below a level, by dense sampling.
double share_below(const Surface& f, const Box& d, double level)
{
    int below = 0;
    for (int j = 0; j < 400; ++j)
        for (int i = 0; i < 400; ++i)
            below += f.value({d.x.at((i + 0.5) / 400), d.y.at((j + 0.5) / 400)}) < level;
    return below / 160000.0;
}

} // namespace

TEST_CASE("given ends of levels are kept to the digit", "[contour][levels]")
{
    const auto f = surface_named(Rosenbrock{});
    const auto log = choose(
        kind_node("log", {{"count", scalar("4")}, {"from", scalar("0.001")}, {"to", scalar("1")}}),
        f, rosenbrock_domain());
    REQUIRE(log.size() == 4);
    CHECK(log.front() == 0.001);
    CHECK(log[1] == Approx(0.01));
    CHECK(log[2] == Approx(0.1));
    CHECK(log.back() == 1);
    const auto linear = choose(
        kind_node("linear", {{"count", scalar("5")}, {"from", scalar("-1")}, {"to", scalar("1")}}),
        f, rosenbrock_domain());
    CHECK(linear == std::vector<double>{-1, -0.5, 0, 0.5, 1});
    CHECK(choose(kind_node("list", {{"values", list({"0.5", "2", "30"})}}), f, rosenbrock_domain())
        == std::vector<double>{0.5, 2, 30});
}

TEST_CASE("one end may be given", "[contour][levels]")
{
    const auto f = surface_named(Rosenbrock{});
    for (const char* kind : {"log", "linear"}) {
        const auto from
            = choose(kind_node(kind, {{"from", scalar("0.25")}}), f, rosenbrock_domain());
        CHECK(from.size() == 14);
        CHECK(from.front() == 0.25);
        CHECK(rises(from));
        const auto to = choose(kind_node(kind, {{"to", scalar("100")}}), f, rosenbrock_domain());
        CHECK(to.size() == 14);
        CHECK(to.back() == 100);
        CHECK(rises(to));
    }
}

TEST_CASE(
    "automatic levels rise, as many as asked for, and spread over the map", "[contour][levels]")
{
    const auto check = [](const Surface& f, const Box& domain) {
        for (const char* kind : {"log", "linear", "quantile"})
            for (const char* count : {"1", "5", "14", "40"}) {
                INFO(kind << " " << count);
                const auto levels = choose(kind_node(kind, {{"count", scalar(count)}}), f, domain);
                CHECK(levels.size() == static_cast<std::size_t>(std::atoi(count)));
                CHECK(rises(levels));
            }
        // No map is nearly all one colour.
        const auto levels = choose(kind_node("log"), f, domain);
        double before = 0;
        for (const double level : levels) {
            const double share = share_below(f, domain, level);
            CHECK(share > 0);
            CHECK(share - before < 0.45);
            before = share;
        }
        CHECK(before < 1);
    };
    check(surface_named(Rosenbrock{}), rosenbrock_domain());
    check(surface_named(Himmelblau{}), square(6));
    check(surface_named(Quadratic{}), square(2));
    check(surface_named(Quadratic{1, -1}), square(2));
    check(surface_named(Multimodal{}), square(5));
}

TEST_CASE("quantile levels part the domain into equal areas", "[contour][levels]")
{
    const auto f = surface_named(Himmelblau{});
    const auto levels = choose(kind_node("quantile", {{"count", scalar("9")}}), f, square(6));
    REQUIRE(levels.size() == 9);
    for (std::size_t i = 0; i < 9; ++i)
        CHECK(share_below(f, square(6), levels[i])
            == Approx(0.1 * static_cast<double>(i + 1)).margin(0.02));
}

TEST_CASE("a saddle's automatic levels are symmetric, not crowded at an edge", "[contour][levels]")
{
    const auto levels = choose(kind_node("log"), surface_named(Quadratic{1, -1}), square(2));
    for (std::size_t i = 0; i < levels.size(); ++i)
        CHECK(levels[i] == Approx(-levels[levels.size() - 1 - i]));
}

TEST_CASE(
    "a flat surface, or one that is nowhere a number, has no automatic levels", "[contour][levels]")
{
    for (const char* kind : {"log", "linear", "quantile"}) {
        CHECK(choose(kind_node(kind), surface_named(Quadratic{0, 0, 3}), square(1)).empty());
        CHECK(choose(kind_node(kind), surface_named(Logarithm{}), {{-3, -1}, {-1, 1}}).empty());
    }
}

TEST_CASE("wrong descriptions of levels are refused", "[contour][levels]")
{
    CHECK(
        problem_of(kind_node("log", {{"from", scalar("0")}})).find("above 0") != std::string::npos);
    CHECK(problem_of(kind_node("linear", {{"from", scalar("2")}, {"to", scalar("1")}}))
        == "to must be greater than from");
    CHECK(problem_of(kind_node("list")) == "values must list at least one level");
    CHECK(problem_of(kind_node("list", {{"values", list({"1", "1"})}}))
        == "each of values must be greater than the one before");
    CHECK(problem_of(kind_node("linear", {{"count", scalar("0")}})) != "");
    CHECK(problem_of(kind_node("log", {{"counts", scalar("3")}})) != "");
}

TEST_CASE("kinds of levels describe themselves", "[contour][levels]")
{
    for (const auto& kind : level_kinds())
        CHECK(!describe(kind).empty());
}
