#include "panel/curvature/placed_curvature.hpp"

#include "optimizer/stability.hpp"
#include "panel/curvature/plan.hpp"
#include "support/catch.hpp"
#include "unit/panel/placed.hpp"

#include <numbers>

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

experiment::Moment moment_at(double step)
{
    experiment::Moment moment;
    moment.steps = {step};
    return moment;
}

} // namespace

TEST_CASE("the ellipse has the half axes of the closed form", "[panel][curvature]")
{
    // 9 along 30 degrees, 1 across: the level curve reaches three times as far across.
    const double angle = std::numbers::pi / 6, c = std::cos(angle), s = std::sin(angle);
    const Sym2 h{9 * c * c + s * s, 8 * c * s, 9 * s * s + c * c};
    const QuadraticModel model(h, {1, 1}, 60);
    const Vec2 low = model.low_half_axis(), high = model.high_half_axis();
    CHECK(norm(low) == Approx(60));
    CHECK(norm(high) == Approx(20));
    CHECK(std::abs(dot(high, Vec2{c, -s})) == Approx(20)); // pictures' y points downwards
    CHECK(std::abs(dot(low, Vec2{s, c})) == Approx(60));
}

TEST_CASE("level curves of the model lie where its value is theirs", "[panel][curvature]")
{
    const Vec2 middle{300, 200};
    for (const Sym2& h : {Sym2{9, 3, 2}, {-1, 0.2, -4}, {2, 1, -3}, {0, -1, 0}, {1, 1, 1}}) {
        const QuadraticModel model(h, {1, 1}, 60);
        const auto value = [&](Vec2 p) { // in the plane, whose y points upwards
            const Vec2 d{p.x - middle.x, middle.y - p.y};
            return h.xx * d.x * d.x + 2 * h.xy * d.x * d.y + h.yy * d.y * d.y;
        };
        const canvas::Path curves = model.curves(middle, 1, 500);
        const std::span<const Vec2> points = curves.points();
        REQUIRE(points.size() >= 4);
        const double level = std::abs(value(points.front()));
        CHECK(std::abs(value(points.back())) == Approx(level));
        // The curves of four times the level are twice as large.
        const canvas::Path larger = model.curves(middle, 4, 1000);
        const std::span<const Vec2> twice = larger.points();
        CHECK(std::abs(value(twice.front())) == Approx(4 * level));
    }
}

TEST_CASE("a valley's ground is the same on both sides", "[panel][curvature]")
{
    canvas::Typesetter type;
    const Box box{{100, 200}, {100, 200}};
    canvas::Recorder recorder(
        canvas::palette(canvas::Theme::light), type, {{0, 300}, {0, 300}}, false);
    QuadraticModel({0, 0, 2}, {1, 1}, 40).draw_ground(recorder, box, 1);
    REQUIRE(recorder.fills().size() > 3);
    for (const auto& fill : recorder.fills()) {
        const Box& extent = fill.extent;
        CHECK(extent.center().x == Approx(150));
        CHECK(extent.center().y == Approx(150));
    }
}

TEST_CASE("a card's numbers are those of the path's points", "[panel][curvature]")
{
    const auto experiments = experiments_of({{{-1, 1}, {0.5, 0.25}, {1, 1}}}, "rosenbrock");
    const surface::Surface& f = *experiments->of_run(0).plan.surface;
    for (const int step : {0, 1, 2}) {
        const Vec2 at = experiments->trajectory(0).points[static_cast<std::size_t>(step)];
        const Reading reading = reading_at(*experiments, 0, moment_at(step));
        CHECK(reading.curvature.values.high == optimizer::sharpness(f, at));
        CHECK(reading.curvature.values.low == optimizer::smallest_eigenvalue(f, at));
        CHECK(reading.condition_number == optimizer::condition_number(f, at));
    }
}

TEST_CASE("the larger one of two rates is told", "[panel][curvature]")
{
    Reading reading;
    CHECK_FALSE(is_beyond_critical(reading));
    reading.learning_rate = 0.1;
    CHECK_FALSE(is_beyond_critical(reading));
    reading.critical = 0.2;
    CHECK(is_beyond_critical(reading) == false);
    reading.critical = 0.05;
    CHECK(is_beyond_critical(reading) == true);
}

TEST_CASE("in crowded pictures a card has its name, verdict and one number", "[panel][curvature]")
{
    Stand stand;
    CurvaturePlan plan;
    plan.runs = {0};
    const auto panel = plan.prepare(
        {.experiments = experiments_of({{{-1, 1}, {0.5, 0.25}, {1, 1}}}, "rosenbrock"),
            .timeline = nullptr});
    const SizeRequest whole = panel->size(stand.setting());
    stand.detail.whole_cards = false;
    const SizeRequest brief = panel->size(stand.setting());
    CHECK(brief.least_width < whole.least_width);
    CHECK(brief.least_height < whole.least_height);

    const auto texts = stand.texts(*panel, brief.least_width, moment_at(2));
    const auto words = words_of(texts);
    CHECK(std::ranges::count(words, "bowl") == 1);
    CHECK(std::ranges::count(words, "condition number") == 1);
    CHECK(std::ranges::count(words, "learning rate") == 0);
    CHECK_FALSE(meet(texts));
}
