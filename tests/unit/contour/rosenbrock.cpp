#include "support/catch.hpp"
#include "unit/contour/checks.hpp"
#include "unit/contour/surfaces.hpp"

using namespace thalweg;
using namespace thalweg::contour;
using namespace thalweg::testing;

TEST_CASE("Rosenbrock's levels are each one certified ring, close to the level set, of few Beziers",
    "[contour]")
{
    const auto f = surface_named(Rosenbrock{});
    const Box domain = rosenbrock_domain();
    const auto levels = log_levels(14, -3, 3.5);
    const double tolerance = 1e-5 * domain.width();
    std::size_t beziers = 0;
    for (const LevelSet& set : trace_levels(f, domain, levels, tolerance)) {
        INFO("level " << set.level);
        CHECK(set.certified);
        CHECK(set.uncertified.empty());
        CHECK(worst_distance(f, set) <= tolerance);
        for (const Ring& ring : set.rings) {
            CHECK(is_joined(ring, domain));
            CHECK(is_higher_on_left(f, ring));
            beziers += ring.beziers.size();
        }
        // The lowest ground on the domain's edge: f(-1.0003, -1) is the smallest value along y =
        // -1, and so on; below 1 the level set stays inside.
        if (set.level < 1) {
            CHECK(set.rings.size() == 1);
            CHECK(count_closed(set) == 1);
        }
    }
    CHECK(beziers <= 600);
}
