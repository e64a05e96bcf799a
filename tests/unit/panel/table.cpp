#include "panel/table_cells.hpp"

#include "placed.hpp"
#include "support/catch.hpp"

#include <array>

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::size_t, 2> kBoth{0, 1};

/// Two runs on the bowl x² + y²: the first comes to rest, the second leaves.
experiment::Experiment two_runs()
{
    experiment::Experiment one = experiment_of(
        {{{1.5, -1}, {0.5, 0}, {0.01, 0}}, {{1.5, -1}, {-30, 0}, {4e6, 0}}}, "bowl");
    one.plan.domain = {{-2, 2}, {-2, 2}};
    one.trajectories[0].outcome = optimizer::Outcome::converged;
    one.trajectories[1].outcome = optimizer::Outcome::diverged;
    one.trajectories[1].ended_at = 3;
    return one;
}

const TableColumn& column(const std::vector<TableColumn>& columns, const std::string& heading)
{
    const auto found = std::ranges::find(columns, heading, &TableColumn::heading);
    REQUIRE(found != columns.end());
    return *found;
}

} // namespace

TEST_CASE("read-outs say where runs are, each column in one form", "[panel][table]")
{
    const auto experiments = all_of({two_runs()});
    experiment::Moment moment;
    moment.steps = {1, 1};
    const auto columns = read_outs_at(*experiments, kBoth, moment);
    CHECK(column(columns, "step").cells == Words{"1", "1"});
    CHECK(column(columns, "x").cells == Words{"0.500", "−30.000"}); // 4 digits of a domain of 4
    CHECK(column(columns, "y").cells == Words{"0.000", "0.000"});
    CHECK(column(columns, "loss").cells == Words{"0.25", "900.00"});
    moment.steps = {2, 2};
    moment.time_s = 99;
    const auto later = read_outs_at(*experiments, kBoth, moment);
    CHECK(column(later, "x").cells == Words{"0.010", "4·$10^{6}$"}); // far away: few digits
    CHECK(column(later, "loss").cells.front() == "1.00·$10^{-4}$");
}

TEST_CASE("results say how runs ended and when they were good", "[panel][table]")
{
    const auto columns = results_of(*all_of({two_runs()}), kBoth);
    CHECK(column(columns, "final point").cells.front() == "(0.010, 0.000)");
    CHECK(column(columns, "steps to best + $10^{-3}$").cells == Words{"2", "never"});
    CHECK(column(columns, "outcome").cells == Words{"converged at step 2", "diverged at step 3"});
    CHECK(column(columns, "loss").cells == Words{"1.00·$10^{-4}$", "diverged"});
    CHECK(column(columns, "final point").cells.back() == "–");
}

TEST_CASE("losses are good within 10⁻³ of the least one that is known", "[panel][table]")
{
    const auto steps_of = [](const std::vector<Vec2>& minima, const std::string& heading) {
        experiment::Experiment one
            = experiment_of({{{3, 0}, {2, 0}}, {{3, 0}, {2.0002, 0}}}, "bowl");
        one.minima.global = minima;
        return column(results_of(*all_of({one}), kBoth), heading).cells;
    };
    CHECK(steps_of({}, "steps to best + $10^{-3}$") == Words{"1", "1"}); // 4 and 4.0008
    CHECK(steps_of({{0, 0}}, "steps to min + $10^{-3}$") == Words{"never", "never"});
}

TEST_CASE("a run that leaves the defined region is not said to diverge", "[panel][table]")
{
    experiment::Experiment one = two_runs();
    one.trajectories[1].outcome = optimizer::Outcome::undefined;
    const auto experiments = all_of({one});
    const auto columns = results_of(*experiments, kBoth);
    CHECK(column(columns, "loss").cells.back() == "undefined");
    CHECK(column(columns, "outcome").cells.back() == "left the defined region at step 3");
    experiment::Moment moment;
    moment.steps = {2, 2};
    moment.counter = 3;
    CHECK(column(read_outs_at(*experiments, kBoth, moment), "loss").cells.back() == "undefined");
}

TEST_CASE("no read-out of a film is wider than its column", "[panel][table]")
{
    Stand stand;
    const auto experiments = all_of({two_runs()});
    const auto widest = widest_read_outs(*experiments, kBoth);
    const auto width
        = [&](const std::string& text) { return stand.type.size(text, {.size = 12}).x; };
    for (const double step : {0.0, 1.0, 2.0}) {
        experiment::Moment moment;
        moment.steps = {step, step};
        const auto columns = read_outs_at(*experiments, kBoth, moment);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            double room = width(columns[c].heading);
            for (const std::string& cell : widest[c].cells)
                room = std::max(room, width(cell));
            for (const std::string& cell : columns[c].cells) {
                INFO(columns[c].heading << ": " << cell);
                CHECK(width(cell) <= room + 1e-9);
            }
        }
    }
}

TEST_CASE("a table draws a row for each run without texts that meet", "[panel][table]")
{
    Stand stand;
    TablePlan plan;
    plan.runs = {0, 1};
    for (const TableContent content : {TableContent::read_outs, TableContent::results}) {
        plan.show = content;
        const Context context = context_of(all_of({two_runs()}));
        const auto panel = plan.prepare(context);
        const double width = panel->size(stand.setting()).least_width;
        const auto texts = stand.texts(*panel, width, context.timeline->moment(99));
        CHECK(std::ranges::count(words_of(texts), "run 2") == 1);
        CHECK(!meet(texts));
        for (const canvas::RecordedText& text : texts)
            CHECK(text.box.x.hi <= 10.5 + width);
    }
}
