// How runs end.
#include "optimizer/run.hpp"
#include "support/catch.hpp"
#include "unit/optimizer/made.hpp"

#include <cmath>

using namespace thalweg;
using namespace thalweg::optimizer;
using test::optimizer_named;

namespace {

/// Its Hessian has a zero eigenvalue everywhere.
struct Trough {
    template <class T>
    T operator()(T x, T) const
    {
        return sq(x);
    }
    surface::SurfaceFacts facts() const
    {
        return {
            .formula = "x²", .source = "", .domain = {{-1, 1}, {-1, 1}}, .start = {}, .minima = {}};
    }
};

/// Its gradients have squares beyond the largest number.
struct Huge {
    template <class T>
    T operator()(T x, T y) const
    {
        return 1e200 * (x + y);
    }
    surface::SurfaceFacts facts() const
    {
        return {.formula = "10²⁰⁰ (x + y)",
            .source = "",
            .domain = {{-1, 1}, {-1, 1}},
            .start = {},
            .minima = {}};
    }
};

} // namespace

TEST_CASE("gradient norms are numbers as long as the gradient's parts are", "[optimizer]")
{
    const auto path = run(surface::FunctionSurface(Huge{}), optimizer_named("gradient-descent"),
        {0, 0}, {.steps = 1});
    CHECK(path.gradient_norms.front() == Approx(std::sqrt(2) * 1e200));
}

TEST_CASE("a run that comes to rest ends there", "[optimizer]")
{
    const auto path = run(*test::surface_named("bowl"),
        optimizer_named("gradient-descent", {{"learning_rate", "0.1"}}), {-1.8, 1.5},
        {.steps = 1000000});
    CHECK(path.outcome == Outcome::converged);
    // The gradient, 2 · 0.8^k · |start|, falls to 1e-12 after 130.7 steps.
    CHECK(path.ended_at == 131);
    CHECK(path.steps() == 131);
    CHECK(path.gradient_norms.back() <= 1e-12);
}

TEST_CASE("a ball that rolls through the minimum has not converged", "[optimizer]")
{
    // With η = 1/4 and β = 1/2 the bowl's steps are x ← x + v, v ← v/2 - x/2; from (1, 0): 1, 0.5,
    // 0, ...
    const auto path = run(*test::surface_named("bowl"),
        optimizer_named("momentum", {{"learning_rate", "0.25"}, {"momentum", "0.5"}}), {1, 0},
        {.steps = 10});
    CHECK(path.points[2] == Vec2{0, 0});
    CHECK(path.outcome == Outcome::running);
    CHECK(path.points[3] == Vec2{-0.25, 0});
}

TEST_CASE("a run that stands still ends where it came to stand", "[optimizer]")
{
    // The steps become smaller than half a unit in the last place of x = 3 long before the gradient
    // is 1e-12.
    const auto path = run(*test::surface_named("himmelblau"),
        optimizer_named("gradient-descent", {{"learning_rate", "0.001"}}), {2.5, 2.2},
        {.steps = 100000});
    CHECK(path.outcome == Outcome::converged);
    CHECK(path.steps() == path.ended_at);
    CHECK(distance(path.points.back(), {3, 2}) < 1e-12);
    CHECK(path.points.back() != path.points[path.points.size() - 2]);
}

TEST_CASE("divergence is a result: the path stays finite to its end", "[optimizer]")
{
    const auto path = run(*test::surface_named("rosenbrock"),
        optimizer_named("gradient-descent", {{"learning_rate", "0.01"}}), {-1.5, 1.5},
        {.steps = 600});
    CHECK(path.outcome == Outcome::diverged);
    CHECK(path.ended_at < 10);
    CHECK(path.steps() >= path.ended_at - 1);
    for (std::size_t k = 0; k < path.points.size(); ++k) {
        CHECK(is_finite(path.points[k]));
        CHECK(std::isfinite(path.losses[k]));
    }
    CHECK(norm(path.points.back()) > 1e3); // far enough to be drawn to the edge
}

TEST_CASE("sliding off a saddle for ever is divergence", "[optimizer]")
{
    const auto path = run(*test::surface_named("saddle"),
        optimizer_named("gradient-descent", {{"learning_rate", "0.1"}}), {-1, 0.01},
        {.steps = 600});
    CHECK(path.outcome == Outcome::diverged);
    CHECK(path.ended_at > 100); // 0.01 · 1.2^k exceeds 6.4e9 after 149.2 steps
    CHECK(path.ended_at == 150);
}

TEST_CASE("a singular Hessian stops Newton with a note", "[optimizer]")
{
    const auto path
        = run(surface::FunctionSurface(Trough{}), optimizer_named("newton"), {0.5, 0.5}, {});
    CHECK(path.outcome == Outcome::stopped);
    CHECK(path.note == "the Hessian is singular");
    CHECK(path.ended_at == 0);
    CHECK(path.points.size() == 1);
}

TEST_CASE("a run may leave the region where the surface is defined", "[optimizer]")
{
    // x log x falls from (1, y) to the left, to its minimum at 1/e; a long step leads beyond 0.
    const auto surface = test::made(surface::surface_kinds(),
        test::mapping({{"kind", "formula"}, {"formula", "x*log(x) + y^2"}}));
    const auto path = run(*surface, optimizer_named("gradient-descent", {{"learning_rate", "1.5"}}),
        {1, 0}, {.steps = 9});
    CHECK(path.outcome == Outcome::undefined);
    CHECK(path.points == std::vector<Vec2>{{1, 0}}); // the next would be (-0.5, 0)
    CHECK(path.ended_at == 1);
    CHECK(outcome_text(path) == "left the defined region at step 1");
}

TEST_CASE("a run that begins where the surface has no value stops there", "[optimizer]")
{
    // Under the root of a negative number.
    const auto surface = test::made(surface::surface_kinds(),
        test::mapping({{"kind", "formula"}, {"formula", "sqrt(x) + y^2"}}));
    const auto path = run(*surface, optimizer_named("gradient-descent"), {-1, 1}, {});
    CHECK(path.outcome == Outcome::stopped);
    CHECK(path.note == "the surface has no finite value at the start");
    CHECK(path.points == std::vector<Vec2>{{-1, 1}});
}

TEST_CASE("no steps leave the start alone", "[optimizer]")
{
    const auto path = run(
        *test::surface_named("bowl"), optimizer_named("gradient-descent"), {1, 1}, {.steps = 0});
    CHECK(path.points == std::vector<Vec2>{{1, 1}});
    CHECK(path.outcome == Outcome::running);
}
