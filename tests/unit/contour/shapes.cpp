#include "support/catch.hpp"
#include "unit/contour/checks.hpp"
#include "unit/contour/surfaces.hpp"

#include <numbers>
#include <random>

using namespace thalweg;
using namespace thalweg::contour;
using namespace thalweg::testing;

namespace {

constexpr double kPi = std::numbers::pi;

LevelSet trace_one(
    const surface::Surface& f, const Box& domain, double level, double tolerance = 1e-5)
{
    return trace_levels(f, domain, std::array{level}, tolerance).front();
}

/// The share of random points of the domain on or above the level, times the domain's area.
double area_by_chance(const surface::Surface& f, const Box& d, double level, int points)
{
    std::mt19937 generator(7);
    std::uniform_real_distribution<double> share;
    int above = 0;
    for (int i = 0; i < points; ++i) {
        const double u = share(generator), v = share(generator);
        above += f.value({d.x.at(u), d.y.at(v)}) >= level;
    }
    return d.width() * d.height() * above / points;
}

} // namespace

TEST_CASE("a circle is a circle", "[contour]")
{
    const auto f = surface_named(Quadratic{});
    for (const double radius : {1e-3, 0.3, 1.0, 1.4}) {
        const LevelSet set = trace_one(f, square(1.5), radius * radius, 1e-6);
        CHECK(set.certified);
        REQUIRE(set.rings.size() == 1);
        CHECK(set.rings[0].closed);
        CHECK(set.rings[0].beziers.size() <= 12);
        double worst = 0;
        for (const Bezier& b : set.rings[0].beziers)
            for (int i = 0; i <= 50; ++i)
                worst = std::max(worst, std::abs(norm(b.at(i / 50.0)) - radius));
        CHECK(worst <= 1e-6);
        // Clockwise, since the ground rises outwards.
        CHECK(area(set.rings[0].beziers) == Approx(-kPi * radius * radius).margin(1e-5));
    }
}

TEST_CASE("super-level sets have the areas of their closed forms", "[contour]")
{
    const double tolerance = 1e-5;
    const auto bowl = surface_named(Quadratic{1, 4});
    const auto hill = surface_named(Quadratic{-1, -4});
    const Box d = square(2);
    // The ellipse x² + 4 y² = 1 has the area pi / 2; outside of it is the bowl's higher ground,
    // inside is the hill's.
    CHECK(super_level_area(bowl, d, trace_one(bowl, d, 1))
        == Approx(16 - kPi / 2).margin(8 * tolerance));
    CHECK(
        super_level_area(hill, d, trace_one(hill, d, -1)) == Approx(kPi / 2).margin(8 * tolerance));
    // A disk of radius r > 1 over the square [-1, 1]²: four segments stick out.
    const auto round = surface_named(Quadratic{});
    const double r = 1.2, segment = r * r * std::acos(1 / r) - std::sqrt(r * r - 1);
    const LevelSet set = trace_one(round, square(1), r * r);
    CHECK(set.rings.size() == 4);
    CHECK(super_level_area(round, square(1), set)
        == Approx(4 - kPi * r * r + 4 * segment).margin(1e-4));
    // Half a plane, and quarters of one: x² - y² >= 0 is half of the square.
    const auto saddle = surface_named(Quadratic{1, -1});
    CHECK(super_level_area(saddle, square(1), trace_one(saddle, square(1), 0))
        == Approx(2).margin(1e-4));
}

TEST_CASE("super-level sets agree with random points", "[contour]")
{
    const auto check = [](const surface::Surface& f, const Box& d, std::vector<double> levels) {
        for (const LevelSet& set : trace_levels(f, d, levels, 1e-4)) {
            INFO("level " << set.level);
            const double area_of_domain = d.width() * d.height();
            CHECK(super_level_area(f, d, set)
                == Approx(area_by_chance(f, d, set.level, 200000)).margin(0.006 * area_of_domain));
            // Filled by the nonzero rule: once around every high point, never around a low one.
            const auto outlines = super_level_outlines(f, d, set);
            std::mt19937 generator(11);
            std::uniform_real_distribution<double> share;
            for (int i = 0; i < 50; ++i) {
                const double u = share(generator), v = share(generator);
                const Vec2 p{d.x.at(u), d.y.at(v)};
                const Jet<double> j = f.jet(p);
                if (std::abs(j.v - set.level) > 1e-3 * norm(gradient(j)))
                    CHECK(winding(outlines, p) == (j.v >= set.level ? 1 : 0));
            }
        }
    };
    check(surface_named(Rosenbrock{}), rosenbrock_domain(), log_levels(7, -2, 3.2));
    check(surface_named(Himmelblau{}), square(6), {0.5, 10, 100, 150, 181, 300, 1000});
    check(surface_named(Multimodal{}), square(5), {-0.5, -0.2, 0.3, 1, 1.5, 3, 5});
}

TEST_CASE("levels beyond the surface have no rings, and fill everything or nothing", "[contour]")
{
    const auto f = surface_named(Quadratic{});
    const auto sets = trace_levels(
        f, square(1), std::array{-1.0, 3.0, HUGE_VAL, -HUGE_VAL, std::nan("")}, 1e-4);
    REQUIRE(sets.size() == 5);
    for (const LevelSet& set : sets) {
        CHECK(set.certified);
        CHECK(set.rings.empty());
    }
    CHECK(super_level_area(f, square(1), sets[0]) == 4);
    CHECK(super_level_outlines(f, square(1), sets[1]).empty());
    CHECK(super_level_outlines(f, square(1), sets[2]).empty());
    CHECK(super_level_area(f, square(1), sets[3]) == 4);
    CHECK(super_level_outlines(f, square(1), sets[4]).empty());
}

TEST_CASE("a level that only touches a corner does not fill the domain", "[contour]")
{
    // x² + 3 y² is 4 at all corners, and lower everywhere else.
    const auto bowl = surface_named(Quadratic{1, 3});
    const auto hill = surface_named(Quadratic{-1, -3});
    for (const double nearly : {4.0, 4 - 1e-13, 4 - 1e-10, 4 + 1e-13}) {
        CAPTURE(nearly);
        CHECK(super_level_area(bowl, square(1), trace_one(bowl, square(1), nearly))
            == Approx(0).margin(1e-4));
        CHECK(super_level_area(hill, square(1), trace_one(hill, square(1), -nearly))
            == Approx(4).margin(1e-4));
    }
}

TEST_CASE("Himmelblau has four rings at 10, and a hole around its maximum at 181", "[contour]")
{
    const auto f = surface_named(Himmelblau{});
    const LevelSet low = trace_one(f, square(6), 10);
    CHECK(low.certified);
    CHECK(low.rings.size() == 4);
    CHECK(count_closed(low) == 4);
    const LevelSet high = trace_one(f, square(6), 181);
    CHECK(high.certified);
    REQUIRE(high.rings.size() == 2);
    CHECK(count_closed(high) == 2);
    // The inner one holds the maximum and runs counter-clockwise, the outer one clockwise.
    const auto inner = std::find_if(high.rings.begin(), high.rings.end(),
        [](const Ring& ring) { return area(ring.beziers) > 0; });
    REQUIRE(inner != high.rings.end());
    CHECK(winding({inner->beziers}, {-0.270845, -0.923039}) == 1);
}

TEST_CASE("results come in the order of the levels asked for, repeated ones too", "[contour]")
{
    const auto f = surface_named(Quadratic{});
    const auto sets = trace_levels(f, square(1), std::array{0.5, 0.1, 0.5, 0.3}, 1e-4);
    REQUIRE(sets.size() == 4);
    const double expected[] = {0.5, 0.1, 0.5, 0.3};
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(sets[i].level == expected[i]);
        REQUIRE(sets[i].rings.size() == 1);
        CHECK(std::abs(area(sets[i].rings[0].beziers)) == Approx(kPi * expected[i]).margin(1e-3));
    }
}

TEST_CASE("a finer tolerance and a closer view keep the topology", "[contour]")
{
    const auto f = surface_named(Rosenbrock{});
    for (const double tolerance : {1e-1, 1e-2, 1e-3, 1e-5, 1e-8}) {
        const LevelSet set = trace_one(f, rosenbrock_domain(), 0.1, tolerance);
        REQUIRE(set.rings.size() == 1);
        CHECK(set.rings[0].closed);
        CHECK(worst_distance(f, set) <= tolerance);
    }
    const Box close{{0.99, 1.01}, {0.99, 1.01}};
    const LevelSet zoomed = trace_one(f, close, 1e-6, 1e-8);
    CHECK(zoomed.certified);
    CHECK(zoomed.rings.size() == 1);
}
