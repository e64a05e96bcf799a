// First iterates of the adaptive rules, worked by hand on surfaces whose gradient is plain to see.
#include "optimizer/run.hpp"
#include "support/catch.hpp"
#include "unit/optimizer/made.hpp"

#include <cmath>

using namespace thalweg;
using namespace thalweg::optimizer;
using test::optimizer_named;

namespace {

/// The point after k steps on the bowl x² + y² from (1, -2), where the gradient is (2, -4).
Vec2 after(int k, const OptimizerSpec& spec)
{
    return run(*test::surface_named("bowl"), spec, {1, -2}, {.steps = k})
        .points.at(static_cast<std::size_t>(k));
}

void check_near(Vec2 a, Vec2 b, double margin = 1e-9)
{
    CHECK(a.x == Approx(b.x).margin(margin));
    CHECK(a.y == Approx(b.y).margin(margin));
}

} // namespace

TEST_CASE(
    "rules that divide by the gradient's size first step by their learning rate along each axis",
    "[optimizer]")
{
    // Kingma and Ba, 2015, section 2.1: with the bias taken out, the first step of Adam is -η
    // sign(g), up to ε.
    for (const char* kind : {"adagrad", "adam", "amsgrad", "adamax", "lion"}) {
        INFO(kind);
        check_near(after(1, optimizer_named(kind, {{"learning_rate", "0.1"}})), {0.9, -1.9}, 1e-8);
    }
    // RMSProp's mean begins at zero: √((1 − ρ) g²) = |g| √(1 − ρ), so the first step is η / √(1 −
    // ρ).
    check_near(after(1, optimizer_named("rmsprop", {{"learning_rate", "0.1"}, {"decay", "0.75"}})),
        {0.8, -1.8}, 1e-8);
    // Without bias correction Adam's is η (1 − β₁) / √(1 − β₂).
    check_near(after(1,
                   optimizer_named("adam",
                       {{"learning_rate", "0.1"}, {"beta1", "0.5"}, {"beta2", "0.75"},
                           {"bias_correction", "false"}})),
        {0.9, -1.9}, 1e-8);
    // AdamW first shrinks the point by 1 − η λ.
    check_near(
        after(1, optimizer_named("adamw", {{"learning_rate", "0.1"}, {"weight_decay", "0.5"}})),
        {0.95 - 0.1, -1.9 + 0.1}, 1e-8);
    // Adadelta: d = g √ε / √((1 − ρ) g² + ε), nearly √(ε / (1 − ρ)).
    check_near(after(1, optimizer_named("adadelta", {{"epsilon", "1e-6"}, {"decay", "0.75"}})),
        {1 - 0.002, -2 + 0.002}, 1e-8);
    // RAdam's first steps are plain momentum with its bias taken out: -η g.
    check_near(after(1, optimizer_named("radam", {{"learning_rate", "0.1"}})), {0.8, -1.6});
    // NAdam, t = 1: m̂ = μ₂ (1 − β₁) g / (1 − μ₁ μ₂) + g, v̂ = g².
    const double mu1 = 0.9 * (1 - 0.5 * std::pow(0.96, 0.004)),
                 mu2 = 0.9 * (1 - 0.5 * std::pow(0.96, 0.008));
    const double length = 0.1 * (1 + 0.1 * mu2 / (1 - mu1 * mu2));
    check_near(after(1, optimizer_named("nadam", {{"learning_rate", "0.1"}})),
        {1 - length, -2 + length}, 1e-8);
}

TEST_CASE("AdaGrad's second step", "[optimizer]")
{
    // x1 = (0.9, -1.9), g1 = (1.8, -3.8), sums 4 + 3.24 and 16 + 14.44.
    check_near(after(2, optimizer_named("adagrad", {{"learning_rate", "0.1"}})),
        {0.9 - 0.18 / std::sqrt(7.24), -1.9 + 0.38 / std::sqrt(30.44)});
}

TEST_CASE("Lion's second step keeps its sign by the mean gradient", "[optimizer]")
{
    // Chen et al., 2023, algorithm 2: m1 = 0.01 g0; c2 = 0.9 m1 + 0.1 g1 has g's signs.
    check_near(after(2, optimizer_named("lion", {{"learning_rate", "0.1"}})), {0.8, -1.8});
    // Past the minimum the mean wins: β₁ = 0.9 and m = (1, ...) outweigh 0.1 g.
    check_near(after(2,
                   optimizer_named(
                       "lion", {{"learning_rate", "1.1"}, {"beta1", "0.9"}, {"beta2", "0.5"}})),
        {-1.2, 0.2});
}

TEST_CASE("Nesterov's first steps on the bowl", "[optimizer]")
{
    // By hand, η = 0.1, β = 0.5:  v1 = -0.1 (2, -4) = (-0.2, 0.4), x1 = (0.8, -1.6);
    // ahead (0.7, -1.4), v2 = (-0.1, 0.2) - 0.1 (1.4, -2.8) = (-0.24, 0.48), x2 = (0.56, -1.12).
    const auto ahead = optimizer_named("nesterov", {{"learning_rate", "0.1"}, {"momentum", "0.5"}});
    check_near(after(1, ahead), {0.8, -1.6});
    check_near(after(2, ahead), {0.56, -1.12});
    // Accumulated: v1 = (2, -4), x1 = x0 - 0.1 (g + 0.5 v1) = x0 - 0.1 (3, -6).
    const auto accumulated = optimizer_named(
        "nesterov", {{"learning_rate", "0.1"}, {"momentum", "0.5"}, {"form", "accumulated"}});
    check_near(after(1, accumulated), {0.7, -1.4});
}

TEST_CASE("Nesterov's two forms are one path seen from two places", "[optimizer]")
{
    // With y = x + β v, the look-ahead form's y follows the accumulated form's x.
    const auto surface = test::surface_named("himmelblau");
    const double beta = 0.9;
    const auto velocity = run(*surface, optimizer_named("nesterov", {{"learning_rate", "0.003"}}),
        {0.3, -1}, {.steps = 100});
    const auto accumulated = run(*surface,
        optimizer_named("nesterov", {{"learning_rate", "0.003"}, {"form", "accumulated"}}),
        {0.3, -1}, {.steps = 100});
    for (std::size_t k = 1; k <= 100; ++k) {
        const Vec2 v = velocity.points[k] - velocity.points[k - 1];
        check_near(velocity.points[k] + beta * v, accumulated.points[k], 1e-10);
    }
}
