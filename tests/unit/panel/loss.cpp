#include "panel/loss/curves.hpp"
#include "panel/loss/loss_axes.hpp"
#include "panel/loss/loss_line.hpp"
#include "panel/loss/loss_panel.hpp"
#include "panel/loss/placed_loss.hpp"
#include "panel/loss/targets.hpp"
#include "panel/numbers.hpp"
#include "panel/spread.hpp"

#include "placed.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <set>

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

/// A curve of losses at steps 0, 1, 2, ..., all inside of the domain.
Curve curve(const std::vector<double>& y)
{
    Curve one{.y = y};
    for (const double v : y) {
        one.x.push_back(static_cast<double>(one.x.size()));
        one.whole.add(v);
        one.near.add(v);
    }
    return one;
}

ScaleRequest scales(const std::vector<Curve>& curves, AxisScale scale = AxisScale::automatic)
{
    return scales_of(curves, scale);
}

/// Runs on the bowl x² + y², whose domain is [-2, 2] in both directions.
std::vector<Curve> curves_on_bowl(
    std::vector<std::vector<Vec2>> paths, Quantity quantity, bool last_diverges = false)
{
    experiment::Experiment one = experiment_of(std::move(paths), "bowl");
    one.plan.domain = {{-2, 2}, {-2, 2}};
    one.minima.global = {{0, 0}};
    if (last_diverges)
        one.trajectories.back().outcome = optimizer::Outcome::diverged;
    LossPlan plan;
    plan.quantity = quantity;
    for (std::size_t run = 0; run < one.trajectories.size(); ++run)
        plan.runs.push_back(run);
    return curves_of(plan, *all_of({one}));
}

} // namespace

TEST_CASE("values that spread over a decade get a logarithmic scale", "[panel][loss]")
{
    CHECK(scales({curve({60, 20, 4})}).logarithmic);
    CHECK_FALSE(scales({curve({60, 20, 7})}).logarithmic);
    CHECK_FALSE(scales({curve({50, -1, 0.1})}).logarithmic);
    CHECK(scales({curve({2, 1})}, AxisScale::logarithmic).logarithmic);
    CHECK_FALSE(scales({curve({1e9, 1e-9})}, AxisScale::linear).logarithmic);
}

TEST_CASE("only panels that write the same scale, or none, share it", "[panel][loss]")
{
    const auto experiments = all_of({experiment_of({{{2, 0}, {1, 0}}}, "bowl")});
    const auto key = [&](AxisScale scale) {
        LossPlan plan;
        plan.runs = {0};
        plan.scale = scale;
        return LossPanel(plan, {experiments, nullptr}).scales().key;
    };
    CHECK(key(AxisScale::linear) == key(AxisScale::linear));
    CHECK(key(AxisScale::linear) != key(AxisScale::automatic));
    CHECK(key(AxisScale::linear) != key(AxisScale::logarithmic));
    CHECK(key(AxisScale::logarithmic) != key(AxisScale::automatic));
}

TEST_CASE("the curves of eight experiments differ in their dashes", "[panel][loss]")
{
    std::set<std::vector<double>> patterns;
    for (std::size_t experiment = 0; experiment < 8; ++experiment) {
        const std::span<const double> dashes = experiment_dashes(experiment);
        CHECK(dashes.size() % 2 == 0);
        patterns.emplace(dashes.begin(), dashes.end());
    }
    CHECK(patterns.size() == 8);
}

TEST_CASE("ranges hold all values and end at round ones", "[panel][loss]")
{
    const ScaleRequest log = scales({curve({80, 1, 0.002})});
    CHECK(log.y.lo == Approx(1e-3));
    CHECK(log.y.hi == Approx(100));
    CHECK(log.x == Range{0, 2});
    const ScaleRequest linear = scales({curve({10, 9}), curve({12, 8, 8, 8})});
    CHECK(linear.x == Range{0, 3});
    CHECK(linear.y.lo < 8);
    CHECK(linear.y.hi > 12);
    CHECK(scales({curve({10, 2})}).y.lo == 0); // near enough to 0 to begin there
    // However small losses are, they are told from each other.
    const ScaleRequest small = scales({curve({3e-16, 2e-18, 4e-20})});
    CHECK(small.y.lo <= 4e-20);
}

TEST_CASE("a scale exists whatever the values are", "[panel][loss]")
{
    const double nan = std::nan(""), infinity = HUGE_VAL;
    for (const std::vector<double>& values : std::vector<std::vector<double>>{
             {}, {0, 0}, {3, 3}, {nan, nan}, {1, infinity}, {1e300, 1}, {1, 0}, {-1e300, 1e300}})
        for (const AxisScale scale :
            {AxisScale::automatic, AxisScale::linear, AxisScale::logarithmic}) {
            const ScaleRequest found = scales({curve(values)}, scale);
            CHECK(found.x.width() > 0);
            CHECK(found.y.width() > 0);
            CHECK(std::isfinite(found.y.width()));
            CHECK((!found.logarithmic || found.y.lo > 0));
        }
    // What a logarithm cannot show stands at the lower edge.
    const LossProjection project{scales({curve({100, 0.1, 0})}), {{0, 10}, {0, 20}}};
    CHECK(project.y(0) == 20);
    CHECK(project.y(-1) == 20);
}

TEST_CASE("a target is reached at the first step that is no more than it", "[panel][loss]")
{
    CHECK(first_reach(curve({4, 2, 1, 0.5, 1.5, 0.25}), 1) == 2);
    CHECK(first_reach(curve({4, 2, 1}), 5) == 0);
    CHECK_FALSE(first_reach(curve({4, 2, 1}), 0.5));
    CHECK_FALSE(first_reach(curve({std::nan(""), HUGE_VAL}), 0.5));
}

TEST_CASE("axes show targets beyond all values", "[panel][loss]")
{
    const std::vector<Curve> curves{curve({100, 10, 1})};
    CHECK(scales_of(curves, AxisScale::automatic, {1e-5}).y.lo <= 1e-5);
    CHECK(scales_of(curves, AxisScale::linear, {-3}).y.lo < -3);
    // A logarithm has no place for it.
    CHECK(scales_of(curves, AxisScale::logarithmic, {-3}).y.lo > 0);
}

TEST_CASE("a target's steps stand beside its line once runs have reached it", "[panel][loss]")
{
    // 4 · 2^-k after k steps: no more than 0.3 from step 4 on, since 0.5 is more.
    std::vector<Vec2> path;
    for (int k = 0; k <= 12; ++k)
        path.push_back({2 * std::pow(0.5, 0.5 * k), 0});
    const auto experiments = all_of({experiment_of({path}, "bowl")});
    LossPlan plan;
    plan.runs = {0};
    plan.targets = {0.3};
    Stand stand{.format = canvas::film_format(1920, 1080)};
    const auto words = [&](double step) {
        return words_of(stand.texts(
            LossPanel(plan, {experiments, nullptr}), 600, {.steps = {step}, .counter = step}));
    };
    CHECK(std::ranges::count(words(3.9), "0.3") == 1);
    CHECK(std::ranges::count(words(3.9), "4") == std::ranges::count(words(0), "4"));
    CHECK(std::ranges::count(words(4), "4") == std::ranges::count(words(0), "4") + 1);
    CHECK_FALSE(meet(
        stand.texts(LossPanel(plan, {experiments, nullptr}), 600, {.steps = {12}, .counter = 12})));
}

TEST_CASE("several quantities stand side by side in one panel", "[panel][loss]")
{
    const auto experiments = all_of({experiment_of({{{2, 0}, {1, 0}, {0.5, 0}}}, "bowl")});
    LossPlan plan;
    plan.runs = {0};
    plan.beside = {Quantity::distance};
    const auto panel = plan.prepare({experiments, nullptr});
    Stand stand{.format = canvas::film_format(1920, 1080)};
    const auto one = LossPanel(plan, {experiments, nullptr}).size(stand.setting());
    CHECK(panel->size(stand.setting()).least_width > 2 * one.least_width);
    const auto texts = stand.texts(*panel, 700, {.steps = {2}, .counter = 2});
    CHECK_FALSE(meet(texts));
    double left = 0, right = 0;
    for (const canvas::RecordedText& text : texts) {
        if (text.text == "loss by step")
            left = text.box.x.lo;
        if (text.text == "distance to the minimum by step")
            right = text.box.x.lo;
    }
    CHECK(left < 100);
    CHECK(right > 300);
}

TEST_CASE("several quantities name each run once", "[panel][loss]")
{
    const auto experiments
        = all_of({experiment_of({{{2, 0}, {1, 0}, {0.5, 0}}, {{0, 2}, {0, 1.5}, {0, 1}}}, "bowl")});
    LossPlan plan;
    plan.runs = {0, 1};
    plan.beside = {Quantity::distance, Quantity::gradient_norm};
    const auto panel = plan.prepare({experiments, nullptr});
    Stand stand{.format = canvas::film_format(1920, 1080)};
    stand.detail.curve_labels = true;
    const auto texts = stand.texts(*panel, 900, {.steps = {2, 2}, .counter = 2});
    for (const std::size_t run : plan.runs)
        CHECK(std::ranges::count(words_of(texts), experiments->run_plan(run).title) == 1);
    CHECK_FALSE(meet(texts));
}

TEST_CASE(
    "in tall videos and narrow pages several quantities lie below each other", "[panel][loss]")
{
    const auto experiments = all_of({experiment_of({{{2, 0}, {1, 0}, {0.5, 0}}}, "bowl")});
    LossPlan plan;
    plan.runs = {0};
    const auto one = plan.prepare({experiments, nullptr});
    plan.beside = {Quantity::distance};
    const auto both = plan.prepare({experiments, nullptr});
    for (const canvas::Format& format :
        {canvas::film_format(1080, 1920), canvas::page_format(162, 0)}) {
        Stand stand{.format = format};
        const SizeRequest least = both->size(stand.setting());
        CHECK(least.least_width < 1.8 * one->size(stand.setting()).least_width);
        CHECK(least.least_height > 2 * one->size(stand.setting()).least_height);
        const auto texts = stand.texts(*both, least.least_width, {.steps = {2}, .counter = 2});
        CHECK_FALSE(meet(texts));
        const auto captions = std::ranges::count_if(
            texts, [](const auto& text) { return text.text.ends_with(" by step"); });
        CHECK(captions == 2);
    }
}

TEST_CASE("targets close to each other are both labelled", "[panel][loss]")
{
    const auto experiments = all_of({experiment_of({{{2, 0}, {1, 0}, {0.01, 0}}}, "bowl")});
    LossPlan plan;
    plan.runs = {0};
    Stand stand{.format = canvas::film_format(1920, 1080)};
    const auto texts = [&] {
        return stand.texts(
            LossPanel(plan, {experiments, nullptr}), 600, {.steps = {0}, .counter = 0});
    };
    plan.targets = {0.1, 0.11};
    for (const char* label : {"0.1", "0.11"})
        CHECK(std::ranges::count(words_of(texts()), label) == 1);
    CHECK_FALSE(meet(texts()));
    plan.targets.clear();
    for (int i = 0; i < 20; ++i)
        plan.targets.push_back(0.1 + 0.001 * i);
    CHECK(std::ranges::count(words_of(texts()), "0.1–0.119") == 1);
}

TEST_CASE("labels move apart evenly, no further than they must", "[panel]")
{
    CHECK(spread({10, 30}, {0, 100}, 8) == std::vector<double>{10, 30});
    CHECK(spread({20, 20}, {0, 100}, 8) == std::vector<double>{16, 24});
    CHECK(spread({20, 20, 20, 90}, {0, 100}, 10) == std::vector<double>{10, 20, 30, 90});
    CHECK(spread({1, 1}, {0, 100}, 8) == std::vector<double>{0, 8}); // inside of the range
    CHECK(spread({99, 99}, {0, 100}, 8) == std::vector<double>{92, 100});
    CHECK(spread({}, {0, 100}, 8).empty());
}

TEST_CASE("a spike leaves a linear scale, a start never does", "[panel][loss]")
{
    std::vector<double> values(100, 2);
    values[0] = 5, values[50] = -1, values[60] = 1100;
    CHECK(scales({curve(values)}).y.hi == Approx(5.3)); // with a twentieth of 6 above
    values[61] = values[62] = 1100; // too many to be left out
    CHECK(scales({curve(values)}).y.hi > 1100);
    std::vector<double> falls(100, -1);
    falls[0] = 1100;
    CHECK(scales({curve(falls)}).y.hi > 1100);
}

TEST_CASE("losses near the end of all numbers have a scale and a place", "[panel][loss]")
{
    const LossProjection project{scales({curve({1e209, 1e205, 1e-30})}), {{0, 10}, {0, 100}}};
    CHECK(project.scales.y.hi >= 1e209);
    CHECK(project.y(1e209) >= 0);
    CHECK(project.y(1e209) < project.y(1e205));
    CHECK(project.y(1e205) < project.y(1e100));
    CHECK(project.y(1e100) < 100);
}

TEST_CASE("curves coincide where they lie on each other nearly always", "[panel][loss]")
{
    const std::vector<double> values{10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1, 1};
    std::vector<double> once = values, often = values;
    once[3] = 9;
    often[3] = often[5] = often[7] = 9;
    const LossProjection project{scales({curve(values)}), {{0, 100}, {0, 100}}};
    CHECK(coincide(curve(values), curve(values), project, 1));
    CHECK(coincide(curve(values), curve(once), project, 1));
    CHECK_FALSE(coincide(curve(values), curve(often), project, 1));
    CHECK_FALSE(coincide(curve(values), curve({10, 9, 8}), project, 1));
}

TEST_CASE("a run that leaves the domain leaves the panel, too", "[panel][loss]")
{
    const auto curves = curves_on_bowl(
        {{{1.5, 0}, {1, 0}, {0.5, 0}}, {{1.5, 0}, {30, 0}, {1e6, 0}}}, Quantity::loss, true);
    const ScaleRequest found = scales(curves);
    CHECK_FALSE(found.logarithmic);
    CHECK(found.y.hi < 3);
    const LossProjection project{found, {{0, 100}, {0, 100}}};
    CHECK(project.y(curves[1].y[1]) < 0); // above the upper edge
    CHECK(project.x(2) == 100);
    // From 1.5² at step 0 to 30² at step 1: it leaves through the upper edge soon after the start.
    const canvas::Format format = canvas::film_format(1920, 1080);
    const LossLine left = loss_line(curves[1], project, format, 1);
    const auto exit = exit_of(left, project.box, 2);
    REQUIRE(exit);
    CHECK(exit->at.y == 0);
    CHECK(exit->at.x > 0);
    CHECK(exit->at.x < 50);
    CHECK(exit->direction == Vec2{0, -1});
    CHECK_FALSE(exit_of(loss_line(curves[0], project, format, 1), project.box, 2));
}

TEST_CASE("the axis of steps goes on to the last step where runs are at rest", "[panel][loss]")
{
    experiment::Experiment one = experiment_of({{{1, 0}, {0, 0}}}, "bowl");
    one.plan.options.steps = 40;
    LossPlan plan;
    plan.runs = {0};
    const auto last
        = [&] { return scales_of(curves_of(plan, *all_of({one})), AxisScale::linear).x.hi; };
    one.trajectories[0].outcome = optimizer::Outcome::converged;
    CHECK(last() == 40);
    one.trajectories[0].outcome = optimizer::Outcome::diverged;
    CHECK(last() == 1);
}

TEST_CASE("only runs that take a learning rate have a curve of it", "[panel][loss]")
{
    experiment::Experiment one = experiment_of({{{1, 0}, {0, 0}}, {{1, 0}, {0, 0}}}, "bowl");
    LossPlan plan;
    plan.quantity = Quantity::learning_rate;
    plan.runs = {0, 1};
    CHECK(curves_of(plan, *all_of({one})).empty());
    one.plan.runs[1].optimizer.facts.learning_rate = 0.1;
    const auto curves = curves_of(plan, *all_of({one}));
    REQUIRE(curves.size() == 1);
    CHECK(curves[0].run == 1);
    plan.quantity = Quantity::loss;
    CHECK(curves_of(plan, *all_of({one})).size() == 2);
}

TEST_CASE("the head of a run at rest goes on with the counter, at its last loss", "[panel][loss]")
{
    Curve one = curve({4, 1, 2});
    one.rest_until = 10;
    const LossProjection project{{.x = {0, 10}, .y = {0, 4}}, {{100, 200}, {50, 90}}};
    const LossLine line = loss_line(one, project, canvas::Format{}, 1);
    const auto head = [&](double step, double counter) {
        return resting_head_of(line, project, step, counter);
    };
    CHECK(head(1.5, 1.5) == Vec2{115, 75});
    CHECK(head(2, 7) == Vec2{170, 70});
    CHECK(head(2, 30) == Vec2{200, 70});
    one.rest_until = 2; // lost, or out of steps
    CHECK(head(2, 7) == Vec2{120, 70});
}

TEST_CASE("distances are those to the nearest minimum", "[panel][loss]")
{
    const auto curves = curves_on_bowl({{{3, 4}, {0, 1}, {0, 0}}}, Quantity::distance);
    CHECK(curves.front().y == std::vector<double>{5, 1, 0});
}

namespace {

/// A loss panel at its place.
struct Placed {
    Stand stand{};
    Box box{{100, 300}, {100, 220}}, outer{};
    std::vector<canvas::RecordedText> texts{};

    Placed(
        const LossPlan& plan, const experiment::ExperimentsPtr& experiments, bool is_named = false)
    {
        stand.detail.curve_labels = is_named;
        const Context context = context_of(experiments);
        const auto panel = plan.prepare(context);
        const Insets insets
            = panel->insets({box.width(), box.height()}, panel->scales(), stand.setting());
        outer = {{box.x.lo - insets.left, box.x.hi + insets.right},
            {box.y.lo - insets.top, box.y.hi + insets.bottom}};
        const auto placed = panel->place(
            {.inner = box, .outer = outer, .setting = stand.setting(), .scales = panel->scales()});
        canvas::Recorder recorder(
            canvas::palette(canvas::Theme::dark), stand.type, {{0, 960}, {0, 540}}, false);
        placed->draw_backdrop(recorder, context.timeline->moment(0));
        texts = recorder.texts();
    }
    bool shows(const std::string& text) const
    {
        return std::ranges::count(words_of(texts), text) >= 1;
    }
};

LossPlan plan_of(std::vector<std::size_t> runs)
{
    LossPlan plan;
    plan.runs = std::move(runs);
    return plan;
}

} // namespace

TEST_CASE("grid lines and labels stay inside of their insets", "[panel][loss]")
{
    const Placed placed(plan_of({0}), experiments_of({arc_of({0, 1}, 1, 0, 0.5, 300)}));
    CHECK(placed.texts.back().text == "loss by step");
    for (const canvas::RecordedText& text : placed.texts) {
        INFO(text.text);
        CHECK(hull(grown(placed.outer, 0.1), text.box) == grown(placed.outer, 0.1));
    }
}

TEST_CASE("a constant loss is shown as it is", "[panel][loss]")
{
    for (const double value : {3.7, 0.0, -2.25, 1234.5, 1e-9}) {
        CAPTURE(value);
        experiment::Experiment one = experiment_of({{{1, 1}, {1, 1}, {1, 1}}}, "bowl");
        one.trajectories[0].losses.assign(3, value);
        const Placed placed(plan_of({0}), all_of({one}));
        CHECK(placed.shows(value == 1e-9 ? "$10^{-9}$" : exact_number(value)));
        CHECK(!meet(placed.texts));
    }
}

TEST_CASE("the axis says what it counts, also below a title", "[panel][loss]")
{
    LossPlan plan = plan_of({0});
    plan.title = "How fast";
    plan.against = Against::evaluations;
    CHECK(Placed(plan, experiments_of({arc_of({0, 1}, 1, 0, 0.5, 9)})).shows("loss by evaluation"));
}

TEST_CASE("curves are named where the picture has no legend", "[panel][loss]")
{
    const auto experiments = all_of(
        {experiment_of({{{1, 1}, {0, 0}}, {{1, 1}, {0.1, 0}}, {{1, 1}, {1e9, 0}}}, "bowl")});
    const Placed named(plan_of({0, 1, 2}), experiments, true);
    for (const char* name : {"run 1", "run 2", "run 3"})
        CHECK(named.shows(name));
    CHECK(!meet(named.texts));
    for (const canvas::RecordedText& text : named.texts)
        CHECK(hull(grown(named.outer, 0.1), text.box) == grown(named.outer, 0.1));
    CHECK_FALSE(Placed(plan_of({0, 1, 2}), experiments).shows("run 1"));
}
