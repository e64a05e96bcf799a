#include "optimizer/stability.hpp"
#include "optimizer/run.hpp"
#include "support/catch.hpp"
#include "unit/optimizer/made.hpp"

using namespace thalweg;
using namespace thalweg::optimizer;
using test::optimizer_named;

TEST_CASE(
    "Rosenbrock's critical learning rates at its minimum are the published ones", "[optimizer]")
{
    const auto surface = test::surface_named("rosenbrock");
    CHECK(sharpness(*surface, {1, 1}) == Approx(1001.60).margin(0.005));
    const auto critical = [&](const OptimizerSpec& spec) {
        return *critical_learning_rate(*surface, *spec.rule, {1, 1});
    };
    CHECK(critical(optimizer_named("gradient-descent")) == Approx(0.0019968).margin(5e-8));
    CHECK(critical(optimizer_named("momentum")) == Approx(0.003794).margin(5e-7));
}

TEST_CASE(
    "just below its critical learning rate a rule converges on a quadratic, just above it diverges",
    "[optimizer]")
{
    const auto surface = test::made(surface::surface_kinds(),
        test::mapping({{"kind", "bowl"}, {"a", "3"}, {"b", "0.5"}, {"rotation", "30"}}));
    const auto end = [&](OptimizerSpec spec, double share) {
        spec.chance.noise = {};
        const double rate = share * *critical_learning_rate(*surface, *spec.rule, {1, 1});
        spec.learning_rate = [rate](int, int) { return rate; };
        return run(*surface, spec, {1, 1}, {.steps = 20000}).outcome;
    };
    for (const auto& spec : {optimizer_named("gradient-descent"), optimizer_named("momentum"),
             optimizer_named("momentum", {{"momentum", "0.5"}, {"form", "accumulated"}}),
             optimizer_named("nesterov"), optimizer_named("nesterov", {{"form", "accumulated"}}),
             optimizer_named("sgd"),
             optimizer_named("sgd", {{"momentum", "0.8"}, {"dampening", "0.5"}}),
             optimizer_named(
                 "sgd", {{"momentum", "0.8"}, {"dampening", "0.5"}, {"nesterov", "true"}})}) {
        INFO(spec.kind);
        CHECK(end(spec, 0.99) == Outcome::converged);
        CHECK(end(spec, 1.01) == Outcome::diverged);
    }
}

TEST_CASE("rules that adapt, and concave ground, have no critical learning rate", "[optimizer]")
{
    CHECK_FALSE(critical_learning_rate(
        *test::surface_named("bowl"), *optimizer_named("adam").rule, {1, 1}));
    CHECK_FALSE(critical_learning_rate(*test::surface_named("himmelblau"),
        *optimizer_named("gradient-descent").rule, {-0.27, -0.92}));
}

TEST_CASE("a diverging run is explained", "[optimizer]")
{
    const auto surface = test::surface_named("rosenbrock");
    const auto note = [&](const std::string& rate) {
        const auto spec = optimizer_named("gradient-descent", {{"learning_rate", rate}});
        return lost_note(*surface, spec, run(*surface, spec, {-1.5, 1.5}, {}));
    };
    CHECK(note("0.001").empty());
    // By hand: H(-1.5, 1.5) = (2102, 600; 600, 200), whose greater eigenvalue is 2276.1; 2 / 2276.1
    // = 0.00088.
    CHECK_THAT(note("0.01"), Catch::Matchers::StartsWith("diverges at step "));
    CHECK_THAT(note("0.01"),
        Catch::Matchers::EndsWith("; the critical learning rate at the start is 0.00088"));
}

TEST_CASE("the curvature along a path is that of its points", "[optimizer]")
{
    const auto surface = test::surface_named("bowl");
    const std::vector<Vec2> path{{0, 0}, {1, 2}};
    CHECK(sharpness_along(*surface, path) == std::vector<double>{2, 2});
}
