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
             optimizer_named("sgd"), optimizer_named("sgd", {{"weight_decay", "3"}}),
             optimizer_named(
                 "sgd", {{"momentum", "0.8"}, {"nesterov", "true"}, {"weight_decay", "0.5"}}),
             optimizer_named("sgd", {{"momentum", "0.8"}, {"dampening", "0.5"}}),
             optimizer_named(
                 "sgd", {{"momentum", "0.8"}, {"dampening", "0.5"}, {"nesterov", "true"}})}) {
        INFO(spec.kind);
        CHECK(repelling_learning_rate(*surface, *spec.rule, {1, 1}));
        CHECK(end(spec, 0.99) == Outcome::converged);
        CHECK(end(spec, 1.01) == Outcome::diverged);
    }
}

TEST_CASE("just below its critical learning rate a rule that adapts comes to rest, just above it "
          "does not",
    "[optimizer]")
{
    const auto surface = test::made(surface::surface_kinds(),
        test::mapping({{"kind", "bowl"}, {"a", "3"}, {"b", "0.5"}, {"rotation", "30"}}));
    const std::pair<std::string, std::string> epsilon{"epsilon", "0.01"};
    const std::pair<std::string, std::string> decay{"weight_decay", "4"};
    // A short memory: a long one remembers large gradients for as long as a run takes to come to
    // what counts as rest.
    const std::pair<std::string, std::string> memory{"beta2", "0.9"};
    const OptimizerSpec specs[]{optimizer_named("adam", {epsilon, memory}),
        optimizer_named("adam", {epsilon, memory, decay, {"beta1", "0.5"}}),
        optimizer_named("adam", {epsilon, memory, {"bias_correction", "false"}}),
        optimizer_named("adam", {{"epsilon", "1e-6"}, memory}),
        optimizer_named("adamw", {epsilon, memory, {"weight_decay", "0"}}),
        optimizer_named("adamax", {epsilon, memory, decay}),
        optimizer_named("nadam", {epsilon, memory, decay, {"momentum_decay", "0.5"}}),
        optimizer_named("nadam", {epsilon, memory, {"beta1", "0.6"}, {"momentum_decay", "0"}}),
        optimizer_named("nadam", {epsilon, memory, {"momentum_decay", "0.5"}}),
        optimizer_named("radam", {epsilon, memory}),
        optimizer_named("radam", {{"beta2", "0.6"}, decay}),
        optimizer_named("rmsprop", {epsilon, decay}),
        optimizer_named("rmsprop", {epsilon, {"momentum", "0.7"}}),
        optimizer_named("rmsprop", {epsilon, {"centred", "true"}}),
        optimizer_named("adadelta", {decay}), optimizer_named("adadelta", {{"decay", "0.5"}})};
    for (OptimizerSpec spec : specs) {
        spec.chance.noise = {};
        const double critical = *critical_learning_rate(*surface, *spec.rule, {});
        const auto end = [&](double share) {
            spec.learning_rate = [=](int, int) { return share * critical; };
            // Near the minimum, so that gradients are small beside every epsilon.
            return run(*surface, spec, {1e-10, 1e-10}, {.steps = 20000}).outcome;
        };
        INFO(spec.kind << ", critical at " << critical);
        CHECK(end(0.99) == Outcome::converged);
        CHECK(end(1.01) != Outcome::converged);
    }
}

TEST_CASE("rules that divide by ever more come to rest at any learning rate", "[optimizer]")
{
    for (const char* rule : {"adagrad", "amsgrad"})
        for (const char* rate : {"0.1", "10", "1000"}) {
            const auto spec = optimizer_named(rule, {{"learning_rate", rate}});
            INFO(rule << " at " << rate);
            CHECK(run(*test::surface_named("bowl"), spec, {1, 0.5}, {.steps = 200000}).outcome
                == Outcome::converged);
        }
}

TEST_CASE("Lion comes to rest at no learning rate", "[optimizer]")
{
    for (const char* rate : {"1e-6", "0.001", "0.1"})
        CHECK(run(*test::surface_named("bowl"), optimizer_named("lion", {{"learning_rate", rate}}),
                  {1e-3, 0.5e-3}, {.steps = 20000})
                  .outcome
            == Outcome::running);
}

TEST_CASE("weight decay counts as curvature", "[optimizer]")
{
    // On x² + y² the curvature is 2, and weight decay 6 makes it 8.
    const auto spec = optimizer_named("sgd", {{"weight_decay", "6"}});
    CHECK(*critical_learning_rate(*test::surface_named("bowl"), *spec.rule, {1, 1})
        == Approx(0.25).epsilon(1e-15));
}

TEST_CASE("concave ground, and rules of which none is known, have no critical learning rate",
    "[optimizer]")
{
    for (const char* rule : {"adagrad", "amsgrad", "adamw", "lion", "newton", "bfgs"})
        CHECK_FALSE(critical_learning_rate(
            *test::surface_named("bowl"), *optimizer_named(rule).rule, {1, 1}));
    CHECK_FALSE(critical_learning_rate(*test::surface_named("himmelblau"),
        *optimizer_named("gradient-descent").rule, {-0.27, -0.92}));
}

TEST_CASE("runs stay about a minimum that a rule which adapts cannot rest at", "[optimizer]")
{
    const auto surface = test::surface_named("bowl");
    const auto adam = optimizer_named("adam");
    CHECK(critical_learning_rate(*surface, *adam.rule, {}));
    CHECK_FALSE(repelling_learning_rate(*surface, *adam.rule, {}));
    CHECK(norm(run(*surface, adam, {1, 0.5}, {.steps = 5000}).points.back()) < 1e-3);
}

TEST_CASE("a run that ends in a 2-cycle is found and explained", "[optimizer]")
{
    // On (x² - 1)² + y² descent at x = 1, where the curvature is 8, is stable below 1/4. Just above
    // it, it jumps between two points beside 1: those of x' = x - 4 r x (x² - 1) that change
    // places.
    const auto surface = test::made(surface::surface_kinds(),
        test::mapping({{"kind", "formula"}, {"formula", "(x^2-1)^2+y^2"}}));
    const auto ended = [&](const std::string& rate) {
        const auto spec = optimizer_named("gradient-descent", {{"learning_rate", rate}});
        const auto path = run(*surface, spec, {0.9, 0.5}, {.steps = 3000});
        return std::pair(find_two_cycle(path), stability_note(*surface, spec, path));
    };
    CHECK_FALSE(ended("0.24").first);
    CHECK(ended("0.24").second.empty());
    const double r = 0.26;
    const auto [cycle, note] = ended("0.26");
    REQUIRE(cycle);
    const auto image = [&](double x) { return x - 4 * r * x * (x * x - 1); };
    CHECK(image(cycle->one.x) == Approx(cycle->other.x).epsilon(1e-9));
    CHECK(image(cycle->other.x) == Approx(cycle->one.x).epsilon(1e-9));
    CHECK(std::abs(cycle->one.x - cycle->other.x) > 0.1);
    CHECK_THAT(note, Catch::Matchers::StartsWith("jumps between ("));
    CHECK_THAT(note, Catch::Contains("; the critical learning rate between them is 0.2"));
}

TEST_CASE("a diverging run is explained", "[optimizer]")
{
    const auto surface = test::surface_named("rosenbrock");
    const auto note = [&](const std::string& rate) {
        const auto spec = optimizer_named("gradient-descent", {{"learning_rate", rate}});
        return stability_note(*surface, spec, run(*surface, spec, {-1.5, 1.5}, {}));
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
    CHECK(along(*surface, path, sharpness) == std::vector<double>{2, 2});
}
