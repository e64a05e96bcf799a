#include "scene/scene.hpp"

#include "support/catch.hpp"
#include "support/program.hpp"

using namespace thalweg;

namespace {

Plan plan_of(const std::string& text)
{
    const test::TemporaryFolder folder;
    test::write_file(folder / "lesson.yaml", text);
    return load_scene(folder / "lesson.yaml").plan;
}

} // namespace

TEST_CASE("two lines are a scene", "[scene]")
{
    const Plan plan = plan_of("surface: rosenbrock\noptimizers: [momentum]\n");
    CHECK(plan.name == "lesson");
    CHECK(plan.domain == Box{{-2, 2}, {-1, 3}});
    REQUIRE(plan.runs.size() == 1);
    CHECK(plan.runs[0].name == "momentum");
    CHECK(plan.runs[0].start == plan.surface->facts().start);
    CHECK(plan.run.steps == 600);
    CHECK_FALSE(plan.run.gradient.central_difference);
    CHECK(plan.theme == Theme::automatic);
    CHECK(plan.camera.empty());
    CHECK_FALSE(plan.duration_s);
    CHECK_FALSE(plan.contour.levels(*plan.surface, plan.domain).empty());
}

TEST_CASE("every key reaches the plan", "[scene]")
{
    const Plan plan = plan_of(R"(
version: 1
title: Why momentum matters
surface: {kind: rosenbrock, a: 2}
domain: {x: [-3, 3]}
start: [-1, 2]
steps: 120
gradient: {kind: central-difference, h: 1e-4}
duration: 8
optimizers: [{kind: momentum, label: heavy ball}]
panels: {map: {kind: contour, fill: false, lines: false, labels: true, minima: false}}
style: {theme: light, trail: {length: 10, width: 2, colors: teal-amber-hsl}}
)");
    CHECK(plan.title == "Why momentum matters");
    CHECK(plan.surface->value({2, 4}) == 0); // the minimum lies at (a, a²)
    CHECK(plan.domain == Box{{-3, 3}, plan.surface->facts().domain.y});
    CHECK(plan.runs[0].name == "heavy ball");
    CHECK(plan.runs[0].start == Vec2{-1, 2});
    CHECK(plan.run.steps == 120);
    CHECK(plan.run.gradient.central_difference);
    CHECK(plan.run.gradient.h == 1e-4);
    CHECK(plan.duration_s == 8.0);
    CHECK_FALSE(plan.contour.fill);
    CHECK_FALSE(plan.contour.lines);
    CHECK(plan.contour.labels);
    CHECK_FALSE(plan.contour.minima);
    CHECK(plan.theme == Theme::light);
    CHECK(plan.trail.length == 10);
    CHECK(plan.trail.width == 2);
    CHECK(plan.trail.colors == TrailColors::teal_amber_hsl);
}

TEST_CASE("starts times optimizers are runs with numbered names", "[scene]")
{
    const Plan plan = plan_of("surface: himmelblau\nstarts: [[0, 0], [1, 2]]\n"
                              "optimizers: [gradient-descent, {kind: momentum, label: ball}]\n");
    REQUIRE(plan.runs.size() == 4);
    CHECK(plan.runs[0].name == "gradient-descent 1");
    CHECK(plan.runs[1].name == "gradient-descent 2");
    CHECK(plan.runs[1].start == Vec2{1, 2});
    CHECK(plan.runs[3].name == "ball 2");
}

TEST_CASE("one start in a list needs no number", "[scene]")
{
    const Plan plan = plan_of("surface: bowl\nstarts: [[3, 9]]\noptimizers: [momentum]\n");
    CHECK(plan.runs.at(0).name == "momentum");
    CHECK(plan.runs.at(0).start == Vec2{3, 9}); // outside of the domain is allowed
}

TEST_CASE("a keyframe keeps what it does not say from the one before", "[scene]")
{
    const Plan plan = plan_of(R"(
surface: rosenbrock
optimizers: [momentum]
camera:
  - {}
  - {at: 2, width: 1}
  - {at: 3, follow: momentum, ease: linear}
  - {at: 4, width: 0.5}
  - {at: 5, center: [1, 1]}
)");
    REQUIRE(plan.camera.size() == 5);
    CHECK(plan.camera[0].at_s == 0);
    CHECK(plan.camera[0].center == Vec2{0, 1});
    CHECK(plan.camera[0].width == 4);
    CHECK(plan.camera[1].center == Vec2{0, 1});
    CHECK(plan.camera[1].ease == Ease::in_out);
    CHECK(plan.camera[2].follow == "momentum");
    CHECK_FALSE(plan.camera[2].center);
    CHECK(plan.camera[2].width == 1);
    CHECK(plan.camera[2].ease == Ease::linear);
    CHECK(plan.camera[3].follow == "momentum");
    CHECK(plan.camera[3].ease == Ease::in_out); // the ease belongs to one movement
    CHECK(plan.camera[4].center == Vec2{1, 1});
    CHECK_FALSE(plan.camera[4].follow);
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
    const Plan plan = load_scene(folder / "a.yaml").plan;
    REQUIRE(plan.runs.size() == 4);
    CHECK(plan.runs[0].name == "measured");
    CHECK(plan.runs[0].start == Vec2{7, 8});
    CHECK(plan.runs[1].name == "recorded");
    CHECK(plan.runs[3].name == "momentum 2");
    CHECK(plan.run.steps == 3);
    test::write_file(folder / "a.yaml", scene + "steps: 2\n");
    CHECK(load_scene(folder / "a.yaml").plan.run.steps == 2);
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
