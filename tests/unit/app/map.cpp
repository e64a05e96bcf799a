#include "app/map_text.hpp"

#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/scenes.hpp"
#include "surface/catalogue.hpp"

using namespace thalweg;
using namespace thalweg::app;

namespace {

surface::SurfacePtr surface_of(std::string_view name)
{
    Problems none;
    const Node empty{.type = Node::Type::mapping};
    Options options(empty, none);
    return find_kind(surface::surface_kinds(), name)->make(options);
}

optimizer::Trajectory path_of(std::vector<Vec2> points)
{
    optimizer::Trajectory path;
    path.points = std::move(points);
    return path;
}

} // namespace

TEST_CASE("the map shades five equal steps of height, y upwards", "[app]")
{
    // x² + y² at -1, 0, 1: 2 at the corners, 1 (in the middle step of five) between them.
    CHECK(map_text(*surface_of("bowl"), {{-1, 1}, {-1, 1}}, {}, 3, 3) == "█▒█\n▒ ▒\n█▒█\n");
    // x² - y² on [0, 1] x [0, 1]: -1 above on the left, 1 below on the right.
    CHECK(map_text(*surface_of("saddle"), {{0, 1}, {0, 1}}, {}, 2, 2) == " ▒\n▒█\n");
}

TEST_CASE("paths are marked at their nearest cells, ends over the way", "[app]")
{
    const std::vector<optimizer::Trajectory> paths
        = {path_of({{-1, -1}, {-0.1, 0.2}, {0.6, 0.7}}), path_of({{1, -1}, {1, -1}})};
    CHECK(map_text(*surface_of("bowl"), {{-1, 1}, {-1, 1}}, paths, 3, 3) == "█▒E\n▒*▒\nS▒E\n");
}

TEST_CASE("points outside of the domain are marked at its edge, unknown ones not at all", "[app]")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<optimizer::Trajectory> paths = {path_of({{-9, 0}, {nan, 0}, {0, 5}})};
    CHECK(map_text(*surface_of("bowl"), {{-1, 1}, {-1, 1}}, paths, 3, 3) == "█E█\nS ▒\n█▒█\n");
}

TEST_CASE("blanks at the ends of lines are left out", "[app]")
{
    const auto lines = test::lines_of(test::run_thalweg({"map", "scenes/rosenbrock.yaml"}).out);
    CHECK(lines.size() == 25);
    for (const std::string& line : lines)
        CHECK_FALSE(line.ends_with(' '));
}

TEST_CASE("option --columns and --rows set the size", "[app]")
{
    const auto lines = test::lines_of(
        test::run_thalweg({"map", "scenes/rosenbrock.yaml", "--columns", "60", "--rows", "9"}).out);
    CHECK(lines.size() == 9);
}
