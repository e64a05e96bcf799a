#include "scene/scene.hpp"

#include "core/error.hpp"
#include "panel/contour/plan.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

#include <algorithm>

using namespace thalweg;
using namespace thalweg::scene;

namespace {

Scene scene_of(const std::string& text)
{
    const test::TemporaryFolder folder;
    test::write_file(folder / "lesson.yaml", text);
    return load_scene(folder / "lesson.yaml");
}

experiment::ExperimentPlan plan_of(const std::string& text)
{
    return scene_of(text).experiments.at(0);
}

/// The map of a name.
const panel::ContourPlan& map_of(const Scene& scene, const std::string& name = "map")
{
    const auto& panels = scene.figure.panels;
    const auto found = std::ranges::find(panels, name, &figure::NamedPanel::name);
    REQUIRE(found != panels.end());
    return dynamic_cast<const panel::ContourPlan&>(*found->plan);
}

} // namespace

TEST_CASE("two lines are a scene", "[scene]")
{
    const Scene scene = scene_of("surface: rosenbrock\noptimizers: [momentum]\n");
    CHECK(scene.name == "lesson");
    REQUIRE(scene.experiments.size() == 1);
    const experiment::ExperimentPlan& plan = scene.experiments[0];
    CHECK(plan.name.empty());
    CHECK(plan.surface_kind == "rosenbrock");
    CHECK(plan.domain == Box{{-2, 2}, {-1, 3}});
    REQUIRE(plan.runs.size() == 1);
    CHECK(plan.runs[0].name == "momentum");
    CHECK(plan.runs[0].start == plan.surface->facts().start);
    CHECK(plan.options.steps == 600);
    CHECK_FALSE(plan.options.gradient.central_difference);
    CHECK_FALSE(plan.levels(*plan.surface, plan.domain).empty());
    CHECK(scene.theme == canvas::Theme::automatic);
    CHECK(scene.time.pace == experiment::Pace::automatic);
    CHECK_FALSE(scene.time.duration_s);
    CHECK(map_of(scene).camera.empty());
    CHECK_FALSE(map_of(scene).trail.length);
    REQUIRE(scene.outputs.size() == 2);
    CHECK(scene.outputs[0]->file() == "lesson.mp4");
    CHECK(scene.outputs[1]->file() == "lesson.svg");
}

TEST_CASE("every key reaches the scene", "[scene]")
{
    const Scene scene = scene_of(R"(
version: 1
title: Why momentum matters
surface: {kind: rosenbrock, a: 2}
domain: {x: [-3, 3]}
start: [-1, 2]
steps: 120
gradient: {kind: central-difference, h: 1e-4}
duration: 8
pace: log
optimizers: [{kind: momentum, label: heavy ball, name: ball, color: "#FF8000"}]
panels: {map: {kind: contour, fill: false, lines: false, labels: true, minima: false}}
style: {theme: light, trail: {length: 10, width: 2, colors: teal-amber-hsl}}
)");
    const experiment::ExperimentPlan& plan = scene.experiments.at(0);
    CHECK(scene.title == "Why momentum matters");
    CHECK(plan.surface->value({2, 4}) == 0); // the minimum lies at (a, a²)
    CHECK(plan.domain == Box{{-3, 3}, plan.surface->facts().domain.y});
    CHECK(plan.runs[0].name == "ball");
    CHECK(plan.runs[0].title == "heavy ball");
    CHECK(plan.runs[0].color == rgb(0xFF8000));
    CHECK(plan.runs[0].start == Vec2{-1, 2});
    CHECK(plan.options.steps == 120);
    CHECK(plan.options.gradient.central_difference);
    CHECK(plan.options.gradient.h == 1e-4);
    CHECK(scene.time.duration_s == 8.0);
    CHECK(scene.time.pace == experiment::Pace::logarithmic);
    CHECK_FALSE(map_of(scene).fill);
    CHECK_FALSE(map_of(scene).lines);
    CHECK(map_of(scene).labels);
    CHECK(map_of(scene).minima == panel::MinimaMark::none);
    CHECK(scene.theme == canvas::Theme::light);
    CHECK(map_of(scene).trail.length == 10);
    CHECK(map_of(scene).trail.width == 2);
    CHECK(map_of(scene).trail.colors == canvas::TrailColors::teal_amber_hsl);
}

TEST_CASE("starts times optimizers are runs with numbered names", "[scene]")
{
    const auto runs = plan_of("surface: himmelblau\nstarts: [[0, 0], [1, 2]]\n"
                              "optimizers: [rmsprop, {kind: momentum, label: ball}]\n")
                          .runs;
    REQUIRE(runs.size() == 4);
    CHECK(runs[0].name == "rmsprop 1");
    CHECK(runs[0].title == "RMSProp 1");
    CHECK(runs[1].name == "rmsprop 2");
    CHECK(runs[1].start == Vec2{1, 2});
    CHECK(runs[3].name == "ball 2");
}

TEST_CASE("names in pictures differ, given ones stay as they are", "[scene]")
{
    const auto titles = [](const std::string& optimizers) {
        std::vector<std::string> list;
        for (const experiment::RunPlan& run :
            plan_of("surface: rosenbrock\noptimizers: [" + optimizers + "]\n").runs)
            list.push_back(run.title);
        return list;
    };
    using Words = std::vector<std::string>;
    CHECK(titles("{kind: rmsprop, label: Adam}, adam") == Words{"Adam", "Adam 2"});
    CHECK(titles("{kind: adam, learning_rate: 0.01}, {kind: rmsprop, label: Adam, "
                 "learning_rate: 0.002}")
        == Words{"Adam, learning rate 0.01", "Adam"});
    CHECK(titles("{kind: adam, name: a, learning_rate: 1e-6}, {kind: adam, name: b, "
                 "learning_rate: 1.0e-5}")
        == Words{"Adam, learning rate $10^{-6}$", "Adam, learning rate $10^{-5}$"});
    CHECK(titles("{kind: momentum, name: a, momentum: 0.5, learning_rate: 0.1}, "
                 "{kind: momentum, name: b, momentum: 0.9, learning_rate: 0.10}")
        == Words{"momentum, momentum 0.5", "momentum, momentum 0.9"});
    CHECK(titles("{kind: adam, label: x, name: a}, {kind: adam, label: x, name: b}, "
                 "{kind: newton, label: x 2}")
        == Words{"x", "x 3", "x 2"});
    CHECK(titles("{kind: adam, label: \"\"}, {kind: momentum, label: \"  \"}, "
                 "{kind: newton, label: \"a\\n\\u2028 b \"}")
        == Words{"Adam", "momentum", "a b"}); // one line, and words where nothing is written
}

TEST_CASE("one start in a list needs no number", "[scene]")
{
    const auto plan = plan_of("surface: bowl\nstarts: [[3, 9]]\noptimizers: [gradient-descent]\n");
    CHECK(plan.runs.at(0).name == "gradient-descent");
    CHECK(plan.runs.at(0).title == "gradient descent");
    CHECK(plan.runs.at(0).start == Vec2{3, 9}); // outside of the domain is allowed
}

TEST_CASE("a keyframe keeps what it does not say from the one before", "[scene]")
{
    const Scene scene = scene_of(R"(
surface: rosenbrock
optimizers: [adam, {kind: momentum, label: ball}]
camera:
  - {}
  - {at: 2, width: 1}
  - {at: 3, follow: momentum, ease: linear}
  - {at: 4, width: 0.5}
  - {at: 5, center: [1, 1]}
)");
    const panel::CameraPlan& camera = map_of(scene).camera;
    REQUIRE(camera.size() == 5);
    CHECK(camera[0].at_s == 0);
    CHECK(camera[0].center == Vec2{0, 1});
    CHECK(camera[0].width == 4);
    CHECK(camera[1].center == Vec2{0, 1});
    CHECK(camera[1].ease == panel::Ease::in_out);
    CHECK(camera[2].follow == 1U); // by its kind
    CHECK_FALSE(camera[2].center);
    CHECK(camera[2].width == 1);
    CHECK(camera[2].ease == panel::Ease::linear);
    CHECK(camera[3].follow == 1U);
    CHECK(camera[3].ease == panel::Ease::in_out); // the ease belongs to one movement
    CHECK(camera[4].center == Vec2{1, 1});
    CHECK_FALSE(camera[4].follow);
}

TEST_CASE("problems and runs know their places", "[scene]")
{
    const test::TemporaryFolder folder;
    test::write_file(folder / "a.yaml", "surface: bowl\noptimizers:\n  - momentum\n  - newton\n");
    const Scene scene = load_scene(folder / "a.yaml");
    REQUIRE(scene.run_places.size() == 2);
    CHECK(scene.run_places[1].line == 4);
    CHECK(scene.run_places[1].column == 5);
}

TEST_CASE("a recorded run has one start, its own, and sets the steps", "[scene]")
{
    const test::TemporaryFolder folder;
    test::write_file(folder / "short.csv", "7,8\n1,2\n");
    test::write_file(folder / "long.csv", "1,2\n3,4\n5,6\n7,8\n");
    const std::string scene = "surface: bowl\nstarts: [[0, 0], [1, 1]]\noptimizers:\n"
                              "  - {kind: recorded, file: short.csv, label: measured}\n"
                              "  - {kind: recorded, file: long.csv}\n  - momentum\n";
    test::write_file(folder / "a.yaml", scene);
    const experiment::ExperimentPlan plan = load_scene(folder / "a.yaml").experiments.at(0);
    REQUIRE(plan.runs.size() == 4);
    CHECK(plan.runs[0].name == "measured");
    CHECK(plan.runs[0].start == Vec2{7, 8});
    CHECK(plan.runs[1].name == "recorded");
    CHECK(plan.runs[3].name == "momentum 2");
    CHECK(plan.options.steps == 3);
    test::write_file(folder / "a.yaml", scene + "steps: 2\n");
    CHECK(load_scene(folder / "a.yaml").experiments.at(0).options.steps == 2);
}

TEST_CASE("gauss-newton needs a sum of squares", "[scene]")
{
    CHECK_NOTHROW(plan_of("surface: booth\noptimizers: [gauss-newton]\n"));
    for (const std::string optimizer : {"gauss-newton", "{label: a, kind: gauss-newton}"})
        CHECK_THROWS_WITH(plan_of("surface: ackley\noptimizers:\n  - " + optimizer + "\n"),
            Catch::Contains(optimizer == "gauss-newton" ? ":3:5: " : ":3:22: ")
                && Catch::Contains("gauss-newton needs a surface that is a sum of squares, such as "
                                   "rosenbrock, himmelblau, beale, booth or least-squares"));
}

TEST_CASE("mini-batches need data and exact gradients", "[scene]")
{
    const test::TemporaryFolder folder;
    test::write_file(folder / "points.csv", "0,1\n1,2\n2,2\n");
    const auto complaint = [&](const std::string& surface, const std::string& gradient) {
        test::write_file(folder / "a.yaml",
            "surface: " + surface + "\ngradient: " + gradient
                + "\noptimizers:\n  - kind: adam\n    batch_size: 2\n");
        try {
            load_scene(folder / "a.yaml");
        } catch (const SceneError& error) {
            return std::string(error.what()).substr((folder / "a.yaml").size());
        }
        return std::string();
    };
    const std::string data = "{kind: least-squares, file: points.csv}";
    CHECK(complaint(data, "exact") == "");
    CHECK(complaint("bowl", "exact")
        == ":5:17: batch_size needs a surface that is made of data points: least-squares or "
           "logistic");
    CHECK(complaint(data, "central-difference")
        == ":5:17: batch_size needs exact gradients; leave it out, or take \"gradient: exact\"");
}
