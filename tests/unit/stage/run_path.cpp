#include "stage/run_path.hpp"

#include "support/catch.hpp"
#include "support/plans.hpp"

using namespace thalweg;
using namespace thalweg::test;

TEST_CASE(
    "a thinned path keeps its ends and stays within the distance of what it leaves out", "[stage]")
{
    const Trajectory run = recorded(arc({0, 0}, 1, 0, 3, 50'000));
    const RunPath path = thin_path(run, 0.01);
    CHECK(path.points.front() == run.points.front());
    CHECK(path.points.back() == run.points.back());
    CHECK(path.points.size() < 2000);
    for (int k = 0; k <= run.steps(); k += 37) {
        const std::size_t reached = path.reached(k);
        REQUIRE(reached >= 1);
        CHECK(distance(path.points[reached - 1], run.points[static_cast<std::size_t>(k)]) < 0.01);
    }
}

TEST_CASE("however long a run, its drawn path is bounded", "[stage]")
{
    std::vector<Vec2> zigzag;
    for (int k = 0; k < 200'000; ++k)
        zigzag.push_back({k % 2 == 0 ? -1.0 : 1.0, 1e-5 * k});
    CHECK(thin_path(recorded(zigzag), 0.001).points.size() <= 4096);
}
