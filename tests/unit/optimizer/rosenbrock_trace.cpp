#include "optimizer/run.hpp"
#include "support/catch.hpp"
#include "unit/optimizer/made.hpp"

#include <fstream>

#include <fmt/format.h>

using namespace thalweg;
using namespace thalweg::optimizer;

namespace {

const RunOptions kCentral{.steps = 2000, .gradient = {.central_difference = true, .h = 1e-5}};

Trajectory descent()
{
    return run(*test::surface_named("rosenbrock"),
        test::optimizer_named("gradient-descent", {{"learning_rate", "0.001"}}), {-1.5, 1.5},
        kCentral);
}

} // namespace

TEST_CASE("the published Rosenbrock trace is reproduced digit by digit", "[optimizer]")
{
    const Trajectory path = descent();
    std::ifstream file("tests/data/rosenbrock-trace.csv");
    std::string line;
    REQUIRE(std::getline(file, line));
    std::size_t k = 0;
    for (; std::getline(file, line); ++k) {
        const Vec2 p = path.points[k];
        CHECK(fmt::format("{},{:.5f},{:.5f},{:.6f}", k, p.x, p.y, path.losses[k]) == line);
    }
    CHECK(k == 25);
}

TEST_CASE("the published Rosenbrock trace ends where it should", "[optimizer]")
{
    const Trajectory path = descent();
    REQUIRE(path.steps() == 2000);
    CHECK(path.outcome == Outcome::running);
    CHECK(fmt::format("{:.3f} {:.3f} {:.2f}", path.points.back().x, path.points.back().y,
              path.losses.back())
        == "0.654 0.427 0.12");
}
