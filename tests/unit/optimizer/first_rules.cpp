// First iterates of the plain rules, worked by hand, and their behaviour on quadratics in closed
// form.
#include "optimizer/run.hpp"
#include "support/catch.hpp"
#include "unit/optimizer/made.hpp"

#include <cmath>

using namespace thalweg;
using namespace thalweg::optimizer;
using test::optimizer_named;

namespace {

constexpr Vec2 kStart{-1.8, 1.5};

Trajectory on_bowl(const std::string& rate, int steps = 60)
{
    return run(*test::surface_named("bowl"),
        optimizer_named("gradient-descent", {{"learning_rate", rate}}), kStart, {.steps = steps});
}

void check_near(Vec2 a, Vec2 b, double margin = 1e-14)
{
    CHECK(a.x == Approx(b.x).margin(margin));
    CHECK(a.y == Approx(b.y).margin(margin));
}

} // namespace

TEST_CASE("on the bowl a step multiplies the point by 1 - 2η", "[optimizer]")
{
    // x - η 2x = (1 - 2η) x, so the point after k steps is (1 - 2η)^k times the start.
    const auto rate = GENERATE(as<std::string>{}, "0.1", "0.4", "0.9", "1", "1.1");
    const double factor = 1 - 2 * std::stod(rate);
    const Trajectory path = on_bowl(rate);
    REQUIRE((path.steps() == 60 || path.outcome == Outcome::converged));
    for (int k = 0; k <= path.steps(); ++k) {
        const Vec2 expected = std::pow(factor, k) * kStart;
        CHECK(path.points[std::size_t(k)].x == Approx(expected.x).epsilon(1e-12));
        CHECK(path.points[std::size_t(k)].y == Approx(expected.y).epsilon(1e-12));
    }
}

TEST_CASE("at the critical learning rate the bowl's point bounces for ever", "[optimizer]")
{
    const Trajectory path = on_bowl("1");
    for (std::size_t k = 0; k <= 60; ++k)
        CHECK(path.points[k] == (k % 2 == 0 ? kStart : -kStart));
    CHECK(path.outcome == Outcome::running);
}

TEST_CASE("both forms of momentum make the same path at a constant learning rate", "[optimizer]")
{
    const auto surface = test::surface_named("himmelblau");
    const auto velocity
        = run(*surface, optimizer_named("momentum", {{"learning_rate", "0.005"}}), {0.3, -1}, {});
    const auto accumulated = run(*surface,
        optimizer_named("momentum", {{"learning_rate", "0.005"}, {"form", "accumulated"}}),
        {0.3, -1}, {});
    REQUIRE(velocity.steps() == accumulated.steps());
    for (std::size_t k = 0; k < velocity.points.size(); ++k)
        check_near(velocity.points[k], accumulated.points[k], 1e-9);
}

TEST_CASE("momentum's first steps on the bowl", "[optimizer]")
{
    // By hand, η = 0.1, β = 0.5, from (1, -2):  v1 = (-0.2, 0.4), x1 = (0.8, -1.6);
    // v2 = 0.5 v1 - 0.1 (1.6, -3.2) = (-0.26, 0.52), x2 = (0.54, -1.08).
    const auto path = run(*test::surface_named("bowl"),
        optimizer_named("momentum", {{"learning_rate", "0.1"}, {"momentum", "0.5"}}), {1, -2},
        {.steps = 2});
    check_near(path.points[1], {0.8, -1.6});
    check_near(path.points[2], {0.54, -1.08});
}

TEST_CASE(
    "Newton reaches a quadratic's stationary point in one step, be it a saddle", "[optimizer]")
{
    const auto kind = GENERATE(as<std::string>{}, "bowl", "saddle");
    const auto path = run(*test::surface_named(kind), optimizer_named("newton"), {0.7, -1.3}, {});
    check_near(path.points[1], {0, 0}, 1e-15);
    CHECK(path.outcome == Outcome::converged);
    CHECK(path.ended_at == 2); // the step that shows that nothing moves any more
}

TEST_CASE("Newton's first steps on Rosenbrock", "[optimizer]")
{
    // By hand from (0, 0): g = (-2, 0), H = diag(2, 200), so x1 = (1, 0).
    // There g = (400, -200), H = (1202, -400; -400, 200), det = 80400, so the step is (0, 1): the
    // minimum.
    const auto path
        = run(*test::surface_named("rosenbrock"), optimizer_named("newton"), {0, 0}, {});
    check_near(path.points[1], {1, 0});
    check_near(path.points[2], {1, 1});
    CHECK(path.outcome == Outcome::converged);
}
