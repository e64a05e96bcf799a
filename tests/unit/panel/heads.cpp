#include "panel/contour/heads.hpp"

#include "moving.hpp"
#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {
const Box kMap{{100, 500}, {50, 450}};
const Projection kProject{{{-2, 2}, {-1, 3}}, kMap};
} // namespace

TEST_CASE("a point in the view stands at its place, one outside at the edge", "[panel]")
{
    const Head inside = on_map(kProject, {0, 1});
    CHECK_FALSE(inside.outside());
    CHECK(inside.at == Vec2{300, 250});

    const Head right = on_map(kProject, {50, 1});
    CHECK(right.outside());
    CHECK(right.at.x == Approx(500));
    CHECK(right.at.y == Approx(250));
    CHECK(right.direction.x == Approx(1));

    const Head corner = on_map(kProject, {1e300, -1e300});
    CHECK(corner.outside());
    CHECK(kMap.contains(corner.at));
    CHECK(corner.direction.x == Approx(corner.direction.y).margin(1e-6));
}

TEST_CASE("a diverged run keeps its last finite point and says so", "[panel]")
{
    experiment::Experiments changed
        = *experiments_of({arc_of({0, 1}, 1, 0, 0.5, 10), arc_of({0, 1}, 1, 0, 0.5, 20)});
    changed.all[0].trajectories[0].outcome = optimizer::Outcome::diverged;
    changed.all[0].trajectories[0].ended_at = 11;
    MovingMap moving(std::make_shared<const experiment::Experiments>(changed), kMap);
    const HeadFilm film = film_heads(moving.context, moving.runs, *moving.camera, kMap);
    CHECK_FALSE(film.samples.front()[0].diverged);
    CHECK(film.samples.back()[0].diverged);
    CHECK_FALSE(film.samples.back()[1].diverged);
    CHECK(distance(film.samples.back()[0].at, kProject({-1, 1})) < 1e-9);
}
