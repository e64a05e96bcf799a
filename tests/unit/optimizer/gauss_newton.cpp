#include "optimizer/rules/gauss_newton.hpp"

#include "optimizer/run.hpp"
#include "support/catch.hpp"
#include "support/nodes.hpp"
#include "support/temporary_folder.hpp"
#include "unit/optimizer/made.hpp"

#include <cmath>

using namespace thalweg;
using namespace thalweg::optimizer;
using test::optimizer_named;

namespace {

Trajectory on(const std::string& surface, const OptimizerSpec& spec, Vec2 start, int steps = 600)
{
    return run(*test::surface_named(surface), spec, start, {.steps = steps});
}

const test::Entries kDamped = {{"form", "levenberg-marquardt"}};

} // namespace

TEST_CASE("Gauss-Newton solves Rosenbrock's function in two steps", "[gauss-newton]")
{
    // r = (1 - x, 10 (y - x²)). The first residual is linear, so a step solves it: x₁ = 1. The
    // second, linear about x₀: y₁ = x₀² + 2 x₀ (1 - x₀) = 1.44 - 5.28 = -3.84. From x₁ = 1 the next
    // step has y₂ = 1.
    const auto path = on("rosenbrock", optimizer_named("gauss-newton"), {-1.2, 1});
    REQUIRE(path.steps() >= 2);
    CHECK(path.points[1].x == Approx(1).epsilon(1e-12));
    CHECK(path.points[1].y == Approx(-3.84).epsilon(1e-12));
    CHECK(distance(path.points[2], {1, 1}) < 1e-12);
    CHECK(path.outcome == Outcome::converged);
    CHECK(path.evaluations[2] == 4); // residuals with their Jacobian count 2
    // Half of a step.
    const auto half
        = on("rosenbrock", optimizer_named("gauss-newton", {{"learning_rate", "0.5"}}), {-1.2, 1});
    CHECK(distance(half.points[1], {-0.1, -1.42}) < 1e-12);
}

TEST_CASE("Gauss-Newton solves linear residuals in one step", "[gauss-newton]")
{
    CHECK(
        distance(on("booth", optimizer_named("gauss-newton"), {-8, 3}).points[1], {1, 3}) < 1e-12);
    const TemporaryFolder folder;
    folder.write("points.csv", "0,1\n1,2\n2,2\n4,5\n");
    const auto fit = test::made(surface::surface_kinds(),
        nodes::mapping(
            {{"kind", nodes::scalar("least-squares")}, {"file", nodes::scalar("points.csv")}},
            (folder / "a.yaml").string()));
    const auto path = run(*fit, optimizer_named("gauss-newton"), {-3, 7}, {.steps = 600});
    // The regression line by the textbook: slope cov / var = 8.5 / 8.75, through (7/4, 10/4).
    CHECK(path.points[1].y == Approx(8.5 / 8.75));
    CHECK(path.points[1].x == Approx(2.5 - 1.75 * 8.5 / 8.75));
}

TEST_CASE("singular normal equations stop Gauss-Newton", "[gauss-newton]")
{
    // Himmelblau's Jacobian is ((2x, 1), (1, 2y)), singular where 4xy = 1.
    const auto path = on("himmelblau", optimizer_named("gauss-newton"), {0.5, 0.5});
    CHECK(path.outcome == Outcome::stopped);
    CHECK(path.ended_at == 0);
    CHECK(path.note == "the normal equations are singular");
    const auto damped = on("himmelblau", optimizer_named("gauss-newton", kDamped), {0.5, 0.5});
    CHECK(damped.outcome == Outcome::converged);
    CHECK(damped.losses.back() < 1e-20);
    CHECK(on("ackley", optimizer_named("gauss-newton"), {1, 1}).note
        == "the surface is no sum of squares");
}

TEST_CASE("Levenberg-Marquardt's first two steps on the bowl", "[gauss-newton]")
{
    // J = I, so h = -x / (1 + μ) with μ = τ; the model is exact, so the gain is 1 and μ falls to a
    // third.
    const auto path = on("bowl",
        optimizer_named("gauss-newton", {{"form", "levenberg-marquardt"}, {"damping", "0.5"}}),
        {1, -2});
    CHECK(distance(path.points[1], 0.5 / 1.5 * Vec2{1, -2}) < 1e-14);
    CHECK(distance(path.points[2], (0.5 / 3) / (1 + 0.5 / 3) * path.points[1]) < 1e-14);
}

TEST_CASE("Levenberg-Marquardt goes downhill to a stationary point on every sum of squares",
    "[gauss-newton]")
{
    for (const char* kind : {"bowl", "stretched-quadratic", "rosenbrock", "himmelblau", "beale",
             "booth", "matyas", "levy", "double-well", "ravine"}) {
        INFO(kind);
        const auto surface = test::surface_named(kind);
        const Box domain = surface->facts().domain;
        for (int i = 0; i <= 6; ++i)
            for (int k = 0; k <= 6; ++k) {
                const Vec2 start{domain.x.at(i / 6.0), domain.y.at(k / 6.0)};
                const auto path = run(
                    *surface, optimizer_named("gauss-newton", kDamped), start, {.steps = 2000});
                INFO(start.x << ", " << start.y << " to " << path.points.back().x << ", "
                             << path.points.back().y << " in " << path.steps());
                for (std::size_t n = 1; n < path.losses.size(); ++n)
                    REQUIRE(path.losses[n] <= path.losses[n - 1]);
                // Beale's valleys fall for ever, to infinity.
                CHECK((path.gradient_norms.back() < 1e-5 || kind == std::string("beale")));
            }
    }
}
