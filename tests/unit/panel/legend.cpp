#include "panel/kinds.hpp"
#include "panel/legend_layout.hpp"

#include "placed.hpp"
#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

using Words = std::vector<std::string>;

/// So many runs that go from (-1.5, 1.5) towards the minimum.
experiment::Experiment runs_of(std::size_t count, const std::string& name = "")
{
    std::vector<std::vector<Vec2>> paths(count, {{-1.5, 1.5}, {0, 0.5}, {1, 1}});
    return experiment_of(paths, "rosenbrock", name);
}

/// Each run gets a learning rate.
void set_rates(experiment::Experiment& one, const std::vector<double>& rates)
{
    for (std::size_t i = 0; i < rates.size(); ++i) {
        one.plan.runs[i].optimizer.facts.learning_rate = 0.1;
        one.trajectories[i].learning_rates.assign(3, rates[i]);
    }
}

Words names(const LegendLayout& layout)
{
    Words list;
    for (const PlacedLegendRow& row : layout.rows())
        list.push_back(row.row.name);
    return list;
}

std::vector<canvas::RecordedText> drawn(
    Stand& stand, const experiment::ExperimentsPtr& experiments, double width, double time_s = 99)
{
    const Context context = context_of(experiments);
    return stand.texts(*make_legend({})->prepare(context), width, context.timeline->moment(time_s));
}

} // namespace

TEST_CASE("a legend has a row for each run, one below another", "[panel][legend]")
{
    Stand stand;
    const auto experiments = all_of({runs_of(3)});
    const LegendLayout layout(legend_content(*experiments, {}), stand.setting(), 300);
    REQUIRE(names(layout) == Words{"run 1", "run 2", "run 3"});
    CHECK(layout.columns().size() == 1);
    for (std::size_t i = 1; i < 3; ++i)
        CHECK(layout.rows()[i].base - layout.rows()[i - 1].base > layout.size());
    CHECK(layout.rows().front().base > layout.rule());
    CHECK(layout.height() > layout.rows().back().base);
    const auto texts = drawn(stand, experiments, 300);
    CHECK(!meet(texts));
    CHECK(words_of(texts)
        == Words{"loss", "run 1", "run 2", "run 3", "step 2", "0.0000", "0.0000", "0.0000"});
}

TEST_CASE("columns fill one after another, each headed by \"loss\"", "[panel][legend]")
{
    Stand stand;
    stand.detail.legend_columns = 2;
    const auto experiments = all_of({runs_of(5)});
    const LegendContent content = legend_content(*experiments, {});
    const double width = LegendLayout::least_width(content, stand.setting());
    const LegendLayout layout(content, stand.setting(), width);
    REQUIRE(layout.columns().size() == 2);
    CHECK(layout.columns()[0].hi < layout.columns()[1].lo);
    CHECK(layout.rows()[2].x.lo == layout.columns()[0].lo);
    CHECK(layout.rows()[3].x.lo == layout.columns()[1].lo);
    CHECK(layout.rows()[3].base == layout.rows()[0].base);
    const auto texts = drawn(stand, experiments, width, 2);
    CHECK(!meet(texts));
    std::vector<double> heads, numbers;
    for (const canvas::RecordedText& text : texts)
        if (text.text == "loss")
            heads.push_back(text.box.x.hi);
        else if (text.text.find('.') != std::string::npos)
            numbers.push_back(text.box.x.hi);
    REQUIRE(heads.size() == 2);
    REQUIRE(numbers.size() == 5);
    CHECK(heads[0] == Approx(numbers[0]).margin(0.5));
    CHECK(heads[1] == Approx(numbers[4]).margin(0.5));
}

TEST_CASE("a long name takes two lines where it may, and keeps its words", "[panel][legend]")
{
    Stand stand;
    experiment::Experiment one = runs_of(2);
    one.plan.runs[0].title = "momentum with a name of many words";
    const auto experiments = all_of({one});
    const LegendContent content = legend_content(*experiments, {});
    const double wide = LegendLayout::least_width(content, stand.setting());
    stand.detail.wrap_names = true;
    const double narrow = LegendLayout::least_width(content, stand.setting());
    CHECK(narrow < 0.8 * wide);
    const LegendLayout layout(content, stand.setting(), narrow);
    REQUIRE(layout.rows()[0].lines.size() == 2);
    CHECK(layout.rows()[0].lines[0] + " " + layout.rows()[0].lines[1] == one.plan.runs[0].title);
    CHECK(layout.rows()[1].lines.size() == 1);
    CHECK(!meet(drawn(stand, experiments, narrow)));
    const LegendLayout roomy(content, stand.setting(), wide);
    CHECK(roomy.rows()[0].lines.size() == 1);
}

TEST_CASE("what all runs share is not said in each row", "[panel][legend]")
{
    experiment::Experiment shared = runs_of(2), differ = runs_of(2);
    set_rates(shared, {0.001, 0.001});
    set_rates(differ, {0.001, 1e-6});
    const auto rates = [](const experiment::Experiment& one) {
        Words list;
        const LegendContent content = legend_content(*all_of({one}), {});
        for (const LegendRow& row : content.experiments.front())
            list.push_back(row.rate);
        return list;
    };
    CHECK(rates(shared) == Words{"", ""});
    CHECK(rates(differ) == Words{"learning rate 0.001", "learning rate $10^{-6}$"});
}

TEST_CASE("a legend lists the runs that its picture shows", "[panel][legend]")
{
    const auto experiments = all_of({runs_of(2, "left"), runs_of(2, "right")});
    const auto listed = [&](std::vector<std::size_t> runs) {
        Words list;
        const LegendContent content = legend_content(*experiments, runs);
        for (const auto& rows : content.experiments)
            for (const LegendRow& row : rows)
                list.push_back(row.name);
        return list;
    };
    CHECK(listed({}) == Words{"left", "run 1", "run 2", "right", "run 1", "run 2"});
    CHECK(listed({1, 3}) == Words{"left", "run 2", "right", "run 2"});
    CHECK(listed({3}) == Words{"right", "run 2"});
}

TEST_CASE(
    "a run that has diverged says so, and does not decide the numbers' form", "[panel][legend]")
{
    Stand stand;
    experiment::Experiment one = runs_of(2);
    one.trajectories[1].outcome = optimizer::Outcome::diverged;
    one.trajectories[1].losses.back() = 1e300;
    const auto texts = words_of(drawn(stand, all_of({one}), 300));
    CHECK(Words(texts.end() - 2, texts.end()) == Words{"0.0000", "diverged"});
    one.trajectories[1].outcome = optimizer::Outcome::undefined;
    CHECK(words_of(drawn(stand, all_of({one}), 300)).back() == "undefined");
}
