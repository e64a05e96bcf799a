#include "stage/experiment.hpp"
#include "support/catch.hpp"
#include "support/nodes.hpp"
#include "support/temporary_folder.hpp"
#include "unit/optimizer/made.hpp"

using namespace thalweg;

namespace {

Plan plan(int steps, std::optional<double> duration_s = std::nullopt)
{
    Plan plan;
    plan.surface = test::surface_named("himmelblau");
    plan.domain = plan.surface->facts().domain;
    for (const char* kind : {"gradient-descent", "momentum"})
        plan.runs.push_back(
            {.name = kind, .optimizer = test::optimizer_named(kind), .start = {0, 0}});
    plan.run.steps = steps;
    plan.contour.levels = [](const Surface&, const Box&) { return std::vector<double>{1, 2, 3}; };
    plan.duration_s = duration_s;
    return plan;
}

} // namespace

TEST_CASE("an experiment holds one trajectory for each run, and the levels", "[stage]")
{
    const auto experiment = make_experiment(plan(30));
    REQUIRE(experiment->trajectories.size() == 2);
    CHECK(experiment->trajectories[0].steps() == 30);
    CHECK(experiment->trajectories[0].points != experiment->trajectories[1].points);
    CHECK(experiment->levels == std::vector<double>{1, 2, 3});
}

TEST_CASE("a film plays 60 steps a second for 4 to 20 seconds and holds the end for one", "[stage]")
{
    const auto lasts = [](int steps) { return make_experiment(plan(steps))->duration_s; };
    CHECK(lasts(600) == 11);
    CHECK(lasts(60) == 5);
    CHECK(lasts(0) == 5);
    CHECK(lasts(100000) == 21);
}

TEST_CASE("a given duration includes the hold", "[stage]")
{
    const auto experiment = make_experiment(plan(600, 10));
    CHECK(experiment->duration_s == 10);
    CHECK(experiment->play_s == 9);
    CHECK(make_experiment(plan(600, 0.5))->play_s == 0.25);
}

TEST_CASE("time and step map onto each other while the film plays", "[stage]")
{
    const auto experiment = make_experiment(plan(600));
    CHECK(experiment->step_at(-1) == 0);
    CHECK(experiment->step_at(0) == 0);
    CHECK(experiment->step_at(5) == Approx(300));
    CHECK(experiment->step_at(10) == 600);
    CHECK(experiment->step_at(10.7) == 600);
    for (const double step : {0.0, 17.25, 300.0, 600.0})
        CHECK(experiment->step_at(experiment->time_of(step)) == Approx(step));
    // At 60 frames a second each frame shows a whole step.
    for (int frame = 0; frame <= 600; ++frame)
        CHECK(experiment->step_at(frame / 60.0) == Approx(frame).margin(1e-9));
}

TEST_CASE("a run's position lies on the straight line between its points and ends where it ends",
    "[stage]")
{
    Trajectory run;
    run.points = {{0, 0}, {1, 0}, {1, 2}};
    CHECK(position_at(run, -1) == Vec2{0, 0});
    CHECK(position_at(run, 0.25) == Vec2{0.25, 0});
    CHECK(position_at(run, 1) == Vec2{1, 0});
    CHECK(position_at(run, 1.5) == Vec2{1, 1});
    CHECK(position_at(run, 2) == Vec2{1, 2});
    CHECK(position_at(run, 100) == Vec2{1, 2});
    run.points.resize(1);
    CHECK(position_at(run, 0.5) == Vec2{0, 0});
}

TEST_CASE("a film plays all steps that mini-batches make of a budget of evaluations", "[stage]")
{
    const TemporaryFolder folder;
    folder.write("points.csv", "0,1\n1,2\n2,2\n3,4\n");
    Problems none;
    const auto make = [&](auto kinds, std::vector<std::pair<std::string, Node>> entries) {
        return *make_kind(
            nodes::mapping(std::move(entries), (folder / "a.yaml").string()), "", kinds, none);
    };
    Plan scene = plan(100);
    scene.run.budget = Budget::evaluations;
    scene.surface = make(surface_kinds(),
        {{"kind", nodes::scalar("least-squares")}, {"file", nodes::scalar("points.csv")}});
    scene.runs = {{.name = "all",
                      .optimizer = make(optimizer_kinds(), {{"kind", nodes::scalar("momentum")}}),
                      .start = {}},
        {.name = "ones",
            .optimizer = make(optimizer_kinds(),
                {{"kind", nodes::scalar("sgd")}, {"batch_size", nodes::scalar("1")}}),
            .start = {}}};
    const auto experiment = make_experiment(scene);
    CHECK(experiment->trajectories[0].steps() == 100);
    CHECK(experiment->trajectories[1].steps() == 400);
    CHECK(experiment->steps() == 400);
    CHECK(experiment->step_at(1e9) == 400);
}
