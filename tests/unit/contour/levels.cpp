#include "contour/levels.hpp"

#include "contour/nice_levels.hpp"
#include "support/catch.hpp"
#include "unit/contour/surfaces.hpp"

using namespace thalweg;
using namespace thalweg::contour;
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
std::vector<double> choose(const Node& node, const surface::Surface& f, const Box& domain)
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
double share_below(const surface::Surface& f, const Box& d, double level)
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
        CHECK(from.size() == 16);
        CHECK(from.front() == 0.25);
        CHECK(rises(from));
        const auto to = choose(kind_node(kind, {{"to", scalar("100")}}), f, rosenbrock_domain());
        CHECK(to.size() == 16);
        CHECK(to.back() == 100);
        CHECK(rises(to));
    }
}

TEST_CASE("levels of a surface rise, about as many as asked for, and spread over the map",
    "[contour][levels]")
{
    const auto check = [](const surface::Surface& f, const Box& domain) {
        for (const char* kind : {"auto", "log", "linear", "quantile"})
            for (const char* count : {"1", "5", "14", "40"}) {
                INFO(kind << " " << count);
                const auto levels = choose(kind_node(kind, {{"count", scalar(count)}}), f, domain);
                const double ratio = static_cast<double>(levels.size()) / std::atof(count);
                CHECK(ratio > 0.6);
                CHECK(ratio < (std::atoi(count) == 1 ? 3.1 : 1.7));
                CHECK(rises(levels));
            }
        // No map is nearly all one colour.
        const auto levels = choose(kind_node("auto"), f, domain);
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

TEST_CASE("levels are nice numbers", "[contour][levels]")
{
    // Rosenbrock's ground is mostly low: four levels a decade, decades among them.
    const auto log = choose(kind_node("auto"), surface_named(Rosenbrock{}), rosenbrock_domain());
    for (const double level : log) {
        const double quarters = 4 * std::log10(level);
        CHECK(quarters == Approx(std::round(quarters)).margin(1e-9));
    }
    for (const double decade : {1.0, 10.0, 100.0, 1000.0})
        CHECK(std::ranges::count(log, decade) == 1);
    // A bowl's is not: multiples of a round step, to the digit.
    const auto linear = choose(kind_node("auto"), surface_named(Quadratic{}), square(2));
    CHECK(linear == choose(kind_node("linear"), surface_named(Quadratic{}), square(2)));
    for (std::size_t i = 0; i < linear.size(); ++i)
        CHECK(linear[i] == static_cast<double>(i + 1) / 2);
}

TEST_CASE("every fourth level or so is an index level, at round numbers", "[contour][levels]")
{
    const auto indices = [](const std::vector<double>& levels) {
        std::vector<double> list;
        const LevelPattern pattern = pattern_of(levels);
        for (std::size_t i = 0; i < levels.size(); ++i)
            if (is_index(pattern, levels, i))
                list.push_back(levels[i]);
        return list;
    };
    using Levels = std::vector<double>;
    CHECK(indices(nice_log_levels(0.15, 200, 13)) == Levels{1, 10, 100});
    CHECK(indices(nice_linear_levels(0, 8, 16)) == Levels{2, 4, 6}); // steps of 0.5
    CHECK(indices(nice_linear_levels(-4, 4, 40)) == Levels{-3, -2, -1, 0, 1, 2, 3}); // of 0.2
    CHECK(indices({1, 2, 4, 7, 11, 16, 22, 29, 37}) == Levels{7, 29});
    CHECK(indices({}).empty());
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
    const auto levels = choose(kind_node("auto"), surface_named(Quadratic{1, -1}), square(2));
    for (std::size_t i = 0; i < levels.size(); ++i)
        CHECK(levels[i] == Approx(-levels[levels.size() - 1 - i]));
}

TEST_CASE(
    "a flat surface, or one that is nowhere a number, has no automatic levels", "[contour][levels]")
{
    for (const char* kind : {"auto", "log", "linear", "quantile"}) {
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
