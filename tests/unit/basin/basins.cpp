#include "basin/basin_map.hpp"

#include "basin/heavy_ball_batch.hpp"
#include "basin/settling_detector.hpp"
#include "support/catch.hpp"
#include "unit/optimizer/made.hpp"

#include <set>

using namespace thalweg;
using namespace thalweg::basin;
using test::optimizer_named;
using test::surface_named;

namespace {

/// A map with all that it was made from.
struct Made {
    surface::SurfacePtr f;
    optimizer::OptimizerSpec rule;
    optimizer::RunOptions options;
    Box box;
    BasinEnds ends;
    BasinMap map;

    Descent descent() const { return {*f, rule, options}; }
    Vec2 end_of(const Fate& fate) const
    {
        return ends.points[static_cast<std::size_t>(fate.end)].at;
    }
};

struct Grid {
    int width = 48, height = 32, steps = 600;
};

Made made_map(const std::string& name, const optimizer::OptimizerSpec& rule, Grid grid = {})
{
    Made made{.f = surface_named(name), .rule = rule, .options = {.steps = grid.steps}};
    made.box = made.f->facts().domain;
    made.ends = find_ends(made.descent(), made.box);
    made.map = make_basins(made.descent(), made.ends,
        {.box = made.box, .width = grid.width, .height = grid.height}, 2);
    return made;
}

std::set<int> ends_in(const BasinMap& map)
{
    std::set<int> ends;
    for (const Fate& fate : map.fates)
        ends.insert(fate.end);
    return ends;
}

} // namespace

TEST_CASE("Newton settles on a bowl in one step from everywhere", "[basins]")
{
    const Made made = made_map("bowl", optimizer_named("newton"));
    REQUIRE(made.ends.points.size() == 1);
    for (const Fate& fate : made.map.fates)
        CHECK(fate == Fate{0, 1});
}

TEST_CASE("on the bowl descent comes within the radius when its factor says so", "[basins]")
{
    const double rate = 0.1; // each step of x² + y² multiplies the point by 1 - 2 * 0.1
    const Made made
        = made_map("bowl", optimizer_named("gradient-descent", {{"learning_rate", "0.1"}}));
    for (int row = 0; row < made.map.grid.height; ++row)
        for (int column = 0; column < made.map.grid.width; ++column) {
            const double start = norm(made.map.grid.start(column, row));
            const double steps = std::log(made.ends.radius / start) / std::log(1 - 2 * rate);
            CHECK(made.map.at(column, row) == Fate{0, static_cast<int>(std::ceil(steps))});
        }
}

TEST_CASE("a diverging rate diverges from everywhere", "[basins]")
{
    for (const char* rule : {"gradient-descent", "momentum", "nesterov"}) {
        const Made made = made_map("bowl", optimizer_named(rule, {{"learning_rate", "5"}}));
        CHECK(ends_in(made.map) == std::set{Fate::kDiverged});
    }
}

TEST_CASE("runs that leave the defined region are told from those that diverge", "[basins]")
{
    // On √x - y² a step of 1 takes x to x - 1 / (2 √x), below 0 from x < 0.6, and y to 3 y.
    const auto f = test::made(
        surface::surface_kinds(), test::mapping({{"kind", "formula"}, {"formula", "sqrt(x)-y^2"}}));
    const auto rule = optimizer_named("gradient-descent", {{"learning_rate", "1"}});
    const auto momentum = optimizer_named("nesterov", {{"learning_rate", "1"}, {"momentum", "0"}});
    for (const auto& spec : {rule, momentum}) { // many runs side by side, and each alone
        const Descent descent{*f, spec, {.steps = 200}};
        const BasinEnds ends = find_ends(descent, f->facts().domain);
        const auto fates = [&](Range x, Range y) {
            return make_basins(descent, ends, {.box = {x, y}, .width = 2, .height = 2}, 1).fates;
        };
        CHECK(fates({0.1, 0.5}, {1, 2}) == std::vector<Fate>(4, {Fate::kUndefined, 1}));
        CHECK(fates({-0.5, -0.1}, {1, 2}) == std::vector<Fate>(4, {Fate::kUndefined, 0}));
        for (const Fate& fate : fates({100, 200}, {1, 2}))
            CHECK(fate.end == Fate::kDiverged);
    }
}

TEST_CASE("too few steps settle nothing but what starts at the end", "[basins]")
{
    const Made made = made_map("himmelblau",
        optimizer_named("gradient-descent", {{"learning_rate", "1e-6"}}), {.steps = 10});
    CHECK(ends_in(made.map) == std::set{Fate::kUnsettled});
    for (const Fate& fate : made.map.fates)
        CHECK(fate.steps == 10);
}

TEST_CASE("each of Himmelblau's minima has a basin around it, and no saddle has one", "[basins]")
{
    const Made made
        = made_map("himmelblau", optimizer_named("gradient-descent", {{"learning_rate", "0.001"}}),
            {.width = 100, .height = 100, .steps = 3000});
    const std::array<Vec2, 4> minima{
        {{-3.779310, -3.283186}, {-2.805118, 3.131313}, {3, 2}, {3.584428, -1.848127}}};
    CHECK(made.ends.points.size() == 9); // four saddles and a maximum beside them
    CHECK(ends_in(made.map) == std::set{0, 1, 2, 3});
    for (std::size_t i = 0; i < minima.size(); ++i) {
        const surface::CriticalPoint& end = made.ends.points[i];
        CHECK(end.kind == surface::CriticalKind::minimum);
        CHECK(distance(end.at, minima[i]) < 1e-5);
    }
    for (int row = 0; row < 100; ++row)
        for (int column = 0; column < 100; ++column) {
            const Vec2 start = made.map.grid.start(column, row);
            for (const Vec2 minimum : minima)
                if (distance(start, minimum) < 0.5)
                    CHECK(distance(made.end_of(made.map.at(column, row)), minimum) < 1e-5);
        }
}

TEST_CASE("no run settles at a minimum that repels it", "[basins]")
{
    // The critical learning rate 2 / λ is 0.01897 at (3.584, -1.848), and more at the other minima.
    for (const char* rate : {"0.0185", "0.02"}) {
        const Made made
            = made_map("himmelblau", optimizer_named("gradient-descent", {{"learning_rate", rate}}),
                {.width = 60, .height = 60, .steps = 2000});
        int settled = 0;
        for (const Fate& fate : made.map.fates)
            settled += fate.settled() && distance(made.end_of(fate), {3.584428, -1.848127}) < 1e-4;
        CHECK((settled > 0) == (rate == std::string("0.0185")));
    }
}

TEST_CASE("descent in the double well goes to its own side, or stays on the pass", "[basins]")
{
    const Made made
        = made_map("double-well", optimizer_named("gradient-descent", {{"learning_rate", "0.05"}}),
            {.width = 49, .height = 20});
    for (int row = 0; row < 20; ++row)
        for (int column = 0; column < 49; ++column) {
            const double x = column == 24 ? 0 : column < 24 ? -1 : 1; // the middle column is x = 0
            const Vec2 end = made.end_of(made.map.at(column, row));
            CHECK(end.x == Approx(x).margin(1e-9));
            CHECK(end.y == Approx(0).margin(1e-9));
        }
}

TEST_CASE("a symmetric surface has a symmetric map", "[basins]")
{
    // The three-hump camel does not change when both coordinates change their signs.
    const Made made
        = made_map("three-hump-camel", optimizer_named("gradient-flow"), {.steps = 1000});
    CHECK(ends_in(made.map).size() == 3);
    const auto& [width, height] = std::pair(made.map.grid.width, made.map.grid.height);
    int different = 0;
    for (int row = 0; row < height; ++row)
        for (int column = 0; column < width; ++column) {
            const Fate a = made.map.at(column, row);
            const Fate b = made.map.at(width - 1 - column, height - 1 - row);
            different += distance(made.end_of(a), -made.end_of(b)) > 1e-6 || a.steps != b.steps;
        }
    CHECK(different == 0);
}

TEST_CASE("runs side by side have the fates of runs alone", "[basins]")
{

    struct Case {
        const char* surface;
        optimizer::OptimizerSpec rule;
    };
    const Case cases[]{
        {"himmelblau", optimizer_named("gradient-descent", {{"learning_rate", "0.01"}})},
        {"himmelblau", optimizer_named("momentum", {{"learning_rate", "0.01"}})},
        {"himmelblau",
            optimizer_named("momentum", {{"learning_rate", "0.02"}, {"form", "accumulated"}})},
        {"multimodal", optimizer_named("momentum", {{"learning_rate", "0.05"}})},
        {"ackley", optimizer_named("momentum", {{"learning_rate", "0.01"}})},
        {"rosenbrock", optimizer_named("gradient-descent", {{"learning_rate", "0.002"}})},
    };
    for (const Case& each : cases) {
        const Made made = made_map(each.surface, each.rule, {.steps = 300});
        REQUIRE(is_heavy_ball_batch(made.descent()));
        const BasinSetup setup(made.descent(), made.ends);
        int different = 0;
        for (int row = 0; row < made.map.grid.height; ++row)
            for (int column = 0; column < made.map.grid.width; ++column)
                different
                    += made.map.at(column, row) != fate_of(setup, made.map.grid.start(column, row));
        INFO(each.surface << ", " << each.rule.kind);
        CHECK(different == 0);
    }
}

TEST_CASE("a run that settles is there at its end, and from the told step on", "[basins]")
{
    for (const char* rule : {"gradient-descent", "momentum", "adam", "newton", "bfgs"}) {
        const Made made = made_map("himmelblau",
            rule == std::string("momentum") || rule == std::string("gradient-descent")
                ? optimizer_named(rule, {{"learning_rate", "0.01"}})
                : optimizer_named(rule),
            {.width = 12, .height = 8, .steps = 2000});
        for (int row = 0; row < 8; ++row)
            for (int column = 0; column < 12; ++column) {
                const Fate fate = made.map.at(column, row);
                if (!fate.settled())
                    continue;
                const optimizer::Trajectory path = optimizer::run(
                    *made.f, made.rule, made.map.grid.start(column, row), made.options);
                const auto is_there
                    = [&](Vec2 p) { return distance(p, made.end_of(fate)) <= made.ends.radius; };
                const auto since = path.points.begin() + fate.steps;
                INFO(rule << " from " << path.points[0].x << ", " << path.points[0].y);
                CHECK(std::all_of(since, path.points.end(), is_there));
                CHECK((fate.steps == 0 || !is_there(*(since - 1))));
            }
    }
}

TEST_CASE("the map is the same for any number of threads", "[basins]")
{
    for (const char* rule : {"momentum", "rmsprop"}) {
        const Made made = made_map("himmelblau", optimizer_named(rule));
        for (const int jobs : {1, 3, 100}) {
            const BasinMap again = make_basins(made.descent(), made.ends, made.map.grid, jobs);
            CHECK(again.fates == made.map.fates);
        }
    }
}

TEST_CASE("ends are found where nothing is certified", "[basins]")
{
    // Bukin's and Ackley's minima are kinks, where no gradient vanishes.
    for (const char* name : {"ackley", "bukin"}) {
        const surface::SurfacePtr f = surface_named(name);
        const optimizer::OptimizerSpec rule = optimizer_named("gradient-descent");
        const BasinEnds ends = find_ends({*f, rule, {.steps = 10}}, f->facts().domain);
        REQUIRE_FALSE(ends.points.empty());
        const auto is_minimum = [&](const surface::CriticalPoint& end) {
            return distance(end.at, f->facts().minima[0]) < 1e-9
                && end.kind == surface::CriticalKind::minimum;
        };
        CHECK(std::ranges::any_of(ends.points, is_minimum));
    }
}

TEST_CASE("runs that leave the domain are followed to ends outside", "[basins]")
{
    // From the right half of the domain, the way down leads to the wells beside it.
    const surface::SurfacePtr f = surface_named("himmelblau");
    const optimizer::OptimizerSpec rule
        = optimizer_named("gradient-descent", {{"learning_rate", "0.01"}});
    const BasinEnds ends = find_ends({*f, rule, {.steps = 600}}, {{0.5, 1.5}, {0.5, 1.5}});
    const auto is_known = [&](const surface::CriticalPoint& end) {
        return distance(end.at, {3, 2}) < 1e-6 && end.kind == surface::CriticalKind::minimum;
    };
    CHECK(std::ranges::any_of(ends.points, is_known));
}
