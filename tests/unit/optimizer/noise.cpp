// The random numbers and what they do to gradients.
#include "optimizer/random.hpp"
#include "optimizer/run.hpp"
#include "support/catch.hpp"
#include "unit/optimizer/made.hpp"

#include <cmath>

using namespace thalweg;
using namespace thalweg::optimizer;
using test::optimizer_named;

TEST_CASE("the generator is SplitMix64", "[optimizer]")
{
    // The first five numbers of seed 1234567, as the reference implementation's users publish them.
    Random random(1234567);
    for (const std::uint64_t expected : {6457827717110365317u, 3203168211198807973u,
             9817491932198370423u, 4593380528125082431u, 16408922859458223821u})
        CHECK(random.bits() == expected);
}

TEST_CASE("normal numbers have the moments and tails of the normal distribution", "[optimizer]")
{
    constexpr int kCount = 1000000;
    Random random(42);
    double sums[5] = {};
    int beyond[4] = {};
    for (int i = 0; i < kCount; ++i) {
        const double z = random.normal();
        for (int p = 1; p <= 4; ++p)
            sums[p] += std::pow(z, p);
        for (int s = 1; s <= 3; ++s)
            beyond[s] += std::abs(z) > s;
    }
    // Five standard errors each: the moments' variances are 1, 2, 15 and 96.
    CHECK(std::abs(sums[1] / kCount) < 5 * std::sqrt(1.0 / kCount));
    CHECK(std::abs(sums[2] / kCount - 1) < 5 * std::sqrt(2.0 / kCount));
    CHECK(std::abs(sums[3] / kCount) < 5 * std::sqrt(15.0 / kCount));
    CHECK(std::abs(sums[4] / kCount - 3) < 5 * std::sqrt(96.0 / kCount));
    for (int s = 1; s <= 3; ++s) {
        const double p = std::erfc(s / std::sqrt(2.0));
        CHECK(std::abs(double(beyond[s]) / kCount - p) < 5 * std::sqrt(p * (1 - p) / kCount));
    }
}

TEST_CASE("noise has the standard deviation that was asked for, isotropic or scaled", "[optimizer]")
{
    const auto surface = test::surface_named("bowl");
    const Vec2 at{3, 4}, exact{6, 8};
    const auto deviation = [&](const NoiseRule& noise) {
        const Probe probe(*surface, {}, {.noise = noise});
        double squares = 0;
        for (int i = 0; i < 100000; ++i)
            squares += norm2(probe.gradient(at) - exact);
        return std::sqrt(squares / 200000);
    };
    CHECK(deviation({.sigma = 0.5}) == Approx(0.5).epsilon(0.01));
    CHECK(
        deviation({.sigma = 0.5, .scale = NoiseRule::Scale::gradient}) == Approx(5).epsilon(0.01));
    CHECK(deviation({}) == 0);
}

TEST_CASE("the same seed gives the same run, another seed another one", "[optimizer]")
{
    const auto surface = test::surface_named("himmelblau");
    const auto noisy = [&](int seed) {
        auto spec = optimizer_named("adam");
        spec.chance.noise = {.sigma = 0.5, .seed = static_cast<std::uint64_t>(seed)};
        return run(*surface, spec, {0, 0}, {.steps = 100}).points;
    };
    CHECK(noisy(7) == noisy(7));
    CHECK(noisy(7) != noisy(8));
}

TEST_CASE("SGD hovers about the bowl's minimum as the theory of its variance says", "[optimizer]")
{
    // x ← (1 − 2η) x − η σ ξ has the stationary variance η² σ² / (1 − (1 − 2η)²) along each axis.
    const double rate = 0.1, sigma = 1;
    const auto path = run(*test::surface_named("bowl"),
        optimizer_named("sgd", {{"learning_rate", "0.1"}}), {0, 0}, {.steps = 200000});
    double squares = 0;
    for (const Vec2 p : path.points)
        squares += norm2(p) / 2;
    const double expected = rate * rate * sigma * sigma / (1 - (1 - 2 * rate) * (1 - 2 * rate));
    CHECK(squares / double(path.points.size()) == Approx(expected).epsilon(0.03));
    CHECK(path.outcome == Outcome::running);
}

TEST_CASE("noise is a number or a mapping", "[optimizer]")
{
    Node node = test::mapping({{"kind", "adam"}});
    Node::Entry& entry = node.entries.emplace_back();
    entry.key = "noise";
    entry.value = test::mapping({{"sigma", "0.5"}, {"seed", "7"}, {"scale", "gradient"}});
    const NoiseRule noise = test::made(optimizer_kinds(), node).chance.noise;
    CHECK(noise.sigma == 0.5);
    CHECK(noise.seed == 7);
    CHECK(noise.scale == NoiseRule::Scale::gradient);
    CHECK(optimizer_named("adam", {{"noise", "0.25"}}).chance.noise.sigma == 0.25);
    CHECK(optimizer_named("adam").chance.noise.sigma == 0);
    CHECK_THROWS_AS(optimizer_named("nelder-mead", {{"noise", "0.25"}}), SceneError);
}
