#include "panel/kinds.hpp"

#include "placed.hpp"
#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

using Words = std::vector<std::string>;

experiment::Experiment with_levels(std::vector<double> levels, const std::string& name = "")
{
    experiment::Experiment one = experiment_of({{{-1.5, 1.5}, {1, 1}}}, "rosenbrock", name);
    one.levels = std::move(levels);
    return one;
}

/// An experiment whose map shows where its run's optimizer ends.
experiment::Experiment with_basins(const std::string& name = "")
{
    experiment::Experiment one = with_levels({1, 2, 3}, name);
    one.plan.basins = {0};
    one.plan.runs[0].optimizer.label = "momentum";
    experiment::BasinGuide guide;
    guide.ends.radius = 0.01;
    guide.ends.points = {{surface::CriticalKind::minimum, {1, 1}, 0}};
    const basin::BasinMap map{.grid = {.width = 2, .height = 1}, .fates = {{0, 4}, {0, 9}}};
    guide.scale = basin::make_scale(guide.ends, map);
    one.basins = {guide};
    return one;
}

/// The bar of one map for each experiment: filled, or with basins where it has them. The
/// experiments must outlive it.
std::unique_ptr<const Panel> bar_of(const experiment::ExperimentsPtr& experiments)
{
    std::vector<ColoredGround> grounds;
    for (std::size_t e = 0; e < experiments->all.size(); ++e) {
        ContourPlan map;
        map.experiment = e;
        if (!experiments->all[e].basins.empty())
            map.basins_run = experiments->all[e].basins.front().run;
        grounds.push_back(colored_ground(map).value());
    }
    return make_color_bar(grounds)->prepare(context_of(experiments));
}

} // namespace

TEST_CASE("a bar is titled and labelled at decades", "[panel][colorbar]")
{
    Stand stand;
    const auto bar
        = bar_of(all_of({with_levels({0.1, 0.3162278, 1, 3.162278, 10, 31.62278, 100})}));
    const auto texts = stand.texts(*bar, 400, {});
    CHECK(words_of(texts) == Words{"loss", "0.1", "1", "10", "100"});
    CHECK(!meet(texts));
    // Each stands at the border of its band, of eight equally wide ones.
    for (const auto& [text, band] : {std::pair{1, 1}, {2, 3}, {3, 5}, {4, 7}})
        CHECK(texts[static_cast<std::size_t>(text)].box.center().x
            == Approx(10 + 400 * band / 8.0).margin(0.6));
}

TEST_CASE("labels are thinned out where they would meet", "[panel][colorbar]")
{
    Stand stand;
    const auto bar = bar_of(all_of({with_levels({-200, -150, -100, -50, 0, 50, 100, 150, 200})}));
    CHECK(stand.texts(*bar, 900, {}).size() == 10);
    for (const double width : {300.0, 160.0, 90.0}) {
        const auto texts = stand.texts(*bar, width, {});
        CHECK(texts.size() < 10);
        CHECK(texts.size() >= 2);
        CHECK(!meet(texts));
        for (const canvas::RecordedText& text : texts)
            CHECK((text.box.x.lo >= 9.5 && text.box.x.hi <= 10.5 + width));
    }
}

TEST_CASE("a bar is never narrower than its title", "[panel][colorbar]")
{
    Stand stand;
    const std::string name = "an experiment of a long name";
    const auto bar = bar_of(all_of({with_levels({1, 2}, name), with_levels({1, 3}, "b")}));
    const SizeRequest size = bar->size(stand.setting());
    const auto texts = stand.texts(*bar, size.least_width, {});
    CHECK(texts.front().text == "loss (" + name + ")");
    CHECK(texts.front().box.x.hi <= 10.5 + size.least_width);
    CHECK(size.least_height == Approx(bar->height_for(size.least_width, stand.setting())));
}

TEST_CASE(
    "there is no bar where there are no levels, and one for equal levels", "[panel][colorbar]")
{
    Stand stand;
    CHECK(bar_of(all_of({with_levels({})})) == nullptr);
    const auto one = bar_of(all_of({with_levels({1, 2}, "a"), with_levels({1, 2}, "b")}));
    CHECK(words_of(stand.texts(*one, 300, {})).front() == "loss");
    const auto of_second = bar_of(all_of({with_levels({}, "a"), with_levels({1, 2}, "b")}));
    CHECK(words_of(stand.texts(*of_second, 300, {})).front() == "loss");
}

TEST_CASE("the basins of two optimizers on one surface are both explained", "[panel][colorbar]")
{
    experiment::Experiment one = with_basins();
    one.plan.runs.push_back(one.plan.runs[0]);
    one.plan.runs[1].optimizer.label = "Adam";
    one.trajectories.push_back(one.trajectories[0]);
    one.plan.basins = {0, 1};
    one.basins.push_back(one.basins[0]);
    one.basins[1].run = 1;
    const auto experiments = all_of({one});
    const std::array<ColoredGround, 3> grounds{{{0, 1}, {0, 0}, {0, 1}}};
    const auto bar = make_color_bar(grounds)->prepare(context_of(experiments));
    Stand stand;
    Words titles;
    for (const std::string& word : words_of(stand.texts(*bar, 400, {})))
        if (word.starts_with("where"))
            titles.push_back(word);
    CHECK(titles == Words{"where Adam ends", "where momentum ends"});
}

TEST_CASE("filled maps and basins beside each other are all explained", "[panel][colorbar]")
{
    Stand stand;
    const auto experiments
        = all_of({with_basins("a"), with_levels({1, 10, 100}, "b"), with_basins("c")});
    const auto bar = bar_of(experiments);
    const auto texts = stand.texts(*bar, 400, {});
    const Words words = words_of(texts);
    for (const char* wanted : {"loss", "where momentum ends (a)", "where momentum ends (c)"})
        CHECK(std::ranges::count(words, wanted) == 1);
    CHECK(std::ranges::count(words, "(1.00, 1.00)") == 2);
    CHECK(!meet(texts));
    CHECK(texts.back().box.y.hi <= 20.5 + bar->height_for(400, stand.setting()));
    const auto one = all_of({with_basins()});
    CHECK(words_of(stand.texts(*bar_of(one), 400, {})).front() == "where momentum ends");
}

TEST_CASE(
    "bars between levels that are not round are labelled at round numbers", "[panel][colorbar]")
{
    Stand stand;
    std::vector<double> powers, steps;
    for (int i = 0; i < 12; ++i) {
        powers.push_back(0.0003 * std::pow(7.1, i)); // up to 7 × 10^5
        steps.push_back(-1.3 + 0.7 * i); // up to 6.4
    }
    const auto log_bar = bar_of(all_of({with_levels(powers)}));
    const auto log_texts = stand.texts(*log_bar, 500, {});
    CHECK(words_of(log_texts)
        == Words{"loss", "0.001", "0.01", "0.1", "1", "10", "100", "1000", "10000", "$10^{5}$"});
    // 1 stands between the levels 0.763 and 5.42, numbers 4 and 5 of 13 bands.
    const double share = std::log(1 / powers[4]) / std::log(7.1);
    CHECK(log_texts[4].box.center().x == Approx(10 + 500 * (5 + share) / 13).margin(0.6));

    const auto linear_bar = bar_of(all_of({with_levels(steps)}));
    const auto linear_texts = stand.texts(*linear_bar, 500, {});
    CHECK(words_of(linear_texts) == Words{"loss", "−1", "0", "1", "2", "3", "4", "5", "6"});
    CHECK(linear_texts[2].box.center().x == Approx(10 + 500 * (1 + 1.3 / 0.7) / 13).margin(0.6));
}

TEST_CASE("levels far from 0 are told apart", "[panel][colorbar]")
{
    Stand stand;
    const auto linear = bar_of(
        all_of({with_levels({1000000.1, 1000000.2, 1000000.3, 1000000.4, 1000000.5, 1000000.6})}));
    CHECK(words_of(stand.texts(*linear, 500, {}))
        == Words{"loss, + $10^{6}$", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6"});
    const auto listed = bar_of(all_of({with_levels({1000.25, 1000.5, 1001.75})}));
    CHECK(words_of(stand.texts(*listed, 500, {})) == Words{"loss", "1000.25", "1000.5", "1001.75"});
}
