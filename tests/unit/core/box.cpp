#include "core/box.hpp"
#include "support/catch.hpp"

#include <random>

using namespace thalweg;

TEST_CASE("a clipped segment is the part that lies inside", "[core]")
{
    const Box box{{-1, 2}, {0, 1}};
    std::mt19937_64 generator(1);
    std::uniform_real_distribution<double> at(-4, 4);
    for (int i = 0; i < 2000; ++i) {
        const Vec2 a{at(generator), at(generator)}, b{at(generator), at(generator)};
        double t0 = 0, t1 = 0;
        const bool hit = clip_segment(box, a, b, t0, t1);
        for (int k = 0; k <= 200; ++k) {
            const double t = k / 200.0;
            const bool kept = hit && t0 <= t && t <= t1;
            // Only points within rounding of the box's sides may differ.
            if (kept != box.contains(lerp(a, b, t))) {
                REQUIRE(grown(box, 1e-12).contains(lerp(a, b, t)));
                REQUIRE_FALSE(grown(box, -1e-12).contains(lerp(a, b, t)));
            }
        }
    }
}

TEST_CASE("segments along, on and beside a box's sides", "[core]")
{
    const Box box{{0, 2}, {0, 1}};
    double t0 = 0, t1 = 0;
    CHECK(clip_segment(box, {-2, 0}, {2, 0}, t0, t1));
    CHECK(t0 == 0.5);
    CHECK(t1 == 1);
    CHECK_FALSE(clip_segment(box, {-2, 1.5}, {2, 1.5}, t0, t1));
    CHECK(clip_segment(box, {1, 0.5}, {1, 0.5}, t0, t1));
    CHECK_FALSE(clip_segment(box, {3, 0.5}, {3, 0.5}, t0, t1));
    CHECK(clip_segment(box, {-1, 1}, {1, 3}, t0, t1) == false);
    CHECK(clip_segment(box, {-1, 0}, {1, 2}, t0, t1)); // through a corner
    CHECK(t0 == t1);
}

TEST_CASE("boxes", "[core]")
{
    const Box a{{0, 2}, {0, 1}}, b{{1, 4}, {-1, 0.5}}, c{{2, 3}, {0, 1}};
    CHECK(overlap(a, b));
    CHECK_FALSE(overlap(a, c)); // they only touch
    CHECK(hull(a, b) == Box{{0, 4}, {-1, 1}});
    CHECK(grown(a, 1) == Box{{-1, 3}, {-1, 2}});
    CHECK(a.center() == Vec2{1, 0.5});
    CHECK(a.clamp({5, -3}) == Vec2{2, 0});
    CHECK(eigenvalues({2, 0, -3}).low == -3);
    CHECK(eigenvalues({1, 2, 1}).high == 3);
}
