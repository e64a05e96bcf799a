#include "experiment/timeline.hpp"

#include "support/catch.hpp"
#include "support/experiments.hpp"

using namespace thalweg;
using namespace thalweg::experiment;
using test::arc_of;
using test::experiments_of;

namespace {

/// A path that runs a long way in its first steps and then creeps.
std::vector<Vec2> rush_and_creep(int steps)
{
    std::vector<Vec2> points{{-1.5, 1.5}};
    for (int k = 1; k <= steps; ++k)
        points.push_back(points.back() + Vec2{2.0 / (k * k), -1.0 / (k * k)});
    return points;
}

} // namespace

TEST_CASE("a film holds before its first step and after its last", "[timeline]")
{
    const Timeline timeline(experiments_of({arc_of({0, 1}, 1, 0, 0.5, 300)}), {});
    CHECK(timeline.step_at(0) == 0);
    CHECK(timeline.step_at(0.79) == 0);
    CHECK(timeline.play_begin_s() == Approx(0.8));
    CHECK(timeline.step_at(timeline.play_end_s()) == 300);
    CHECK(timeline.duration_s() == Approx(timeline.play_end_s() + 1.5));
    CHECK(timeline.duration_s() >= 4);
    CHECK(timeline.duration_s() <= 20);
}

TEST_CASE("steps and times are each other's inverse at every pace", "[timeline]")
{
    for (const Pace pace : {Pace::automatic, Pace::linear, Pace::logarithmic}) {
        const Timeline timeline(experiments_of({rush_and_creep(200)}), {.pace = pace});
        double before = 0;
        for (double step = 0.5; step < 200; step += 7.25) {
            const double time = timeline.time_of(step);
            CHECK(timeline.step_at(time) == Approx(step));
            CHECK(time > before);
            before = time;
        }
    }
}

TEST_CASE("the linear and the logarithmic pace follow their formulas", "[timeline]")
{
    const auto runs = experiments_of({rush_and_creep(99)});
    const Timeline linear(runs, {.pace = Pace::linear, .duration_s = 12.3});
    const Timeline logarithmic(runs, {.pace = Pace::logarithmic, .duration_s = 12.3});
    const double play = 10;
    CHECK(linear.time_of(33) == Approx(0.8 + play * 33 / 99));
    CHECK(logarithmic.time_of(9) == Approx(0.8 + play * std::log(10) / std::log(100)));
}

TEST_CASE("the automatic pace gives long steps time", "[timeline]")
{
    const Timeline timeline(experiments_of({rush_and_creep(400)}), {});
    const double play = timeline.play_end_s() - timeline.play_begin_s();
    const double half_of_the_way = (timeline.time_of(1) - timeline.play_begin_s()) / play;
    CHECK(half_of_the_way > 0.1);
    CHECK((timeline.time_of(200) - timeline.play_begin_s()) / play < 0.96);
}

TEST_CASE("a run that ended stays, and the counter goes on", "[timeline]")
{
    const Timeline timeline(
        experiments_of({arc_of({0, 1}, 1, 0, 0.5, 300), arc_of({0, 1}, 0.5, 0, 0.5, 20)}), {});
    const Moment moment = timeline.moment(timeline.time_of(100));
    CHECK(moment.counter == Approx(100));
    CHECK(moment.steps == std::vector<double>{moment.counter, 20});
}

TEST_CASE("what users write becomes a time of the film", "[timeline]")
{
    const Timeline timeline(experiments_of({arc_of({0, 1}, 1, 0, 0.5, 300)}), {});
    CHECK(timeline.time_of(*parse_when("start")) == 0);
    CHECK(timeline.time_of(*parse_when("end")) == timeline.duration_s());
    CHECK(timeline.time_of(*parse_when("2s")) == 2);
    CHECK(timeline.step_at(timeline.time_of(*parse_when("step 120"))) == Approx(120));
}

TEST_CASE("a film may be as short as a blink or all at rest", "[timeline]")
{
    const Timeline blink(experiments_of({rush_and_creep(50)}), {.duration_s = 0.1});
    CHECK(blink.step_at(0.1) == 50);
    CHECK(blink.step_at(0) == 0);
    const Timeline rest(experiments_of({{{1, 1}}}), {});
    CHECK(rest.duration_s() >= 4);
    CHECK(rest.moment(2).steps == std::vector<double>{0});
}

TEST_CASE("a film tells how long it must be for the eye to follow", "[timeline]")
{
    // Two points on the x axis of a map 4 wide: each step is 3 / 4 of its 482 units, which take 14
    // frames and more at 25 units a frame.
    std::vector<Vec2> points;
    for (int k = 0; k <= 40; ++k)
        points.push_back({k % 2 == 0 ? -1.5 : 1.5, 1});
    const double frames = 40 * 0.75 * 482 / 25;
    const Timeline timeline(experiments_of({points}), {.duration_s = 5});
    CHECK(timeline.duration_s() == 5);
    CHECK(timeline.followed_duration_s() == Approx(2.3 + frames / 60).epsilon(0.05));
    CHECK(timeline.followed_duration_s() > 2.3 + frames / 60);
    const Timeline calm(experiments_of({arc_of({0, 1}, 1, 0, 0.5, 300)}), {});
    CHECK(calm.followed_duration_s() <= calm.duration_s());
}
