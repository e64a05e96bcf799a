#include "panel/contour/trail.hpp"

#include "canvas/pixel_layer.hpp"
#include "moving.hpp"
#include "support/catch.hpp"
#include "support/picture.hpp"

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

const Projection kHome{{{-2, 2}, {-1, 3}}, {{0, 480}, {0, 480}}}; // 120 units for 1

optimizer::Trajectory recorded(std::vector<Vec2> points)
{
    return trajectory_of(
        std::move(points), *made_by<surface::SurfacePtr>(surface::surface_kinds(), "rosenbrock"));
}

/// Steps that each go half as far as the one before, then rest.
std::vector<Vec2> to_rest(int steps)
{
    std::vector<Vec2> points;
    for (int k = 0; k <= steps; ++k)
        points.push_back({-1.5 + 3 * (1 - std::pow(0.5, k)), 1});
    return points;
}

/// One trail on black, at 2 pixels a unit.
Pixels drawn(const std::vector<Vec2>& points, const TrailWindow& window)
{
    const RunPath path = thin_path(recorded(points), kHome, 0);
    const ColoredTrail trail{trail_line(path, window, points.back(), kHome), {1, 1, 1, 1}};
    canvas::Typesetter type;
    canvas::PixelLayer layer(960, 960);
    {
        const auto canvas = layer.canvas(2, canvas::palette(canvas::Theme::dark), type);
        draw_trails(*canvas, {&trail, 1}, {}, 1);
    }
    return layer.pixels();
}

double brightness(std::uint32_t pixel)
{
    const Rgb c = test::rgb(pixel);
    return c[0] + c[1] + c[2];
}

} // namespace

TEST_CASE("without a wish a trail is 240 steps or 260 units of path, whichever is more", "[panel]")
{
    const auto fast = recorded(arc_of({0, 1}, 1, 0, 8, 800)); // about 754 units a turn
    const RunPath path = thin_path(fast, kHome, 0);
    const TrailWindow by_steps = trail_window(path, {}, 800, 1);
    CHECK(by_steps.begin == Approx(560));
    const TrailWindow at_rest
        = trail_window(thin_path(recorded(to_rest(900)), kHome, 0.001), {}, 900, 1);
    const RunPath resting = thin_path(recorded(to_rest(900)), kHome, 0.001);
    CHECK(resting.length_at(at_rest.head) - resting.length_at(at_rest.begin)
        == Approx(260).epsilon(0.01));
    CHECK(trail_window(path, {.steps = 50}, 800, 1).begin == Approx(750));
}

TEST_CASE("fractions of a trail run along the path, not over steps", "[panel]")
{
    const RunPath path = thin_path(recorded(to_rest(10)), kHome, 0);
    const TrailLine line = trail_line(path, {0, 10}, path.points.back(), kHome);
    REQUIRE(line.points.size() == 2); // a straight line
    canvas::Path half;
    line.add_part(half, 0.5, 1);
    CHECK(half.points().front().x == Approx(0.5 * (line.points[0].x + line.points[1].x)));
}

TEST_CASE("what lies below the head takes none of a trail's colours", "[panel]")
{
    // A straight way of 240 units, and many small turns at its end.
    std::vector<Vec2> points{{-1, 1}};
    for (const Vec2 p : arc_of({1, 1}, 0.02, 0, 20, 400))
        points.push_back(p);
    const RunPath path = thin_path(recorded(points), kHome, 0);
    const TrailLine line
        = trail_line(path, {0, static_cast<double>(path.last())}, points.back(), kHome, 6);
    CHECK(line.length > 500);
    canvas::Path amber;
    line.add_part(amber, 0.5, 1);
    CHECK(amber.points().front().x == Approx(120 + 0.5 * 234).margin(2));
    CHECK(amber.points().back().x == Approx(kHome(points.back()).x));
}

TEST_CASE("only what is on the map counts for the fractions of a trail", "[panel]")
{
    const RunPath path = thin_path(recorded({{-6, 1}, {2, 1}}), kHome, 0);
    const TrailLine line = trail_line(path, {0, 1}, {2, 1}, kHome);
    CHECK(line.length == Approx(480));
    canvas::Path half;
    line.add_part(half, 0.5, 1);
    CHECK(half.points().front().x == Approx(240));
}

TEST_CASE("a diverged run's trail is gone within a second", "[panel]")
{
    experiment::Experiments changed
        = *experiments_of({arc_of({0, 1}, 1, 0, 0.5, 40), arc_of({0, 1}, 0.5, 0, 0.5, 400)});
    optimizer::Trajectory& run = changed.all[0].trajectories[0];
    run.outcome = optimizer::Outcome::diverged;
    const MovingMap moving(
        std::make_shared<const experiment::Experiments>(changed), kHome.box, {.duration_s = 10});
    const experiment::Timeline& timeline = *moving.context.timeline;
    const double at = timeline.time_of(run.ended_at);
    const auto kept
        = [&](double time_s) { return kept_trail(run, timeline, timeline.moment(time_s)); };
    CHECK(kept(at - 0.1) == 1);
    CHECK(kept(at + 0.5) == Approx(0.5).margin(0.01));
    CHECK(kept(at + 1) == Approx(0).margin(1e-9));
    CHECK(kept_trail(changed.all[0].trajectories[1], timeline, timeline.moment(10)) == 1);
}

TEST_CASE("a trail shows teal, pale and amber, without dark or bright joints", "[panel]")
{
    std::vector<Vec2> points;
    for (int k = 0; k <= 100; ++k)
        points.push_back({-1.5 + 0.03 * k, 1 + 0.2 * std::sin(0.1 * k)});
    const Pixels pixels = drawn(points, {0, 100});
    const canvas::Palette& palette = canvas::palette(canvas::Theme::dark);
    const RunPath path = thin_path(recorded(points), kHome, 0);
    double before = 0;
    for (int k = 2; k < 100; ++k) {
        const double share = path.length_at(k) / path.lengths.back();
        const Vec2 p = 2 * kHome(points[static_cast<std::size_t>(k)]);
        const std::uint32_t pixel
            = pixels.row(static_cast<int>(p.y))[static_cast<std::size_t>(p.x)];
        CAPTURE(k, share);
        if (share > kOpaqueShare + 0.02) {
            const Rgb wanted = test::rgb(
                to_hex(canvas::trail_color(palette, canvas::TrailColors::teal_amber, share, {})));
            for (std::size_t c = 0; c < 3; ++c)
                REQUIRE(std::abs(test::rgb(pixel)[c] - wanted[c]) <= 26);
        } else {
            REQUIRE(brightness(pixel) >= before - 6);
            before = brightness(pixel);
        }
    }
}

TEST_CASE("a trail that retraces itself is nowhere brighter than its colours", "[panel]")
{
    const Pixels pixels = drawn(zigzag({-1.5, 1}, {1.5, 1}, {0.1, 0.6}, 150), {0, 150});
    int most_red = 0;
    for (int y = 0; y < pixels.height(); ++y)
        for (const std::uint32_t v : pixels.row(y))
            most_red = std::max(most_red, test::rgb(v)[0]);
    CHECK(most_red <= 0xFF);
    const Color oldest = canvas::trail_color(
        canvas::palette(canvas::Theme::dark), canvas::TrailColors::teal_amber, 0, {});
    // The fading end is the part left of the place where the trail gets opaque.
    for (int y = 0; y < pixels.height(); ++y)
        for (int x = 0; x < 160; ++x)
            REQUIRE(test::rgb(pixels.row(y)[static_cast<std::size_t>(x)])[1]
                <= static_cast<int>(255 * oldest.g) + 2);
}
