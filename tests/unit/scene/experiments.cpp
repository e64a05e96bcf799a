#include "panel/contour/plan.hpp"
#include "scene/scene.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

using namespace thalweg;
using namespace thalweg::scene;

namespace {

Scene scene_of(const std::string& text)
{
    const test::TemporaryFolder folder;
    test::write_file(folder / "a.yaml", text);
    return load_scene(folder / "a.yaml");
}

} // namespace

TEST_CASE("the top level gives the defaults of every experiment", "[scene]")
{
    const Scene scene = scene_of("surface: rosenbrock\nsteps: 50\nstarts: [[0, 0], [1, 2]]\n"
                                 "optimizers: [momentum]\n"
                                 "experiments:\n  left: {}\n"
                                 "  right: {steps: 70, start: [2, 2], optimizers: [adam]}\n");
    REQUIRE(scene.experiments.size() == 2);
    const auto& [left, right] = std::tie(scene.experiments[0], scene.experiments[1]);
    CHECK(left.name == "left");
    CHECK(left.options.steps == 50);
    CHECK(left.runs.size() == 2);
    CHECK(right.name == "right");
    CHECK(right.options.steps == 70);
    REQUIRE(right.runs.size() == 1);
    CHECK(right.runs[0].name == "adam");
    CHECK(right.runs[0].start == Vec2{2, 2});
    CHECK(scene.run_places.size() == 3);
}

TEST_CASE("several experiments are shown side by side, titled by their names", "[scene]")
{
    const Scene scene = scene_of("surface: bowl\noptimizers: [momentum, adam]\n"
                                 "experiments: {left: {}, right: {}}\n");
    std::vector<std::string> titles, names;
    for (const figure::NamedPanel& one : scene.figure.panels) {
        names.push_back(one.name);
        if (const auto* map = dynamic_cast<const panel::ContourPlan*>(one.plan.get())) {
            REQUIRE(map->heading_of);
            titles.push_back(scene.experiments[*map->heading_of].shown_name());
            CHECK(map->runs
                == (map->experiment == 0 ? std::vector<std::size_t>{0, 1}
                                         : std::vector<std::size_t>{2, 3}));
        }
    }
    CHECK(titles == std::vector<std::string>{"left", "right"});
    CHECK(names == std::vector<std::string>{"title", "map", "right", "legend", "loss", "colorbar"});
}

TEST_CASE("experiments on one surface share its domain and its levels", "[scene]")
{
    const std::string text = "surface: {kind: bowl}\noptimizers: [momentum]\n"
                             "experiments:\n  a: {domain: {x: [-1, 1], y: [-2, 2]}}\n"
                             "  b: {domain: {x: [-3, 0], y: [-1, 1]}}\n"
                             "  c: {surface: rosenbrock}\n";
    const Scene shared = scene_of(text);
    CHECK(shared.experiments[0].surface == shared.experiments[1].surface);
    CHECK(shared.experiments[0].domain == Box{{-3, 1}, {-2, 2}});
    CHECK(shared.experiments[1].domain == Box{{-3, 1}, {-2, 2}});
    CHECK(shared.experiments[1].levels_of == 0U);
    CHECK(shared.experiments[2].domain == shared.experiments[2].surface->facts().domain);
    CHECK_FALSE(shared.experiments[2].levels_of);

    const Scene apart = scene_of(text + "share: []\n");
    CHECK(apart.experiments[0].domain == Box{{-1, 1}, {-2, 2}});
    CHECK_FALSE(apart.experiments[1].levels_of);

    const Scene levels = scene_of(text + "share: [levels]\n");
    CHECK(levels.experiments[1].domain == Box{{-3, 0}, {-1, 1}});
    CHECK(levels.experiments[2].levels_of == 0U);
}

TEST_CASE("levels of a map are those of all that share them", "[scene]")
{
    const Scene scene = scene_of("surface: bowl\noptimizers: [momentum]\n"
                                 "experiments: {a: {}, b: {}}\n"
                                 "panels: {m: {kind: contour, of: b, levels: {kind: list, values: "
                                 "[1, 2, 3]}}}\n");
    const experiment::ExperimentPlan& first = scene.experiments[0];
    CHECK(first.levels(*first.surface, first.domain) == std::vector<double>{1, 2, 3});
}

TEST_CASE("a wrong default of several experiments is told once", "[scene]")
{
    try {
        scene_of("surface: bowl\nsteps: -1\noptimizers: [momentum]\nexperiments: {a: {}, b: {}}\n");
        FAIL("it loaded");
    } catch (const SceneError& error) {
        CHECK(error.problems().size() == 1);
    }
}

TEST_CASE("a map's title is what the whole picture calls its experiment", "[scene]")
{
    const Scene scene = scene_of("surface: bowl\noptimizers: [momentum]\n"
                                 "experiments: {left: {}, right: {}}\n"
                                 "panels: {a: {kind: contour, of: left, title: From the left},\n"
                                 "         b: {kind: contour, of: right, title: \"\"}}\n");
    CHECK(scene.experiments[0].shown_name() == "From the left");
    CHECK(scene.experiments[1].shown_name() == "right");
    for (const figure::NamedPanel& one : scene.figure.panels)
        if (one.name == "a" || one.name == "b")
            CHECK(!one.plan->heading_of); // they said what stands above them
}
