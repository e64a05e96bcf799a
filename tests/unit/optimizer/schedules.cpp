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
    return test::made(schedule_kinds(), node);
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

TEST_CASE(
    "a warm-up rises evenly, then the schedule that follows has its own first step", "[optimizer]")
{
    Node node = test::mapping({{"kind", "warm-up"}, {"steps", "4"}});
    Node::Entry& then = node.entries.emplace_back();
    then.key = "then";
    then.value = test::mapping({{"kind", "cosine"}, {"from", "0.5"}});
    const auto warm = test::made(schedule_kinds(), node);
    for (int k = 0; k < 4; ++k)
        CHECK(warm(k, 24) == Approx(0.1 * (k + 1)));
    CHECK(warm(4, 24) == Approx(0.5));
    CHECK(warm(14, 24) == Approx(0.25)); // half way through the 20 steps that are left
    CHECK(warm(24, 24) == Approx(0).margin(1e-15));
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
                const double rate = test::made(
                    schedule_kinds(), test::mapping({{"kind", std::string(kind.name)}}))(k, n);
                CHECK(std::isfinite(rate));
                CHECK(rate > 0);
            }
}
