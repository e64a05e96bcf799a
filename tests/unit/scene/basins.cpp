#include "panel/contour/plan.hpp"
#include "scene/scene.hpp"

#include "support/catch.hpp"
#include "support/program.hpp"

using namespace thalweg;
using namespace thalweg::scene;

namespace {

constexpr const char* kTwoOptimizers
    = "surface: bowl\nstarts: [[0, 1], [1, 1]]\n"
      "optimizers: [{kind: momentum, label: heavy ball}, {kind: recorded, file: path.csv}, adam]\n";

Scene scene_of(const std::string& text)
{
    const test::TemporaryFolder folder;
    test::write_file(folder / "path.csv", "0,1\n1,2\n");
    test::write_file(folder / "lesson.yaml", text);
    return load_scene(folder / "lesson.yaml");
}

std::vector<std::size_t> runs_of_panel(const std::string& name)
{
    return scene_of(
        std::string(kTwoOptimizers) + "panels: {map: {kind: contour, basins: " + name + "}}\n")
        .experiments.at(0)
        .basins;
}

} // namespace

TEST_CASE("basins are of a run, or of an optimizer by its label or its kind", "[scene]")
{
    using Runs = std::vector<std::size_t>;
    CHECK(runs_of_panel("heavy ball 2") == Runs{1});
    CHECK(runs_of_panel("heavy ball") == Runs{0});
    CHECK(runs_of_panel("momentum") == Runs{0});
    CHECK(runs_of_panel("adam") == Runs{3});
    CHECK(scene_of(kTwoOptimizers).experiments.at(0).basins.empty());
}

TEST_CASE("each map shows the basins that it asks for", "[scene]")
{
    const Scene scene = scene_of(std::string(kTwoOptimizers)
        + "panels: {a: {kind: contour, basins: adam}, b: {kind: contour, basins: momentum}, "
          "c: {kind: contour, basins: adam}}\n");
    CHECK(scene.experiments.at(0).basins == std::vector<std::size_t>{3, 0});
    const auto run_of = [&](const std::string& name) {
        const auto panel = std::ranges::find(scene.figure.panels, name, &figure::NamedPanel::name);
        return dynamic_cast<const panel::ContourPlan&>(*panel->plan).basins_run;
    };
    CHECK(run_of("a") == 3U);
    CHECK(run_of("b") == 0U);
    CHECK(run_of("c") == 3U);
}

TEST_CASE("an output of basins needs no run where there is one optimizer", "[scene]")
{
    const std::string one = "surface: bowl\nstarts: [[0, 1], [1, 1]]\noptimizers: [adam]\n";
    CHECK_NOTHROW(scene_of(one + "outputs: [{file: a.png, kind: basins}]\n"));
    const std::string output = "outputs: [{file: a.png, kind: basins, run: ";
    CHECK_NOTHROW(scene_of(kTwoOptimizers + output + "adam 2}]\n"));
    CHECK_THROWS_WITH(
        scene_of(kTwoOptimizers + output + "adam 3}]\n"), Catch::Contains("no run \"adam 3\""));
}

TEST_CASE("a recorded run has no basins", "[scene]")
{
    CHECK_THROWS_WITH(runs_of_panel("recorded"),
        Catch::Contains("\"recorded\" is a recorded run: it has one start, and so no basins"));
}
