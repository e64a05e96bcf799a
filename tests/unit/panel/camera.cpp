#include "panel/contour/camera.hpp"

#include "support/catch.hpp"
#include "support/experiments.hpp"

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

const Box kDomain{{-2, 2}, {-1, 3}};

Context one_run()
{
    return context_of(experiments_of({arc_of({0, 1}, 1, 0, 1, 100)}),
        {.pace = experiment::Pace::linear, .duration_s = 6});
}

} // namespace

TEST_CASE("without keyframes the camera shows the domain", "[panel][camera]")
{
    const Camera camera({}, kDomain, one_run());
    CHECK_FALSE(camera.moves());
    CHECK(camera.view(0) == kDomain);
    CHECK(camera.view(99) == kDomain);
}

TEST_CASE("equal keyframes do not move", "[panel][camera]")
{
    const Keyframe key{.at_s = 1, .center = Vec2{1, 1}, .follow = {}, .width = 1};
    Keyframe same = key;
    same.at_s = 3;
    CHECK_FALSE(Camera({key, same}, kDomain, one_run()).moves());
}

TEST_CASE("keyframes hold before the first and after the last, and zoom by equal factors between",
    "[panel][camera]")
{
    const Camera camera(
        {{.at_s = 1, .center = Vec2{0, 1}, .follow = {}, .width = 4},
            {.at_s = 3, .center = Vec2{1, 1}, .follow = {}, .width = 1, .ease = Ease::linear}},
        kDomain, one_run());
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

TEST_CASE("a camera that follows a run keeps its head near the middle", "[panel][camera]")
{
    const Context context = one_run();
    const Camera camera({{.at_s = 0, .center = {}, .follow = 0, .width = 0.5}}, kDomain, context);
    CHECK(camera.moves());
    for (double t = 1.5; t < 4; t += 0.25) {
        const double step = context.timeline->moment(t).steps[0];
        const Vec2 head = experiment::position_at(context.experiments->trajectory(0), step);
        CHECK(distance(camera.view(t).center(), head) < 0.1);
    }
}
