#include "support/catch.hpp"
#include "unit/contour/checks.hpp"
#include "unit/contour/surfaces.hpp"

#include <map>
#include <numeric>
#include <random>

using namespace thalweg;
using namespace thalweg::contour;
using namespace thalweg::testing;

namespace {

constexpr std::size_t kGrid = 500;

/// The connected parts, by edges, of the samples on one side of a level: counts those that do not
/// reach the border.
class Parts {
public:
    Parts(const surface::Surface& f, const Box& d, double level)
        : side_(kGrid * kGrid)
        , parent_(kGrid * kGrid)
    {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
        for (std::size_t j = 0; j < kGrid; ++j)
            for (std::size_t i = 0; i < kGrid; ++i) {
                const double v = f.value({d.x.at(static_cast<double>(i) / (kGrid - 1)),
                    d.y.at(static_cast<double>(j) / (kGrid - 1))});
                side_[j * kGrid + i] = v >= level;
            }
        for (std::size_t j = 0; j < kGrid; ++j)
            for (std::size_t i = 0; i < kGrid; ++i) {
                if (i > 0)
                    join(j * kGrid + i, j * kGrid + i - 1);
                if (j > 0)
                    join(j * kGrid + i, (j - 1) * kGrid + i);
            }
    }

    /// How often the border passes from one side of the level to the other.
    int changes_along_border() const
    {
        int changes = 0;
        const auto count = [&](std::size_t a, std::size_t b) { changes += side_[a] != side_[b]; };
        const std::size_t last = (kGrid - 1) * kGrid;
        for (std::size_t i = 1; i < kGrid; ++i) {
            count(i, i - 1);
            count(last + i, last + i - 1);
            count(i * kGrid, (i - 1) * kGrid);
            count(i * kGrid + kGrid - 1, i * kGrid - 1);
        }
        return changes;
    }

    /// Parts of both sides that stay away from the border; each is enclosed by one outer ring.
    int inner_parts()
    {
        std::map<std::size_t, bool> reaches;
        for (std::size_t j = 0; j < kGrid; ++j)
            for (std::size_t i = 0; i < kGrid; ++i) {
                const bool border = i == 0 || j == 0 || i + 1 == kGrid || j + 1 == kGrid;
                reaches[root(j * kGrid + i)] |= border;
            }
        return static_cast<int>(
            std::count_if(reaches.begin(), reaches.end(), [](auto& p) { return !p.second; }));
    }

private:
    std::size_t root(std::size_t i)
    {
        while (parent_[i] != i)
            i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b)
    {
        if (side_[a] == side_[b])
            parent_[root(a)] = root(b);
    }

    std::vector<bool> side_;
    std::vector<std::size_t> parent_;
};

void check_levels(
    const surface::Surface& f, const Box& d, std::vector<double> levels, double tolerance)
{
    for (const LevelSet& set : trace_levels(f, d, levels, tolerance)) {
        INFO("level " << set.level);
        CHECK(set.certified);
        CHECK(worst_distance(f, set) <= tolerance);
        for (const Ring& ring : set.rings) {
            CHECK(is_joined(ring, d));
            CHECK(is_higher_on_left(f, ring));
        }
        Parts parts(f, d, set.level);
        const int open = static_cast<int>(set.rings.size()) - count_closed(set);
        CHECK(2 * open == parts.changes_along_border());
        CHECK(count_closed(set) == parts.inner_parts());
    }
}

std::vector<double> random_levels(double from, double to, int count, unsigned seed)
{
    std::mt19937 generator(seed);
    std::vector<double> levels;
    for (int i = 0; i < count; ++i)
        levels.push_back(from + (to - from) * static_cast<double>(generator()) / 4294967296.0);
    return levels;
}

} // namespace

// Levels are drawn at random once, from ranges where a grid of 500 x 500 samples resolves the level
// sets: away from values at critical points, and, for Rosenbrock, from its narrow valley.
TEST_CASE("the number of rings agrees with dense sampling", "[contour]")
{
    SECTION("Himmelblau")
    {
        check_levels(surface_named(Himmelblau{}), square(6), random_levels(1, 2000, 25, 1), 1e-4);
    }
    SECTION("multimodal")
    {
        check_levels(surface_named(Multimodal{}), square(6), random_levels(-0.58, 8, 25, 2), 1e-4);
    }
    SECTION("Rosenbrock")
    {
        check_levels(
            surface_named(Rosenbrock{}), rosenbrock_domain(), random_levels(5, 2500, 25, 3), 1e-4);
    }
    SECTION("saddle")
    {
        check_levels(surface_named(Quadratic{2, -1}), square(1), random_levels(-1, 2, 25, 4), 1e-4);
    }
    SECTION("bowl")
    {
        check_levels(
            surface_named(Quadratic{1, 3}), square(1), random_levels(0.001, 4, 25, 5), 1e-4);
    }
}
