#include "core/parallel.hpp"

#include "support/catch.hpp"

#include <atomic>
#include <stdexcept>
#include <vector>

using namespace thalweg;

TEST_CASE("every part is done once, by any number of threads", "[parallel]")
{
    for (const int jobs : {1, 2, 7, 100}) {
        std::vector<int> done(50);
        for_each_part(50, jobs, [&](int part) { ++done[static_cast<std::size_t>(part)]; });
        CHECK(done == std::vector<int>(50, 1));
    }
    for_each_part(0, 4, [](int) { FAIL("there is no part"); });
}

TEST_CASE("the first failure of a part ends the work and is told", "[parallel]")
{
    for (const int jobs : {1, 3}) {
        std::atomic<int> done = 0;
        const auto work = [&](int part) {
            if (part == 5)
                throw std::runtime_error("part 5");
            ++done;
        };
        CHECK_THROWS_WITH(for_each_part(1000, jobs, work), "part 5");
        CHECK(done < 1000);
    }
}
