#include "stage/camera.hpp"

#include "support/catch.hpp"
#include "support/plans.hpp"

using namespace thalweg;
using namespace thalweg::test;

namespace {
ExperimentPtr with_camera(std::vector<Keyframe> keys)
{
    auto experiment = std::make_shared<Experiment>(*experiment_of({arc({0, 1}, 1, 0, 1, 100)}));
    experiment->plan.camera = std::move(keys);
    return experiment;
}
} // namespace

TEST_CASE("without keyframes the camera shows the domain", "[stage]")
{
    const Camera camera(with_camera({}));
    CHECK_FALSE(camera.moves());
    CHECK(camera.view(0) == Box{{-2, 2}, {-1, 3}});
    CHECK(camera.view(99) == Box{{-2, 2}, {-1, 3}});
}

TEST_CASE("keyframes hold before the first and after the last, and zoom by equal factors between",
    "[stage]")
{
    const Camera camera(with_camera({{.at_s = 1, .center = Vec2{0, 1}, .width = 4},
        {.at_s = 3, .center = Vec2{1, 1}, .width = 1, .ease = Ease::linear}}));
    CHECK(camera.moves());
    CHECK(camera.view(0) == camera.view(1));
    CHECK(camera.view(3) == camera.view(8));
    CHECK(camera.view(2).width() == Approx(2));
    CHECK(camera.view(1.5).width() / camera.view(2).width()
        == Approx(camera.view(2).width() / camera.view(2.5).width()));
    // The point that the zoom heads for, (4/3, 1), stays where it is on the panel.
    for (const double t : {1.0, 1.7, 2.2, 3.0}) {
        const Box view = camera.view(t);
        CHECK((4.0 / 3 - view.x.lo) / view.width() == Approx(5.0 / 6));
    }
}

TEST_CASE("a camera that follows a run keeps its head near the middle", "[stage]")
{
    const auto experiment = with_camera({{.at_s = 0, .follow = "run 1", .width = 0.5}});
    const Camera camera(experiment);
    CHECK(camera.moves());
    for (double t = 0.5; t < 3.5; t += 0.25) {
        const Vec2 head = position_at(experiment->trajectories[0], experiment->step_at(t));
        CHECK(distance(camera.view(t).center(), head) < 0.1);
    }
}
