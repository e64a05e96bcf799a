#include "basin/basin_scale.hpp"

#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::basin;

namespace {

/// A map in one row.
BasinMap map_of(std::vector<Fate> fates)
{
    return {.grid = {.width = static_cast<int>(fates.size()), .height = 1}, .fates = fates};
}

BasinEnds ends_of(std::size_t count)
{
    BasinEnds ends{.radius = 0.01};
    ends.points.resize(count);
    return ends;
}

} // namespace

TEST_CASE("shades divide the settled runs evenly", "[basins]")
{
    std::vector<Fate> fates(7, {Fate::kDiverged, 3});
    for (int steps = 1; steps <= 100; ++steps)
        fates.push_back({0, steps * steps}); // whatever the numbers are, their order counts
    const BasinScale scale = make_scale(ends_of(1), map_of(fates));
    for (int steps = 1; steps <= 100; ++steps)
        CHECK(scale.share(steps * steps) == Approx((steps - 0.5) / 100));
    CHECK(scale.share(0) == 0);
    CHECK(scale.share(1'000'000) == Approx(1).margin(0.01)); // beyond all: as the slowest
    CHECK(scale.steps_at(0.5) == 51 * 51);
    CHECK(scale.steps_at(0) == 1);
    CHECK(scale.steps_at(1) == 100 * 100);
}

TEST_CASE("runs of equal steps have one shade, and without runs there is one", "[basins]")
{
    CHECK(make_scale(ends_of(1), map_of(std::vector<Fate>(9, {0, 1}))).share(1) == 0.5);
    const BasinScale none = make_scale(ends_of(1), map_of({{Fate::kUnsettled, 9}}));
    CHECK(none.share(5) == 0);
    CHECK(none.reached.empty());
}

TEST_CASE("ends that hardly a run reaches have no slot", "[basins]")
{
    std::vector<Fate> fates(10'000, {3, 5});
    fates[17] = {1, 5}; // a speck
    std::fill_n(fates.begin() + 100, 50, Fate{2, 5});
    const BasinScale scale = make_scale(ends_of(5), map_of(fates));
    CHECK(scale.slots == std::vector<int>{-1, -1, 0, 1, -1});
    CHECK(scale.reached == std::vector<int>{2, 3});
}

TEST_CASE("the nine largest of many basins have slots, in order of size", "[basins]")
{
    std::vector<Fate> fates;
    for (int end = 0; end < 12; ++end) // the first one is large, the last one largest
        fates.insert(fates.end(), static_cast<std::size_t>(end == 11 ? 90 : 20 - end), {end, 5});
    const BasinScale scale = make_scale(ends_of(12), map_of(fates));
    CHECK(scale.reached == std::vector<int>{11, 0, 1, 2, 3, 4, 5, 6, 7});
    CHECK(scale.slots == std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8, -1, -1, -1, 0});
    CHECK(scale.smaller == 3);
}
