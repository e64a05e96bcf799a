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

TEST_CASE("what lies under an inset is pointed at from the inset's edge", "[panel]")
{
    const Box& map = kProject.box;
    const Vec2 middle = map.center();
    const Box inset{
        {middle.x + 0.2 * map.width(), map.x.hi}, {middle.y + 0.2 * map.height(), map.y.hi}};
    const std::vector<Box> covered{inset};
    const auto at = [&](double right, double down) {
        const Box& view = kProject.view;
        return on_map(kProject,
            {view.center().x + right * view.width(), view.center().y - down * view.height()},
            covered);
    };
    CHECK_FALSE(at(0.1, 0.4).outside());
    for (const double way : {0.3, 0.4, 3.0, 100.0}) { // inside and outside of the view
        const Head across = at(way, 0.9 * way);
        CHECK(across.outside());
        CHECK(across.at.x > inset.x.lo);
        CHECK(across.at.y == Approx(inset.y.lo));
        CHECK(across.direction.x * 0.9 * map.height() == Approx(across.direction.y * map.width()));
    }
}

TEST_CASE("a diverged run keeps its last finite point and says so", "[panel]")
{
    experiment::Experiments changed
        = *experiments_of({arc_of({0, 1}, 1, 0, 0.5, 10), arc_of({0, 1}, 1, 0, 0.25, 20)});
    changed.all[0].trajectories[0].outcome = optimizer::Outcome::diverged;
    changed.all[0].trajectories[0].ended_at = 11;
    MovingMap moving(std::make_shared<const experiment::Experiments>(changed), kMap);
    const HeadFilm film = film_heads(moving.context, moving.runs, *moving.camera, kMap);
    CHECK_FALSE(film.samples.front()[0].diverged);
    CHECK(film.samples.back()[0].diverged);
    CHECK_FALSE(film.samples.back()[1].diverged);
    CHECK(distance(film.samples.back()[0].at, kProject({-1, 1})) < 1e-9);
}

namespace {

/// The heads of runs that stand at these points from the start to the end.
std::vector<Head> heads_of(const std::vector<Vec2>& points)
{
    std::vector<std::vector<Vec2>> paths;
    for (const Vec2 p : points)
        paths.push_back({p, p});
    MovingMap moving(experiments_of(std::move(paths)), kMap);
    return heads_at(*moving.context.experiments, moving.runs, kProject,
        {.steps = std::vector<double>(points.size(), 1)});
}

} // namespace

TEST_CASE("heads at equal places stand within half a radius of it, many at it", "[panel]")
{
    const double radius = kHeadRadius * map_scale(kMap.width());
    for (const std::size_t count : {2, 3, 4, 7, 30})
        for (const Head& head : heads_of(std::vector<Vec2>(count, {0, 1})))
            CHECK(distance(head.at, kProject({0, 1})) <= (count > 3 ? 0 : 0.5 * radius) + 1e-9);
    for (const std::size_t count : {2, 3}) {
        const std::vector<Head> heads = heads_of(std::vector<Vec2>(count, {0, 1}));
        for (std::size_t a = 1; a < count; ++a)
            CHECK(heads[a].at.y - heads[a - 1].at.y > 0.45 * radius);
    }
    const std::vector<Head> gone = heads_of({{50, 1}, {50, 1}}); // arrows at one edge
    CHECK(distance(gone[0].at, gone[1].at) > kArrowSize * map_scale(kMap.width()));
    CHECK(gone[0].at.x == Approx(500));
}

TEST_CASE("heads that do not hide each other stand where their runs are", "[panel]")
{
    const double radius = kHeadRadius * map_scale(kMap.width()), unit = 4.0 / 400;
    const std::vector<Vec2> points{{0, 1}, {1.25 * radius * unit, 1}, {1, 2}};
    const std::vector<Head> heads = heads_of(points);
    for (std::size_t i = 0; i < points.size(); ++i)
        CHECK(distance(heads[i].at, kProject(points[i])) < 1e-9);
    Vec2 before = heads_of({{0, 1}, {0, 1}})[0].at;
    for (double apart = 0; apart < 2 * radius; apart += 0.1) { // they part without jumps
        const Vec2 now = heads_of({{0, 1}, {apart * unit, 1}})[0].at;
        CHECK(distance(now, before) < 0.25);
        before = now;
    }
}
