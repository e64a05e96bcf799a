#include "panel/contour/run_path.hpp"

#include "panel/contour/history.hpp"

#include "support/catch.hpp"
#include "support/experiments.hpp"

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

const Projection kHome{{{-2, 2}, {-1, 3}}, {{0, 400}, {0, 400}}}; // 100 units for 1

optimizer::Trajectory recorded(std::vector<Vec2> points)
{
    return trajectory_of(
        std::move(points), *made_by<surface::SurfacePtr>(surface::surface_kinds(), "rosenbrock"));
}

} // namespace

TEST_CASE("a thinned path keeps its ends and stays near what it leaves out", "[panel]")
{
    const auto run = recorded(arc_of({0, 0}, 1, 0, 3, 50'000));
    const RunPath path = thin_path(run, kHome, 0.01);
    CHECK(path.points.front() == run.points.front());
    CHECK(path.points.back() == run.points.back());
    CHECK(path.points.size() < 2000);
    CHECK(path.lengths.back() == Approx(6 * std::numbers::pi * 100).epsilon(1e-3));
    for (int k = 0; k <= run.steps(); k += 37)
        REQUIRE(distance(path.at(path.place_of_step(k)), run.points[static_cast<std::size_t>(k)])
            < 0.01);
}

TEST_CASE("places on a path are found by step and by length", "[panel]")
{
    const RunPath path = thin_path(recorded({{0, 0}, {1, 0}, {1, 2}}), kHome, 0);
    CHECK(path.place_of_step(1.5) == 1.5);
    CHECK(path.place_of_step(9) == 2);
    CHECK(path.place_of_length(-3) == 0);
    CHECK(path.place_of_length(100) == 1);
    CHECK(path.place_of_length(200) == 1.5);
    CHECK(path.length_at(1.5) == 200);
    CHECK(path.at(1.5) == Vec2{1, 1});
}

TEST_CASE("however long a run, its drawn path is bounded", "[panel]")
{
    const auto run = recorded([] {
        std::vector<Vec2> points;
        for (int k = 0; k < 200'000; ++k)
            points.push_back({k % 2 == 0 ? -1.0 : 1.0, 1e-5 * k});
        return points;
    }());
    CHECK(thin_path(run, kHome, 0.001).points.size() <= 4096);
}

TEST_CASE("a line to a point far outside leaves the map in its direction", "[panel]")
{
    const Vec2 start{-1.5, 1.5}, step{455, 150};
    for (const double far : {1.0, 1e3, 1e12}) {
        const RunPath path = thin_path(recorded({start, start + far * step}), kHome, 0);
        const auto line = projected_part(path, 0, 1, path.points.back(), kHome);
        REQUIRE(line.size() == 3); // the start, where it is cut off, and an end
        const Vec2 way = line[1] - line[0]; // y downwards
        CHECK(way.y / way.x == Approx(-150.0 / 455).epsilon(1e-3));
        CHECK_FALSE(grown(kHome.box, 2000).contains(line[1]));
    }
}

TEST_CASE("crowding is how often a path comes by in a region that it covers", "[panel]")
{
    // Runs of a shuttle over a square of 200 x 200 units, 5 units apart.
    const auto shuttle = [](int times) {
        std::vector<Vec2> points;
        for (int k = 0; k < times; ++k)
            for (int row = 0; row <= 40; ++row)
                for (const double x : {-1.0, 1.0})
                    points.push_back({row % 2 == 0 ? x : -x, 0.05 * row});
        return crowding(thin_path(recorded(points), kHome, 0), kHome);
    };
    CHECK(shuttle(1) < 2);
    CHECK(shuttle(10) == Approx(10 * shuttle(1)).epsilon(0.1));
    CHECK(history_strength(shuttle(1)) == 1);
    CHECK(history_strength(shuttle(10)) < 0.6);
    // Lines are no regions: a ring that is walked ten times, and a way back and forth.
    CHECK(crowding(thin_path(recorded(arc_of({0, 1}, 1, 0, 10, 4000)), kHome, 0.005), kHome) == 1);
    std::vector<Vec2> bounces;
    for (int k = 0; k < 100; ++k)
        bounces.push_back(k % 2 == 0 ? Vec2{-1, 0.2} : Vec2{1, 1.3});
    CHECK(crowding(thin_path(recorded(bounces), kHome, 0), kHome) == 1);
    CHECK(crowding(thin_path(recorded({{9, 9}, {8, 9}}), kHome, 0), kHome) == 1); // off the map
}
