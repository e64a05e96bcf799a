#include "panel/contour/action.hpp"

#include "canvas/pixel_layer.hpp"
#include "canvas/recorder.hpp"
#include "moving.hpp"
#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

const Box kMap{{20, 260}, {20, 260}};

MovingMap three_runs(CameraPlan plan = {})
{
    return MovingMap(
        experiments_of({wandering(1, 0.03, 900), wandering(2, 0.03, 900), wandering(3, 0.02, 900)}),
        kMap, {.duration_s = 6}, std::move(plan));
}

Pixels settled_blocks(MovingMap& moving, const MapAction& action, std::size_t count, double time_s)
{
    canvas::PixelLayer layer(560, 560);
    const auto canvas = layer.canvas(2, canvas::palette(canvas::Theme::dark), moving.type);
    for (std::size_t block = 0; block < count; ++block)
        action.draw_settled(*canvas, moving.context.timeline->moment(time_s), block);
    return layer.pixels();
}

} // namespace

TEST_CASE("blocks settle one after another and never change again", "[panel]")
{
    MovingMap moving = three_runs();
    const MapAction action = moving.action();
    const auto settled
        = [&](double time_s) { return action.settled(moving.context.timeline->moment(time_s)); };
    std::size_t before = 0;
    for (double t = 0; t <= 6; t += 0.1) {
        REQUIRE(settled(t) >= before);
        before = settled(t);
    }
    CHECK(before > 10);
    const std::size_t at_4 = settled(4);
    CHECK(settled_blocks(moving, action, at_4, 4) == settled_blocks(moving, action, at_4, 6));
}

TEST_CASE("heads and labels of all runs are drawn in groups of their names", "[panel]")
{
    MovingMap moving = three_runs();
    const MapAction action = moving.action();
    for (const double time_s : {0.0, 3.0, 6.0}) {
        canvas::Recorder recorder(
            canvas::palette(canvas::Theme::dark), moving.type, {{0, 280}, {0, 280}}, false);
        action.draw(recorder, moving.context.timeline->moment(time_s));
        REQUIRE(recorder.texts().size() == 3);
        CHECK(recorder.texts()[0].groups.back() == "label-run-1");
        std::size_t heads = 0;
        for (const canvas::RecordedFill& fill : recorder.fills())
            heads += !fill.groups.empty() && fill.groups.back().starts_with("head-run-");
        CHECK(heads == 3);
        for (const canvas::RecordedText& text : recorder.texts())
            CHECK(hull(kMap, text.box) == kMap);
    }
}

TEST_CASE("the action's key stands still while the picture does", "[panel]")
{
    MovingMap moving = three_runs();
    const MapAction action = moving.action();
    const auto key = [&](double time_s) {
        std::vector<double> values;
        action.add_action_key(moving.context.timeline->moment(time_s), values);
        return values;
    };
    CHECK(key(5.95) == key(6));
    CHECK(key(2) != key(3));
}

TEST_CASE("a map knows where its paths are and which corner is emptiest", "[panel]")
{
    std::vector<Vec2> diagonal;
    for (int k = 0; k <= 100; ++k)
        diagonal.push_back({-1.9 + 0.02 * k, 2.9 - 0.02 * k}); // from the upper left to the middle
    MovingMap moving(experiments_of({diagonal}), kMap);
    const MapAction action = moving.action();
    CHECK(action.meets({{50, 60}, {50, 60}}, 0));
    CHECK(action.meets({{50, 60}, {80, 82}}, 20));
    CHECK_FALSE(action.meets({{40, 60}, {220, 240}}, 12));
    const Box nowhere{{-10, -9}, {-10, -9}};
    CHECK(action.emptiest_corner({100, 60}, nowhere) != Corner::top_left);
    const Box lower{{kMap.x.lo, kMap.x.hi}, {kMap.center().y, kMap.y.hi}};
    CHECK(action.emptiest_corner({100, 60}, lower) == Corner::top_right);
}

TEST_CASE("under a moving camera the same blocks are settled, seen elsewhere", "[panel]")
{
    const Keyframe whole{.at_s = 0, .center = Vec2{0, 1}, .follow = {}, .width = 4},
        close{.at_s = 6, .center = Vec2{-1, 1}, .follow = {}, .width = 1};
    MovingMap moving = three_runs({whole, close});
    const MapAction action = moving.action();
    canvas::Recorder recorder(
        canvas::palette(canvas::Theme::dark), moving.type, {{0, 280}, {0, 280}}, false);
    for (double t = 0; t <= 6; t += 0.25) {
        recorder.clear();
        action.draw(recorder, moving.context.timeline->moment(t));
        for (const canvas::RecordedText& text : recorder.texts())
            REQUIRE(hull(kMap, text.box) == kMap);
    }
}
