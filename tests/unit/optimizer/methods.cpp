// Methods that are more than an update formula: second order, line searches, the flow,
// derivative-free rivals.
#include "optimizer/line_search.hpp"
#include "optimizer/run.hpp"
#include "support/catch.hpp"
#include "unit/optimizer/made.hpp"

#include <cmath>

using namespace thalweg;
using namespace thalweg::optimizer;
using test::optimizer_named;

namespace {

constexpr Vec2 kRosenbrockStart{-1.5, 1.5};

Trajectory on(const std::string& surface, const OptimizerSpec& spec, Vec2 start, int steps = 600)
{
    return run(*test::surface_named(surface), spec, start, {.steps = steps});
}

void check_never_rises(const Trajectory& path)
{
    for (std::size_t k = 1; k < path.losses.size(); ++k)
        CHECK(path.losses[k] <= path.losses[k - 1] * (1 + 1e-15));
}

} // namespace

TEST_CASE("BFGS finds Rosenbrock's minimum to 1e-10", "[optimizer]")
{
    for (const Vec2 start : {kRosenbrockStart, Vec2{-1.2, 1}, Vec2{2, -1}, Vec2{0, 0}}) {
        const auto path = on("rosenbrock", optimizer_named("bfgs"), start);
        CHECK(distance(path.points.back(), {1, 1}) < 1e-10);
        CHECK(path.outcome == Outcome::converged);
        CHECK(path.steps() < 60);
        check_never_rises(path);
    }
}

TEST_CASE("conjugate gradients find Rosenbrock's minimum by every formula", "[optimizer]")
{
    const auto formula = GENERATE(
        as<std::string>{}, "fletcher-reeves", "polak-ribiere", "hestenes-stiefel", "dai-yuan");
    const auto path = on("rosenbrock",
        optimizer_named("conjugate-gradient", {{"formula", formula}}), kRosenbrockStart);
    INFO(formula << " in " << path.steps() << " steps");
    CHECK(distance(path.points.back(), {1, 1}) < 1e-8);
    check_never_rises(path);
}

TEST_CASE("conjugate gradients with exact searches take two steps on a quadratic", "[optimizer]")
{
    const auto surface = test::made(surface::surface_kinds(),
        test::mapping({{"kind", "bowl"}, {"a", "100"}, {"b", "1"}, {"rotation", "30"}}));
    const auto formula = GENERATE(
        as<std::string>{}, "fletcher-reeves", "polak-ribiere", "hestenes-stiefel", "dai-yuan");
    const auto spec
        = optimizer_named("conjugate-gradient", {{"formula", formula}, {"search", "exact"}});
    for (const Vec2 start : {Vec2{1, 1}, Vec2{-3, 0.2}, Vec2{0.01, 7}}) {
        INFO(formula);
        const auto path = run(*surface, spec, start, {.steps = 2});
        REQUIRE(path.steps() == 2);
        // The first step's length in closed form: g·g / g·Hg.
        const Vec2 g = surface->slope(start).gradient;
        const double length = norm2(g) / dot(g, hessian(surface->jet(start)) * g);
        CHECK(distance(path.points[1], start - length * g) < 1e-14 * norm(start));
        CHECK(norm(path.points[2]) < 1e-12 * norm(start));
    }
}

TEST_CASE("an exact line search ends at a minimum along its line, to rounding", "[optimizer]")
{
    // Rounding turns the sign of a slope within some units in the last place of the length.
    for (const char* name : {"rosenbrock", "himmelblau"}) {
        const auto surface = test::surface_named(name);
        const Probe f(*surface, {});
        for (double x = -2; x <= 2; x += 0.37)
            for (double y = -1; y <= 3; y += 0.41)
                for (const double first : {1e-6, 1e-3, 0.1}) {
                    const LinePoint here = look_at(f, {x, y});
                    const Line line(here, -here.gradient);
                    const auto p = line_minimum(f, line, first);
                    REQUIRE(p);
                    INFO(name << " from " << x << ", " << y << ", first " << first);
                    CHECK(p->value < here.value);
                    const auto slope = [&](double at) {
                        const Vec2 q = here.point + at * line.direction;
                        return dot(surface->slope(q).gradient, line.direction);
                    };
                    CHECK(slope(p->at * (1 - 1e-10)) < 0);
                    CHECK(slope(p->at * (1 + 1e-10)) > 0);
                }
    }
}

TEST_CASE("conjugate gradients with exact searches find Rosenbrock's minimum", "[optimizer]")
{
    const auto spec = optimizer_named("conjugate-gradient", {{"search", "exact"}});
    const auto path = on("rosenbrock", spec, kRosenbrockStart);
    CHECK(distance(path.points.back(), {1, 1}) < 1e-8);
    check_never_rises(path);
}

TEST_CASE("a line search meets the strong Wolfe conditions", "[optimizer]")
{
    const auto surface = test::surface_named("rosenbrock");
    const Probe f(*surface, {});
    for (const double curvature : {0.9, 0.1, 0.01})
        for (double x = -2; x <= 2; x += 0.37)
            for (double y = -1; y <= 3; y += 0.41)
                for (const double first : {1e-6, 1e-3, 1.0, 100.0}) {
                    const LinePoint here = look_at(f, {x, y});
                    const Line line(here, -here.gradient);
                    const WolfeRule rule{.decrease = 1e-4, .curvature = curvature};
                    const auto p = wolfe_point(f, line, first, rule);
                    REQUIRE(p);
                    CHECK(p->value <= line.origin.value + 1e-4 * p->at * line.origin.slope);
                    CHECK(std::abs(p->slope) <= curvature * std::abs(line.origin.slope));
                    CHECK(p->value == surface->value(Vec2{x, y} - p->at * here.gradient));
                }
}

TEST_CASE(
    "damped Newton and Newton with a line search descend where pure Newton climbs", "[optimizer]")
{
    // Near Himmelblau's maximum the Hessian is negative definite.
    const Vec2 start{-0.3, -0.8};
    const auto pure = on("himmelblau", optimizer_named("newton"), start);
    CHECK(distance(pure.points.back(), {-0.270845, -0.923039}) < 1e-6);
    CHECK(pure.losses.back() == Approx(181.6165).margin(5e-5));
    for (const char* form : {"damped", "line-search"}) {
        INFO(form);
        const auto path = on("himmelblau", optimizer_named("newton", {{"form", form}}), start);
        CHECK(path.outcome == Outcome::converged);
        CHECK(path.losses.back() < 1e-20);
    }
    check_never_rises(
        on("himmelblau", optimizer_named("newton", {{"form", "line-search"}}), start));
}

TEST_CASE("Newton doubles its right digits near a minimum", "[optimizer]")
{
    const auto path = on("himmelblau", optimizer_named("newton"), {3.2, 2.2});
    const auto error = [&](std::size_t k) { return distance(path.points[k], {3, 2}); };
    for (std::size_t k = 1; k < 4; ++k)
        CHECK(error(k + 1) < error(k) * error(k)); // quadratic convergence
}

TEST_CASE("the gradient flow follows its closed form on quadratics", "[optimizer]")
{
    // On x² + y² the flow is e^(-2t) times the start; on x² − y², y grows as e^(2t).
    const auto bowl = on(
        "bowl", optimizer_named("gradient-flow", {{"learning_rate", "0.05"}}), {-1.8, 1.5}, 100);
    const auto saddle = on(
        "saddle", optimizer_named("gradient-flow", {{"learning_rate", "0.05"}}), {-1.8, 0.01}, 60);
    for (int k = 0; k <= 60; ++k) {
        const double shrink = std::exp(-0.1 * k);
        const auto i = static_cast<std::size_t>(k);
        CHECK(distance(bowl.points[i], shrink * Vec2{-1.8, 1.5}) < 1e-9);
        CHECK(distance(saddle.points[i], {-1.8 * shrink, 0.01 / shrink}) < 1e-8);
    }
}

TEST_CASE("gradient descent tends to the gradient flow as its steps shrink", "[optimizer]")
{
    const auto flow = on("rosenbrock", optimizer_named("gradient-flow", {{"learning_rate", "0.1"}}),
        kRosenbrockStart, 1);
    double before = 1;
    for (const int n : {1000, 2000, 4000}) {
        const auto descent = on("rosenbrock",
            optimizer_named("gradient-descent", {{"learning_rate", std::to_string(0.1 / n)}}),
            kRosenbrockStart, n);
        const double error = distance(descent.points.back(), flow.points.back());
        CHECK(error < 0.6 * before); // Euler's method has order 1
        before = error;
    }
    CHECK(before < 1e-3);
}

TEST_CASE("a flow through a stiff valley never rises", "[optimizer]")
{
    const auto path = on("rosenbrock",
        optimizer_named("gradient-flow", {{"learning_rate", "0.05"}}), kRosenbrockStart, 400);
    check_never_rises(path);
    CHECK(distance(path.points.back(), {1, 1}) < 1e-3);
}

TEST_CASE("Nelder-Mead finds minima without a gradient", "[optimizer]")
{
    const auto path = on("rosenbrock", optimizer_named("nelder-mead"), kRosenbrockStart);
    CHECK(distance(path.points.back(), {1, 1}) < 1e-7);
    check_never_rises(path);
}

TEST_CASE("Nelder-Mead's first moves on the bowl", "[optimizer]")
{
    // By hand, legs of 1 from (3, 3): the worst corner is (3, 4), or by the order of ties (4, 3)
    // before it. The middle of (3, 3) and (4, 3) is (3.5, 3); reflected (4, 2) has 20 > 18, so it
    // is not the best and not below the second: second (4, 3) has 25, so 18 <= 20 < 25: accepted;
    // best stays (3, 3).
    const auto spec = optimizer_named("nelder-mead", {{"size", "1"}});
    const auto path = on("bowl", spec, {3, 3}, 2);
    CHECK(path.points[1] == Vec2{3, 3});
    // Corners (3, 3), (4, 2), (4, 3): middle (3.5, 2.5), reflected (3, 2) has 13 < 18: expanded
    // (2.5, 1.5) has 8.5.
    CHECK(path.points[2] == Vec2{2.5, 1.5});
}

TEST_CASE("CMA-ES finds minima without a gradient, from many seeds", "[optimizer]")
{
    for (const char* seed : {"1", "2", "3", "4", "5"}) {
        INFO(seed);
        const auto path
            = on("rosenbrock", optimizer_named("cma-es", {{"seed", seed}}), kRosenbrockStart, 400);
        CHECK(distance(path.points.back(), {1, 1}) < 1e-8);
    }
}

TEST_CASE("CMA-ES converges linearly on a quadratic however stretched and turned", "[optimizer]")
{
    const auto surface = test::made(surface::surface_kinds(),
        test::mapping({{"kind", "bowl"}, {"a", "1000"}, {"b", "1"}, {"rotation", "30"}}));
    const auto path = run(*surface, optimizer_named("cma-es"), {1, 1}, {.steps = 300});
    CHECK(path.losses.back() < 1e-20);
}
