#include "panel/space/view.hpp"

#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::panel;

namespace {
const Box kRoom{{100, 500}, {50, 350}};
const SpaceBox kBox({{0, 4}, {0, 4}});
} // namespace

TEST_CASE("from azimuth 0, x runs to the right and y away; from 90, y runs to the right", "[space]")
{
    const SpaceView front = SpaceCamera({.azimuth = 0}, kBox, 1, kRoom).view(0);
    CHECK(front(kBox.place({3, 2}, 0.5)).x > front(kBox.place({1, 2}, 0.5)).x);
    CHECK(front.nearness(kBox.place({2, 0}, 0.5)) > front.nearness(kBox.place({2, 4}, 0.5)));
    CHECK(front(kBox.place({2, 2}, 1)).y < front(kBox.place({2, 2}, 0)).y);
    const SpaceView right = SpaceCamera({.azimuth = 90}, kBox, 1, kRoom).view(0);
    CHECK(right(kBox.place({2, 3}, 0.5)).x > right(kBox.place({2, 1}, 0.5)).x);
    CHECK(right.nearness(kBox.place({4, 2}, 0.5)) > right.nearness(kBox.place({0, 2}, 0.5)));
}

TEST_CASE("the box fills its room and never leaves it, all around", "[space]")
{
    for (const auto projection : {SpaceProjection::perspective, SpaceProjection::orthographic}) {
        const SpaceCamera camera({.projection = projection, .orbit = 360}, kBox, 10, kRoom);
        Box all{kRoom.x, kRoom.y};
        for (double t = 0; t <= 10; t += 0.05)
            for (const Vec2 corner : kBox.domain().corners())
                for (const double height : {0.0, 1.0}) {
                    const Vec2 p = camera.view(t)(kBox.place(corner, height));
                    all = hull(all, {{p.x, p.x}, {p.y, p.y}});
                }
        CHECK(hull(all, grown(kRoom, 0.3)) == grown(kRoom, 0.3));
        const Box extent = camera.extent();
        CHECK(std::max(extent.width() / kRoom.width(), extent.height() / kRoom.height())
            == Approx(1));
    }
}

TEST_CASE("parallel edges stay parallel without perspective alone", "[space]")
{
    const auto spread = [&](SpaceProjection projection) {
        const SpaceView view
            = SpaceCamera({.projection = projection, .azimuth = 0}, kBox, 1, kRoom).view(0);
        const auto width = [&](double y) {
            return view(kBox.place({4, y}, 0)).x - view(kBox.place({0, y}, 0)).x;
        };
        return width(0) / width(4);
    };
    CHECK(spread(SpaceProjection::orthographic) == Approx(1));
    CHECK(spread(SpaceProjection::perspective) > 1.1);
}

TEST_CASE("nearness is linear in the picture along lines of space", "[space]")
{
    const SpaceView view = SpaceCamera({.distance = 2}, kBox, 1, kRoom).view(0);
    const Vec3 a{-0.5, -0.3, 0.2}, b{0.4, 0.5, -0.1}, middle = a + 0.3 * (b - a);
    const double share = distance(view(a), view(middle)) / distance(view(a), view(b));
    CHECK(view.nearness(middle)
        == Approx(std::lerp(view.nearness(a), view.nearness(b), share)).epsilon(1e-9));
}

TEST_CASE("a film turns by its orbit, and holds at its ends", "[space]")
{
    const SpaceCamera camera({.azimuth = 20, .orbit = -90}, kBox, 10, kRoom);
    CHECK(camera.azimuth(0) == 20);
    CHECK(camera.azimuth(5) == Approx(-25));
    CHECK(camera.azimuth(99) == Approx(-70));
}
