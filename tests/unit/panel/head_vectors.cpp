#include "panel/contour/head_vectors.hpp"

#include "moving.hpp"
#include "panel/contour/run_vectors.hpp"
#include "support/catch.hpp"
#include "unit/optimizer/made.hpp"

#include <cmath>

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

const Box kMap{{20, 488}, {20, 488}};
constexpr double kMost = 70; // layout units on a map of scale 1

/// Runs of optimizers on Rosenbrock's surface from (-1.5, 1.5).
experiment::ExperimentsPtr runs_of(std::vector<optimizer::OptimizerSpec> specs, int steps = 40)
{
    experiment::Experiment one = experiments_of({{{-1.5, 1.5}}})->all.front();
    one.trajectories.clear();
    one.plan.runs.clear();
    one.plan.options.steps = steps;
    for (optimizer::OptimizerSpec& spec : specs) {
        experiment::RunPlan run{.name = spec.kind, .title = spec.kind, .start = {-1.5, 1.5}};
        one.trajectories.push_back(
            optimizer::run(*one.plan.surface, spec, run.start, one.plan.options));
        run.optimizer = std::move(spec);
        one.plan.runs.push_back(std::move(run));
    }
    return std::make_shared<experiment::Experiments>(std::vector{std::move(one)});
}

optimizer::OptimizerSpec momentum(const char* form = "velocity")
{
    return optimizer_named(
        "momentum", {{"learning_rate", "0.0004"}, {"momentum", "0.9"}, {"form", form}});
}

constexpr std::array kArrows{
    HeadVector::gradient, HeadVector::velocity, HeadVector::step, HeadVector::newton};

/// The arrows of a map.
struct Arrows {
    explicit Arrows(experiment::ExperimentsPtr experiments)
        : map(experiments, kMap, {.duration_s = 10})
        , vectors({.context = map.context,
              .runs = map.runs,
              .camera = map.camera,
              .placement = {.inner = kMap,
                  .outer = grown(kMap, 20),
                  .setting = {.format = map.format, .metrics = map.type}},
              .vectors = {kArrows.begin(), kArrows.end()}})
    {
    }
    std::vector<HeadArrow> at(double time_s, std::size_t run = 0) const
    {
        return vectors.arrows_at(run, map.context.timeline->moment(time_s));
    }

    MovingMap map;
    HeadVectors vectors;
};

const HeadArrow* find(const std::vector<HeadArrow>& arrows, HeadVector kind)
{
    const auto found = std::ranges::find(arrows, kind, &HeadArrow::kind);
    return found == arrows.end() ? nullptr : &*found;
}

double length(const HeadArrow& arrow)
{
    return distance(arrow.from, arrow.to);
}

} // namespace

TEST_CASE("vectors are the numbers of a trace", "[panel][vectors]")
{
    const auto all = runs_of({momentum()});
    const optimizer::Trajectory& path = all->trajectory(0);
    for (int k = 0; k < path.steps(); ++k) {
        const auto at = [&](HeadVector kind) { return *vector_at(*all, 0, kind, k); };
        const auto entry = static_cast<std::size_t>(k);
        const auto [x, y] = path.points[entry];
        CHECK(at(HeadVector::step) == path.points[entry + 1] - path.points[entry]);
        const Vec2 g{2 * (x - 1) - 400 * x * (y - x * x), 200 * (y - x * x)};
        CHECK(norm(at(HeadVector::gradient)) == Approx(0.0004 * path.gradient_norms[entry]));
        CHECK(distance(at(HeadVector::gradient), -0.0004 * g) < 1e-12);
        // Momentum's law: the next step is 0.9 v − η g.
        CHECK(distance(
                  at(HeadVector::step), 0.9 * at(HeadVector::velocity) + at(HeadVector::gradient))
            < 1e-12);
        // Newton's: H d = −g.
        const Vec2 d = at(HeadVector::newton);
        const Sym2 h{1200 * x * x - 400 * y + 2, -400 * x, 200};
        CHECK(distance(h * d, -g) < 1e-9 * norm(g));
    }
}

TEST_CASE("velocities are displacements, however a rule keeps them", "[panel][vectors]")
{
    const auto all = runs_of({momentum(), momentum("accumulated"),
        optimizer_named("sgd", {{"learning_rate", "0.0004"}, {"momentum", "0.9"}, {"noise", "0"}}),
        optimizer_named("gradient-descent"), optimizer_named("sgd"), optimizer_named("adam")});
    for (const double step : {0.0, 3.0, 7.5, 40.0}) {
        const auto expected = vector_at(*all, 0, HeadVector::velocity, step);
        REQUIRE(expected);
        for (const std::size_t alike : {1U, 2U})
            CHECK(distance(*vector_at(*all, alike, HeadVector::velocity, step), *expected) < 1e-10);
        for (const std::size_t without : {3U, 4U, 5U})
            CHECK_FALSE(vector_at(*all, without, HeadVector::velocity, step));
    }
}

TEST_CASE("arrows that move a run are in proportion, and none is too long", "[panel][vectors]")
{
    const auto all = runs_of({momentum(), optimizer_named("adam")});
    const Arrows arrows(all);
    const double most = kMost * map_scale(kMap.width());
    int compared = 0;
    for (double t = 0; t <= 10; t += 0.05) {
        const double step = arrows.map.context.timeline->moment(t).steps[0];
        const std::vector<HeadArrow> found = arrows.at(t);
        for (const HeadArrow& arrow : found) {
            CHECK(length(arrow) < most * (1 + 1e-12));
            const Vec2 v = *vector_at(*all, 0, arrow.kind, step);
            const Vec2 seen = Vec2{v.x, -v.y} * (kMap.width() / 4); // the domain is 4 wide
            CHECK(dot(arrow.direction(), seen) == Approx(norm(seen)));
        }
        const HeadArrow *velocity = find(found, HeadVector::velocity),
                        *next = find(found, HeadVector::step);
        if (velocity == nullptr || next == nullptr)
            continue;
        ++compared;
        CHECK(length(*velocity) / length(*next)
            == Approx(norm(*vector_at(*all, 0, HeadVector::velocity, step))
                / norm(*vector_at(*all, 0, HeadVector::step, step))));
    }
    CHECK(compared > 100);
    CHECK(find(arrows.at(5, 1), HeadVector::velocity) == nullptr);
    CHECK(find(arrows.at(5, 1), HeadVector::step) != nullptr);
}

TEST_CASE("arrows and their names move without jumps", "[panel][vectors]")
{
    const Arrows arrows(runs_of({momentum(), optimizer_named("gradient-descent")}));
    constexpr double kFrame = 1.0 / 480;
    std::vector<HeadArrow> before;
    for (double t = 0; t <= 10; t += kFrame) {
        const std::vector<HeadArrow> now = arrows.at(t);
        for (const HeadVector kind : kArrows) {
            const HeadArrow *a = find(before, kind), *b = find(now, kind);
            if (a != nullptr && b != nullptr) {
                if (std::max(a->opacity, b->opacity) < 0.3)
                    continue; // Newton's turns about while it is hardly seen
                CHECK(distance(a->from, b->from) < 12);
                CHECK(std::abs(length(*a) - length(*b)) < 12);
            } else if (t > 0 && (a != nullptr || b != nullptr)) {
                CHECK((a != nullptr ? a : b)->opacity < 0.4); // it fades
            }
        }
        before = now;
    }
}

TEST_CASE("names of arrows keep apart from each other and from what is taken", "[panel][vectors]")
{
    const Arrows arrows(
        runs_of({momentum(), optimizer_named("gradient-descent"), optimizer_named("bfgs")}));
    int seen = 0;
    for (double t = 0; t <= 10; t += 0.02) {
        const experiment::Moment moment = arrows.map.context.timeline->moment(t);
        const Box head{{40, 140}, {120, 180}};
        std::vector<Box> boxes{head};
        for (const VectorLabel& label : arrows.vectors.labels_at(moment, std::array{head})) {
            if (label.opacity < 0.04)
                continue;
            CHECK(hull(kMap, label.box) == kMap);
            for (const Box& other : boxes)
                CHECK_FALSE(overlap(label.box, other));
            boxes.push_back(label.box);
            ++seen;
        }
    }
    CHECK(seen > 300);
}

TEST_CASE("a line search's points lie on its line, the accepted one among them", "[panel]")
{
    const auto all = runs_of(
        {optimizer_named("bfgs"), optimizer_named("conjugate-gradient", {{"search", "exact"}}),
            optimizer_named("newton", {{"form", "line-search"}}), momentum()});
    for (std::size_t run = 0; run < 3; ++run) {
        const optimizer::Trajectory& path = all->trajectory(run);
        CHECK(path.tried.size() == static_cast<std::size_t>(path.trials.back()));
        for (std::size_t k = 1; k < path.points.size(); ++k) {
            const SearchLine line = search_line(path, k);
            REQUIRE(
                line.tried.size() == static_cast<std::size_t>(path.trials[k] - path.trials[k - 1]));
            if (path.points[k] == path.points[k - 1])
                continue; // it found none
            CHECK(line.from == path.points[k - 1]);
            REQUIRE(line.accepted);
            CHECK(*line.accepted == path.points[k]);
            const Vec2 way = path.points[k] - line.from;
            for (const Vec2 p : line.tried) {
                CAPTURE(run, k);
                CHECK(std::abs(cross(p - line.from, way))
                    <= 1e-6 * norm(p - line.from) * norm(way) + 1e-15);
            }
        }
    }
    CHECK(all->trajectory(3).tried.empty());
    CHECK(search_line(all->trajectory(3), 1).tried.empty());
    CHECK(search_line(all->trajectory(0), 0).tried.empty());
}
