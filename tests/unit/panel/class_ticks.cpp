#include "panel/data/class_ticks.hpp"

#include "support/catch.hpp"

#include <vector>

using namespace thalweg;
using namespace thalweg::panel;

namespace {

const Box kBox{{0, 400}, {0, 300}};
constexpr double kLow = 290, kHigh = 10; // where both classes lie; y points downwards

/// The middles of the ticks.
std::vector<Vec2> middles(const std::vector<Vec2>& places)
{
    const canvas::Path path = class_ticks(places, kBox, 1);
    const std::span<const Vec2> ends = path.points();
    std::vector<Vec2> all;
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
        CHECK(ends[i].x == ends[i + 1].x); // upright
        all.push_back(0.5 * (ends[i] + ends[i + 1]));
    }
    return all;
}

} // namespace

TEST_CASE("ticks of samples apart lie on their samples", "[panel][data]")
{
    const std::vector<Vec2> places{{10, kLow}, {20, kHigh}, {30, kLow}};
    CHECK(middles(places) == places);
}

TEST_CASE("equal samples of a class are a heap towards the middle", "[panel][data]")
{
    for (const double at : {kLow, kHigh}) {
        const auto heap = middles(std::vector<Vec2>(4, {50, at}));
        REQUIRE(heap.size() == 4);
        for (std::size_t i = 0; i < heap.size(); ++i) {
            CHECK(heap[i].x == 50);
            CHECK(std::abs(heap[i].y - at) == Approx(static_cast<double>(i) * 7));
            CHECK(std::abs(heap[i].y - 150) <= 140);
        }
    }
}

TEST_CASE("a heap stays below its height, whatever the number of samples", "[panel][data]")
{
    std::vector<Vec2> crowd;
    for (int i = 0; i < 5000; ++i)
        crowd.push_back({200 + 0.01 * (i % 100), kLow});
    const auto heap = middles(crowd);
    CHECK(heap.size() > 5);
    CHECK(heap.size() < 200);
    for (const Vec2 middle : heap)
        CHECK(kLow - middle.y <= kHighestHeap * kBox.height());
}
