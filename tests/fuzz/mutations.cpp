// Broken files end in an error of ours, never in a crash, an endless loop or another exception.
#include "core/utf8.hpp"
#include "fuzz/mutator.hpp"
#include "fuzz/targets.hpp"
#include "support/catch.hpp"

#include <unistd.h>

using namespace thalweg;
using namespace thalweg::fuzz;

namespace {

/// Ends the process by SIGALRM where a single input takes longer; libFuzzer calls that a hang.
constexpr unsigned kLongest_s = 60;

void check_all(const Target& target, int mutations)
{
    const std::vector<std::string> examples = corpus(target);
    REQUIRE(examples.size() > 3);
    for (const std::string& example : examples)
        CHECK_NOTHROW(target.run(example));
    Random random(20240607);
    for (int i = 0; i < mutations; ++i) {
        const std::string bytes = mutated(examples, random);
        INFO("mutation " << i << ":\n" << printable(bytes));
        ::alarm(kLongest_s);
        CHECK_NOTHROW(target.run(bytes));
    }
    ::alarm(0);
}

} // namespace

TEST_CASE("broken scenes are read or refused", "[fuzz]")
{
    check_all(target("scene"), effort(1500, 200'000));
}

TEST_CASE("broken formulas are read or refused", "[fuzz]")
{
    check_all(target("formula"), effort(20'000, 5'000'000));
}

TEST_CASE("broken mathematics is read or refused", "[fuzz]")
{
    check_all(target("mathematics"), effort(20'000, 5'000'000));
}

TEST_CASE("broken tables are read or refused", "[fuzz]")
{
    check_all(target("csv"), effort(10'000, 2'000'000));
}

TEST_CASE("broken arrays are read or refused", "[fuzz]")
{
    check_all(target("npy"), effort(10'000, 2'000'000));
}

TEST_CASE("broken recorded paths are read or refused", "[fuzz]")
{
    check_all(target("recorded"), effort(3000, 500'000));
}
