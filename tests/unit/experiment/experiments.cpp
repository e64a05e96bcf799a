#include "experiment/experiment.hpp"

#include "optimizer/catalogue.hpp"
#include "support/catch.hpp"
#include "support/experiments.hpp"

using namespace thalweg;
using namespace thalweg::experiment;

namespace {

ExperimentPlan plan_of(const std::string& name, std::vector<std::string> rules)
{
    ExperimentPlan plan{.name = name,
        .surface = test::made_by<surface::SurfacePtr>(surface::surface_kinds(), "rosenbrock"),
        .domain = {{-2, 2}, {-1, 3}},
        .runs = {},
        .options = {.steps = 20},
        .levels = {}};
    for (const std::string& rule : rules)
        plan.runs.push_back({.name = rule,
            .title = rule,
            .optimizer
            = test::made_by<optimizer::OptimizerSpec>(optimizer::optimizer_kinds(), rule),
            .start = {-1.5, 1.5}});
    return plan;
}

} // namespace

TEST_CASE("runs are numbered over all experiments", "[experiment]")
{
    const auto experiments = run_all(
        {plan_of("left", {"newton", "momentum"}), plan_of("right", {"adam", "momentum"})});
    REQUIRE(experiments->run_count() == 4);
    CHECK(experiments->run_plan(1).name == "momentum");
    CHECK(experiments->run_plan(2).name == "adam");
    CHECK(experiments->of_run(3).plan.name == "right");
    CHECK(&experiments->trajectory(2) == &experiments->all[1].trajectories[0]);
    CHECK(experiments->steps() == 20);
}

TEST_CASE("runs of one name in two experiments have one identity", "[experiment]")
{
    const auto experiments = run_all(
        {plan_of("left", {"newton", "momentum"}), plan_of("right", {"adam", "momentum"})});
    CHECK(experiments->identity(0) == 0);
    CHECK(experiments->identity(1) == 1);
    CHECK(experiments->identity(2) == 2);
    CHECK(experiments->identity(3) == 1);
}

TEST_CASE("runs do not depend on the number of threads", "[experiment]")
{
    const auto one = run_all({plan_of("", {"newton", "momentum", "adam"})}, 1);
    const auto two = run_all({plan_of("", {"newton", "momentum", "adam"})}, 2);
    for (std::size_t run = 0; run < 3; ++run)
        CHECK(one->trajectory(run).losses == two->trajectory(run).losses);
}

TEST_CASE("between two steps a run is on the straight line between its points", "[experiment]")
{
    const auto experiments = test::experiments_of({{{0, 0}, {1, 2}, {3, 2}}});
    const optimizer::Trajectory& run = experiments->trajectory(0);
    CHECK(position_at(run, 0.5) == Vec2{0.5, 1});
    CHECK(position_at(run, 1.25) == Vec2{1.5, 2});
    CHECK(position_at(run, 9) == Vec2{3, 2});
}

TEST_CASE("shared levels reach over the heights of all who share them", "[experiment]")
{
    ExperimentPlan low = plan_of("low", {}), high = plan_of("high", {});
    low.surface = test::made_by<surface::SurfacePtr>(surface::surface_kinds(), "bowl");
    // A tenth, a half and all of the height at a corner of the domain.
    low.levels = high.levels = [](const surface::Surface& surface, const Box& domain) {
        const double top = surface.value({domain.x.lo, domain.y.lo});
        return std::vector{0.1 * top, 0.5 * top, top};
    };
    high.levels_of = 0;
    const double a = low.surface->value({-2, -1}), b = high.surface->value({-2, -1});
    REQUIRE(0.1 * b > a);
    const std::vector<double> both{0.1 * a, 0.5 * a, a, 0.1 * b, 0.5 * b, b};
    CHECK(choose_levels(std::vector{low, high}) == std::vector{both, both});

    high.surface = low.surface; // the same ground
    CHECK(choose_levels(std::vector{low, high})[1] == std::vector{0.1 * a, 0.5 * a, a});

    low.levels = [](const surface::Surface&, const Box&) { return std::vector{1.0, 2.0}; };
    high.domain = {{5, 6}, {5, 6}};
    CHECK(choose_levels(std::vector{low, high})[1] == std::vector{1.0, 2.0}); // as asked for
}
