// What holds for every rule of the table.
#include "optimizer/run.hpp"
#include "support/catch.hpp"
#include "unit/optimizer/made.hpp"

#include <cmath>
#include <set>

using namespace thalweg;
using namespace thalweg::optimizer;
using test::optimizer_named;

namespace {

Trajectory on_himmelblau(const OptimizerSpec& spec, const RunOptions& options)
{
    return run(*test::surface_named("himmelblau"), spec, {-1, 0.5}, options);
}

} // namespace

TEST_CASE("every rule says what it is", "[optimizer]")
{
    std::set<std::string> names;
    for (const auto& kind : test::rules()) {
        INFO(kind.name);
        CHECK(names.insert(std::string(kind.name)).second);
        const auto spec = optimizer_named(std::string(kind.name));
        CHECK(spec.kind == kind.name);
        CHECK_FALSE(spec.facts.formula.empty());
        CHECK_FALSE(spec.facts.source.empty());
        CHECK_FALSE(kind.summary.ends_with('.'));
        std::set<std::string> keys;
        for (const OptionInfo& option : describe(kind)) {
            INFO(option.key);
            CHECK(keys.insert(option.key).second);
            CHECK_FALSE(option.meaning.empty());
        }
        CHECK(keys.contains("label"));
        CHECK(keys.contains("learning_rate") == (spec.facts.learning_rate > 0));
    }
}

TEST_CASE("every rule goes downhill with its defaults", "[optimizer]")
{
    for (const auto& kind : test::rules()) {
        INFO(kind.name);
        const auto path = on_himmelblau(optimizer_named(std::string(kind.name)), {});
        CHECK(path.outcome != Outcome::diverged);
        if (kind.name == "newton") { // the nearest stationary point is the maximum
            CHECK(path.losses.back() > path.losses.front());
            continue;
        }
        CHECK(path.losses.back() < 0.9 * path.losses.front());
    }
}

TEST_CASE("every run is the same again, and so are all its columns' lengths", "[optimizer]")
{
    for (const auto& kind : test::rules()) {
        INFO(kind.name);
        const auto spec = optimizer_named(std::string(kind.name));
        const auto one = on_himmelblau(spec, {.steps = 50}),
                   two = on_himmelblau(spec, {.steps = 50});
        CHECK(one.points == two.points);
        CHECK(one.losses.size() == one.points.size());
        CHECK(one.gradient_norms.size() == one.points.size());
        CHECK(one.learning_rates.size() == one.points.size());
        CHECK(one.evaluations.size() == one.points.size());
    }
}

TEST_CASE("fresh forgets: a used rule begins again as an unused one does", "[optimizer]")
{
    const auto surface = test::surface_named("himmelblau");
    for (const auto& kind : test::rules()) {
        INFO(kind.name);
        const auto spec = optimizer_named(std::string(kind.name));
        const auto used = spec.rule->fresh();
        const auto walk = [&](Optimizer& rule) {
            const Probe probe(*surface, {});
            std::vector<Vec2> points{{-1, 0.5}};
            for (int k = 0; k < 10; ++k)
                points.push_back(rule.step(probe, points.back(), 0.01));
            return points;
        };
        const auto first = walk(*used);
        CHECK(walk(*used->fresh()) == first);
        CHECK(walk(*spec.rule->fresh()) == first);
    }
}

TEST_CASE("a gradient by central differences costs four values", "[optimizer]")
{
    const auto spec = optimizer_named("gradient-descent", {{"learning_rate", "0.001"}});
    const auto exact = on_himmelblau(spec, {.steps = 10});
    const auto differences
        = on_himmelblau(spec, {.steps = 10, .gradient = {.central_difference = true}});
    for (std::size_t k = 0; k <= 10; ++k) {
        CHECK(exact.evaluations[k] == std::int64_t(k));
        CHECK(differences.evaluations[k] == std::int64_t(4 * k));
    }
    CHECK(on_himmelblau(optimizer_named("newton"), {.steps = 1}).evaluations.back() == 3);
    CHECK(on_himmelblau(optimizer_named("cma-es", {{"population", "8"}}), {.steps = 1})
              .evaluations.back()
        == 8);
}

TEST_CASE("evaluations rise with every step of every rule", "[optimizer]")
{
    for (const auto& kind : test::rules()) {
        INFO(kind.name);
        const auto path = on_himmelblau(optimizer_named(std::string(kind.name)), {.steps = 20});
        CHECK(path.evaluations.front() == 0);
        for (std::size_t k = 1; k < path.evaluations.size(); ++k)
            CHECK(path.evaluations[k] > path.evaluations[k - 1]);
    }
}

TEST_CASE(
    "on a budget of evaluations every rule stops with the step that uses it up", "[optimizer]")
{
    const int budget = 100;
    for (const auto& kind : test::rules()) {
        INFO(kind.name);
        const auto path = on_himmelblau(optimizer_named(std::string(kind.name)),
            {.steps = budget, .budget = Budget::evaluations});
        if (path.outcome != Outcome::running)
            continue;
        CHECK(path.evaluations.back() >= budget);
        CHECK(path.evaluations[path.evaluations.size() - 2] < budget);
    }
}

TEST_CASE("central differences agree with exact gradients", "[optimizer]")
{
    const auto surface = test::surface_named("himmelblau");
    const Probe exact(*surface, {}), differences(*surface, {.central_difference = true});
    for (double x = -4; x <= 4; x += 0.7)
        for (double y = -4; y <= 4; y += 0.9)
            CHECK(distance(exact.gradient({x, y}), differences.gradient({x, y})) < 1e-7);
}

TEST_CASE("recorded gradient norms and losses are the surface's own, whatever the rule was given",
    "[optimizer]")
{
    const auto path = on_himmelblau(optimizer_named("sgd", {{"noise", "5"}}),
        {.steps = 20, .gradient = {.central_difference = true, .h = 0.1}});
    for (std::size_t k = 0; k < path.points.size(); ++k) {
        const Vec2 p = path.points[k];
        const double a = p.x * p.x + p.y - 11, b = p.x + p.y * p.y - 7;
        CHECK(path.losses[k] == Approx(a * a + b * b));
        CHECK(
            path.gradient_norms[k] == Approx(std::hypot(4 * a * p.x + 2 * b, 2 * a + 4 * b * p.y)));
    }
}
