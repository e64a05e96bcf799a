#include "stage/labels.hpp"

#include "stage/heads.hpp"
#include "support/catch.hpp"
#include "support/plans.hpp"

#include <random>

using namespace thalweg;
using namespace thalweg::test;

namespace {

const Box kMap{{64, 535}, {24, 495}};

/// Paths that wander over the map, meet and cross.
std::vector<std::vector<Vec2>> wandering(int runs, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> any(-1, 1);
    std::vector<std::vector<Vec2>> paths;
    for (int run = 0; run < runs; ++run) {
        Vec2 center{any(random), 1 + any(random)};
        paths.push_back(
            arc(center, 0.3 + 0.7 * std::abs(any(random)), any(random), 0.8 * any(random), 240));
    }
    return paths;
}

} // namespace

TEST_CASE(
    "labels never overlap, stay on the map, and do not jump while they can be seen", "[stage]")
{
    for (const int runs : {1, 2, 3, 6, 10})
        for (unsigned seed = 0; seed < 8; ++seed) {
            const ExperimentPtr experiment = experiment_of(wandering(runs, seed));
            const Camera camera(experiment);
            std::vector<LabelSize> sizes;
            for (int i = 0; i < runs; ++i)
                sizes.push_back({.width = 60.0 + 11 * i, .height = 15, .diverged_width = 150});
            const LabelTracks tracks(*experiment, camera, kMap, sizes);
            std::vector<LabelSpot> before;
            for (double t = 0; t <= experiment->duration_s; t += 1.0 / 60) {
                const auto spots = tracks.at(t);
                REQUIRE(spots.size() == static_cast<std::size_t>(runs));
                CAPTURE(runs, seed, t);
                for (std::size_t i = 0; i < spots.size(); ++i) {
                    for (std::size_t j = 0; j < i; ++j)
                        REQUIRE_FALSE(overlap(spots[i].box, spots[j].box));
                    REQUIRE(hull(kMap, spots[i].box) == kMap);
                    if (!before.empty() && spots[i].opacity > 0 && before[i].opacity > 0)
                        REQUIRE(std::abs(spots[i].box.y.lo - before[i].box.y.lo) < 12);
                }
                before = spots;
            }
        }
}

TEST_CASE("a lone label stands beside its head", "[stage]")
{
    const ExperimentPtr experiment = experiment_of({arc({-0.5, 1}, 0.8, 0, 1, 200)});
    const Camera camera(experiment);
    const LabelTracks tracks(
        *experiment, camera, kMap, {{.width = 80, .height = 15, .diverged_width = 80}});
    for (double t = 0; t < 4; t += 0.1) {
        const Head head = head_at(*experiment, camera, kMap, 0, t);
        CHECK(std::abs(tracks.at(t)[0].box.center().y - head.at.y) < 1.5);
        CHECK(tracks.at(t)[0].box.x.lo > head.at.x);
    }
}

TEST_CASE("too many runs have no labels on the map", "[stage]")
{
    const ExperimentPtr experiment = experiment_of(wandering(11, 1));
    const Camera camera(experiment);
    CHECK(LabelTracks(*experiment, camera, kMap, std::vector<LabelSize>(11)).at(0).empty());
}
