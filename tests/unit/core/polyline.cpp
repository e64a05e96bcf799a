#include "core/polyline.hpp"

#include "support/catch.hpp"

#include <cmath>
#include <numeric>

using namespace thalweg;

namespace {

double distance_to_segment(Vec2 p, Vec2 a, Vec2 b)
{
    double least = 1e300; // by brute force, independent of the code under test
    for (int i = 0; i <= 1000; ++i)
        least = std::min(least, distance(p, lerp(a, b, i / 1000.0)));
    return least;
}

} // namespace

TEST_CASE("a simplified polyline keeps its ends and stays near all it leaves out", "[core]")
{
    std::vector<Vec2> points;
    for (int i = 0; i <= 300; ++i)
        points.push_back({0.1 * i, std::sin(0.1 * i)});
    const auto kept = simplify(points, 0.01);
    REQUIRE(kept.front() == 0);
    REQUIRE(kept.back() == 300);
    CHECK(kept.size() < 150);
    for (std::size_t k = 1; k < kept.size(); ++k)
        for (std::size_t i = kept[k - 1]; i <= kept[k]; ++i)
            CHECK(distance_to_segment(points[i], points[kept[k - 1]], points[kept[k]]) < 0.0101);
}

TEST_CASE("straight lines need their ends only, and short ones stay as they are", "[core]")
{
    CHECK(simplify(std::vector<Vec2>{{0, 0}, {1, 1}, {2, 2}, {5, 5}}, 1e-9)
        == std::vector<std::size_t>{0, 3});
    CHECK(simplify(std::vector<Vec2>{{0, 0}, {2, 0}, {1, 0}}, 1e-9)
        == std::vector<std::size_t>{0, 1, 2});
    CHECK(simplify(std::vector<Vec2>{}, 1).empty());
    CHECK(simplify(std::vector<Vec2>{{3, 4}}, 1) == std::vector<std::size_t>{0});
}
