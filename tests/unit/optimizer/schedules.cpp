// Learning-rate schedules: beside PyTorch's own (tests/support/pytorch_reference.py), and in closed
// form.
#include "optimizer/schedule.hpp"
#include "support/catch.hpp"
#include "support/table.hpp"
#include "unit/optimizer/made.hpp"

#include <cmath>
#include <map>

using namespace thalweg;
using namespace thalweg::optimizer;

namespace {

Schedule schedule(const std::string& kind, const test::Entries& options)
{
    Node node = test::mapping(options);
    node.entries.push_back(test::mapping({{"kind", kind}}).entries.front());
    return test::made(schedule_kinds(), node).rate;
}

} // namespace

TEST_CASE("schedules equal PyTorch's", "[optimizer]")
{
    const std::map<std::string, Schedule> ours{
        {"step", schedule("step", {{"from", "0.1"}, {"factor", "0.5"}, {"every", "30"}})},
        {"exponential", schedule("exponential", {{"from", "0.1"}, {"decay", "0.97"}})},
        {"cosine", schedule("cosine", {{"from", "0.1"}, {"to", "0.001"}})},
        {"cosine-restarts",
            schedule("cosine-restarts",
                {{"from", "0.1"}, {"to", "0.001"}, {"period", "10"}, {"factor", "2"}})},
        {"one-cycle", schedule("one-cycle", {{"peak", "0.1"}})},
    };
    const auto expected = test::read_table("tests/data/pytorch-schedules.csv");
    REQUIRE(expected.size() == ours.size());
    for (const auto& [name, rows] : expected)
        for (const auto& row : rows) {
            INFO(name << " at step " << row[0]);
            CHECK(ours.at(name)(static_cast<int>(row[0]), 100) == Approx(row[1]).epsilon(1e-12));
        }
}

TEST_CASE("schedules in closed form", "[optimizer]")
{
    CHECK(schedule("inverse-time", {{"from", "0.2"}, {"decay", "0.5"}})(6, 100) == Approx(0.05));
    CHECK(schedule("inverse-square-root", {{"from", "0.2"}})(99, 100) == Approx(0.02));
    CHECK(schedule("constant", {{"value", "0.3"}})(57, 100) == 0.3);
    // Equal periods, far from the start.
    const auto restarts = schedule("cosine-restarts", {{"from", "1"}, {"period", "7"}});
    CHECK(restarts(700000001, 1000000000) == Approx(restarts(1, 100)));
}

TEST_CASE("a warm-up multiplies by the factors of PyTorch's LinearLR", "[optimizer]")
{
    // Its documentation's own example: factor 0.5 over 4 epochs at 0.05.
    const auto documented
        = schedule("warm-up", {{"start_factor", "0.5"}, {"steps", "4"}, {"then", "0.05"}});
    const double published[] = {0.025, 0.03125, 0.0375, 0.04375, 0.05, 0.05};
    for (int k = 0; k < 6; ++k)
        CHECK(documented(k, 100) == Approx(published[k]).epsilon(1e-15));
    // And its recursion: η₀ = base · start_factor, then each rate from the one before.
    const double base = 0.2, start = 0.1, end = 0.7;
    const int total = 6;
    const auto warm = schedule("warm-up",
        {{"start_factor", "0.1"}, {"end_factor", "0.7"}, {"steps", "6"}, {"then", "0.2"}});
    double rate = base * start;
    for (int k = 0; k < 12; ++k) {
        if (k > 0 && k <= total)
            rate *= 1 + (end - start) / (total * start + (k - 1) * (end - start));
        CHECK(warm(k, 100) == Approx(rate).epsilon(1e-13));
    }
}

TEST_CASE("after a warm-up the schedule that follows has its own first step", "[optimizer]")
{
    Node node = test::mapping({{"kind", "warm-up"}, {"steps", "4"}});
    Node::Entry& then = node.entries.emplace_back();
    then.key = "then";
    then.value = test::mapping({{"kind", "cosine"}, {"from", "0.5"}});
    const auto warm = test::made(schedule_kinds(), node).rate;
    CHECK(warm(0, 24) == Approx(0.5 / 3));
    CHECK(warm(4, 24) == Approx(0.5));
    CHECK(warm(14, 24) == Approx(0.25)); // half way through the 20 steps that are left
    CHECK(warm(24, 24) == Approx(0).margin(1e-15));
}

TEST_CASE("every schedule states its formula", "[optimizer]")
{
    for (const auto& kind : schedule_kinds()) {
        INFO(kind.name);
        const auto made
            = test::made(schedule_kinds(), test::mapping({{"kind", std::string(kind.name)}}));
        CHECK(made.formula.find("ηₖ = ") != std::string_view::npos);
        for (const OptionInfo& option : describe(kind))
            CHECK(made.formula.find(option.key) != std::string_view::npos);
    }
}

TEST_CASE("learning_rate takes a number, a name or a mapping; what is wrong is told", "[optimizer]")
{
    const auto read = [](const std::string& text, Problems& problems) {
        const Node node = test::mapping({{"learning_rate", text}});
        Options options(node, problems);
        return read_schedule(options, "learning_rate", 0.5, "size of a step")(0, 10);
    };
    Problems fine;
    CHECK(read("1e-3", fine) == 1e-3);
    CHECK(read("cosine", fine) == 0.01);
    CHECK(fine.empty());

    for (const auto& [text, message] :
        std::map<std::string, std::string>{{"-1", "learning_rate must be above 0, not -1"},
            {"cosin", "unknown schedule \"cosin\" (did you mean \"cosine\"?)"}}) {
        Problems problems;
        CHECK(read(text, problems) == 0.5);
        REQUIRE(problems.list().size() == 1);
        CHECK(problems.list().front().message == message);
    }
}

TEST_CASE("every schedule gives positive, finite rates for runs of any length", "[optimizer]")
{
    for (const auto& kind : schedule_kinds())
        for (const int n : {1, 2, 3, 50, 1000})
            for (int k = 0; k < n; ++k) {
                INFO(kind.name << ", step " << k << " of " << n);
                const double rate = schedule(std::string(kind.name), {})(k, n);
                CHECK(std::isfinite(rate));
                CHECK(rate > 0);
            }
}
