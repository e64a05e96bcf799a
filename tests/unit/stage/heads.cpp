#include "stage/heads.hpp"

#include "support/catch.hpp"
#include "support/plans.hpp"

#include <limits>

using namespace thalweg;
using namespace thalweg::test;

namespace {
const Box kMap{{100, 500}, {50, 450}};
const Box kView{{-2, 2}, {-1, 3}};
} // namespace

TEST_CASE(
    "a point in the view stands at its place, one outside at the edge in its direction", "[stage]")
{
    const Head inside = on_panel(kView, kMap, {0, 1});
    CHECK_FALSE(inside.outside());
    CHECK(inside.at == Vec2{300, 250});

    const Head right = on_panel(kView, kMap, {50, 1});
    CHECK(right.outside());
    CHECK(right.at.x == Approx(500));
    CHECK(right.at.y == Approx(250));
    CHECK(right.direction.x == Approx(1));

    const Head corner = on_panel(kView, kMap, {1e300, -1e300});
    CHECK(corner.outside());
    CHECK(kMap.contains(corner.at));
    CHECK(corner.direction.x == Approx(-corner.direction.y * -1).margin(1e-6));
}

TEST_CASE("a diverged run keeps its last finite point and says so", "[stage]")
{
    auto experiment = std::make_shared<Experiment>(
        *experiment_of({arc({0, 1}, 1, 0, 0.5, 10), arc({0, 1}, 1, 0, 0.5, 20)}));
    experiment->trajectories[0].outcome = Outcome::diverged;
    experiment->trajectories[0].ended_at = 11;
    const ExperimentPtr shared = experiment;
    const Camera camera(shared);
    CHECK_FALSE(head_at(*shared, camera, kMap, 0, 0).diverged);
    const Head end = head_at(*shared, camera, kMap, 0, 5);
    CHECK(end.diverged);
    CHECK(end.step == 10);
    CHECK_FALSE(head_at(*shared, camera, kMap, 1, 5).diverged);
}
