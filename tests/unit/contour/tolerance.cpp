#include "support/catch.hpp"
#include "support/nodes.hpp"
#include "surface/catalogue.hpp"
#include "unit/contour/checks.hpp"
#include "unit/contour/line_walk.hpp"
#include "unit/contour/surfaces.hpp"

using namespace thalweg;
using namespace thalweg::contour;
using namespace thalweg::testing;

namespace {

/// |x| / a + |y|: diamonds with tips as sharp as one likes.
struct Tip {
    double a = 1;
    template <class T>
    T operator()(T x, T y) const
    {
        return abs(x) / a + abs(y);
    }
    surface::SurfaceFacts facts() const { return nothing(); }
};

/// The greatest distance of points from a diamond of half axes a and 1, and of the diamond from
/// the curves.
double distance_from_diamond(const LevelSet& set, double a)
{
    const Vec2 corners[] = {{a, 0}, {0, 1}, {-a, 0}, {0, -1}, {a, 0}};
    std::vector<Segment> sides;
    for (int i = 0; i < 4; ++i)
        sides.push_back({corners[i], corners[i + 1]});
    double worst = 0;
    for (const Vec2 p : points_on(set.rings, 50))
        worst = std::max(worst, distance_to(sides, p));
    const auto chords = chords_of(set.rings, 50);
    for (const Segment& side : sides)
        for (int i = 0; i <= 200; ++i)
            worst = std::max(worst, distance_to(chords, side.at(i / 200.0)));
    return worst;
}

surface::SurfacePtr kind(const std::string& name)
{
    Problems problems;
    return *make_kind(nodes::scalar(name), "surface", surface::surface_kinds(), problems);
}

} // namespace

TEST_CASE("the tolerance holds at corners and thin tips, both ways", "[contour][tolerance]")
{
    for (const double a : {1.0, 0.3, 0.05, 0.01})
        for (const double tolerance : {3e-2, 1e-2, 1e-3, 1e-4, 1e-6}) {
            INFO("half axis " << a << ", tolerance " << tolerance);
            const auto f = surface_named(Tip{a});
            const LevelSet set = trace_levels(f, square(1.5), std::array{1.0}, tolerance).front();
            REQUIRE(set.rings.size() == 1);
            CHECK(distance_from_diamond(set, a) <= tolerance);
            CHECK(area(set.rings[0].beziers) == Approx(-2 * a).margin(4 * tolerance));
        }
}

TEST_CASE("features thinner than the tolerance keep their inside", "[contour][tolerance]")
{
    for (const double thin : {1e-2, 1e-3, 1e-5}) {
        const auto bowl = surface_named(Quadratic{1, 1 / (thin * thin)});
        const auto hill = surface_named(Quadratic{-1, -1 / (thin * thin)});
        const LevelSet low = trace_levels(bowl, square(2), std::array{1.0}, 0.05).front();
        const LevelSet high = trace_levels(hill, square(2), std::array{-1.0}, 0.05).front();
        REQUIRE(low.rings.size() == 1);
        REQUIRE(high.rings.size() == 1);
        const double expected = 3.14159265 * thin;
        CHECK(area(low.rings[0].beziers) == Approx(-expected).epsilon(0.5));
        CHECK(area(high.rings[0].beziers) == Approx(expected).epsilon(0.5));
    }
}

TEST_CASE("a level's answer does not depend on other levels", "[contour][independence]")
{
    // Eggholder at -257.7 is tangent to a crease: so hard that it has a tree of its own.
    const surface::SurfacePtr f = kind("eggholder");
    const Box d = f->facts().domain;
    const std::array levels{-800.0, -257.699, 0.0, 300.0, 700.0};
    const auto together = trace_levels(*f, d, levels, 0.1);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        INFO(levels[i]);
        const LevelSet alone = trace_levels(*f, d, std::array{levels[i]}, 0.1).front();
        CHECK(alone.certified == together[i].certified);
        CHECK(alone.rings.size() == together[i].rings.size());
        CHECK(alone.uncertified.size() == together[i].uncertified.size());
    }
}

TEST_CASE("creases leave no slivers", "[contour][tolerance]")
{
    const surface::SurfacePtr f = kind("eggholder");
    const LevelSet set = trace_levels(*f, f->facts().domain, std::array{-257.699}, 0.1).front();
    CHECK(set.rings.size() < 60);
    CHECK_FALSE(set.certified);
    // The place on the crease y = -47 - x/2 where the level is tangent to it is told with its
    // extent: the crease's height -x sin(sqrt(1.5 x)) has its extremum there.
    const auto holds = [](const UncertifiedPoint& p) { return p.extent.contains({280, -187}); };
    CHECK(std::ranges::any_of(set.uncertified, holds));
    std::size_t thin = 0;
    for (const Ring& ring : set.rings)
        thin += ring.closed && std::abs(area(ring.beziers)) < 1e-3;
    CHECK(thin == 0);
}
