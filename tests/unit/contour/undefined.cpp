#include "contour/defined_edge.hpp"
#include "contour/levels.hpp"
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

constexpr double kPi = 3.14159265358979323846;

surface::SurfacePtr formula(const std::string& text)
{
    Problems problems;
    const auto surface = make_kind(
        nodes::mapping({{"kind", nodes::scalar("formula")}, {"formula", nodes::scalar(text)}}),
        "surface", surface::surface_kinds(), problems);
    problems.throw_if_any();
    return *surface;
}

double length_of(std::span<const Ring> rings)
{
    double sum = 0;
    for (const Segment& chord : chords_of(rings, 200))
        sum += distance(chord.a, chord.b);
    return sum;
}

std::size_t beziers_in(std::span<const Ring> rings)
{
    std::size_t sum = 0;
    for (const Ring& ring : rings)
        sum += ring.beziers.size();
    return sum;
}

/// Every curve lies on the level, and every point of the level that lines find lies on a curve.
void check_curves(const surface::Surface& f, const LevelSet& set, const Box& d, double tolerance)
{
    for (const Ring& ring : set.rings)
        if (length_of({&ring, 1}) > 10 * tolerance)
            for (const Vec2 p : points_on({&ring, 1}, 7))
                CHECK(is_near_level(f, set.level, p, 3 * tolerance));
    const auto chords = chords_of(set.rings, 40);
    for (const Segment& line : lines_across(d, 60, 7))
        for (const Vec2 root : roots_along(f, set.level, line, 1000))
            CHECK(distance_to(chords, root) <= 3 * tolerance);
}

/// Fills hold the points above the level, and none below it.
void check_fills(const surface::Surface& f, const LevelSet& set, const Box& d, double tolerance)
{
    std::vector<Ring> all = set.rings;
    all.insert(all.end(), set.cuts.begin(), set.cuts.end());
    const auto chords = chords_of(all, 40);
    const auto outlines = super_level_outlines(f, d, set);
    std::mt19937 generator(5);
    std::uniform_real_distribution<double> share;
    for (int i = 0; i < 400; ++i) {
        const double u = share(generator), v = share(generator);
        const Vec2 p{d.x.at(u), d.y.at(v)};
        if (distance_to(chords, p) > 2 * tolerance)
            CHECK(winding(outlines, p) == (f.value(p) >= set.level ? 1 : 0));
    }
}

struct Case {
    const char* formula;
    double level;
    std::size_t curves; ///< by hand
    double length; ///< of all curves together, in closed form or by integration; 0: not known
};

} // namespace

TEST_CASE("curves end where a surface ends to be defined", "[contour][undefined]")
{
    // The length of y = 0.2 - x^1.5 from x = 0 to 2.2^(2/3), and of others, from the closed forms.
    const double power = 8.0 / 27 * (std::pow(1 + 9.0 / 4 * std::pow(2.2, 2.0 / 3), 1.5) - 1);
    for (const Case& each :
        {Case{"y - sqrt(1-x^2)", 0.2, 1, kPi}, Case{"x + sqrt(1-y^2)", 0.2, 1, kPi},
            Case{"exp(x)+sqrt(1-y^2)", 1.5, 1, 0}, Case{"x+(1-y^2)^1.5", 0.3, 1, 0},
            Case{"y+sqrt(x-1)*sqrt(1.5-x)", 0.2, 1, kPi / 4}, Case{"x + 0/y", 0.2, 1, 4},
            Case{"x + y^1.5", 0.2, 1, power}, Case{"x+exp(log(y))", 0.2, 1, std::sqrt(8)},
            Case{"x^2 + sqrt(1-y^2)", 1.2, 2, 0}, Case{"x^y", 1.5, 2, 0},
            Case{"asin(x) + acos(y)", 1, 1, 0}, Case{"sqrt(x^3 - y^2 + 1)", 0.7, 1, 0}}) {
        INFO(each.formula);
        const surface::SurfacePtr f = formula(each.formula);
        const double tolerance = 4e-4;
        const LevelSet set = trace_levels(*f, square(2), std::array{each.level}, tolerance)[0];
        CHECK(set.rings.size() == each.curves);
        CHECK(beziers_in(set.rings) < 40);
        if (each.length > 0)
            CHECK(length_of(set.rings) == Approx(each.length).margin(4 * tolerance));
        check_curves(*f, set, square(2), tolerance);
        check_fills(*f, set, square(2), tolerance);
    }
}

TEST_CASE("a level that touches the edge of the defined region is not certified there",
    "[contour][undefined]")
{
    const surface::SurfacePtr f = formula("y - sqrt(1-x^2)");
    const LevelSet set = trace_levels(*f, square(2), std::array{0.2}, 4e-4)[0];
    CHECK_FALSE(set.certified);
    REQUIRE(set.uncertified.size() == 2);
    for (const auto& [at, extent] : set.uncertified) {
        CHECK(std::abs(std::abs(at.x) - 1) < 1e-3);
        CHECK((extent.y.lo <= 0.2 && 0.2 <= extent.y.hi + 1e-3));
        CHECK(extent.height() < 0.05);
    }
    // A circle that stays inside is proven, whatever happens further out.
    const LevelSet inside
        = trace_levels(*formula("sqrt(1 - x^2 - y^2)"), square(2), std::array{0.5}, 1e-4)[0];
    CHECK(inside.certified);
    REQUIRE(inside.rings.size() == 1);
    CHECK(std::abs(area(inside.rings[0].beziers)) == Approx(0.75 * kPi).margin(1e-3));
}

TEST_CASE("poles and jumps are no curves, and are found in bounded work", "[contour][undefined]")
{
    for (const Case& each :
        {Case{"1/x", 1, 1, 4}, Case{"1/x + y", 0, 2, 0}, Case{"1/(x-y)", 1, 1, std::sqrt(18)},
            Case{"tan(3*x)+y", 0, 5, 0}, Case{"x+atan(1/y)", 0.2, 2, 0},
            Case{"floor(x)+y", 0.3, 3, 0}, Case{"round(x)*y", 0.5, 4, 0},
            Case{"sign(x)+y/2", 0.5, 1, 2}, Case{"ceil(2*x)+ceil(2*y)", 0.5, 0, 0},
            Case{"1/(x^2+y^2-1)", 0, 0, 0}, Case{"1/(x*y)", 0, 0, 0},
            Case{"1/(x^2+y^2-1)", -2, 1, 2 * kPi * std::sqrt(0.5)}, Case{"1/(x*y)", -1, 2, 0},
            Case{"1/(x^2+y^2-1)", 2, 1, 2 * kPi * std::sqrt(1.5)}, Case{"y + 1/x^2", 3, 2, 0}}) {
        INFO(each.formula);
        const surface::SurfacePtr f = formula(each.formula);
        const double tolerance = 4e-4;
        const LevelSet set = trace_levels(*f, square(2), std::array{each.level}, tolerance)[0];
        std::size_t curves = 0; // a piece as short as the tolerance may be left beside a corner
        for (const Ring& ring : set.rings)
            curves += length_of({&ring, 1}) > 10 * tolerance;
        CHECK(curves == each.curves);
        CHECK(beziers_in(set.rings) < 60);
        if (each.length > 0)
            CHECK(length_of(set.rings) == Approx(each.length).margin(4 * tolerance));
        check_curves(*f, set, square(2), tolerance);
        check_fills(*f, set, square(2), tolerance);
    }
    CHECK_FALSE(
        trace_levels(*formula("x+atan(1/y)"), square(2), std::array{0.2}, 1e-3)[0].certified);
    CHECK_FALSE(trace_levels(*formula("1/x"), square(2), std::array{1.0}, 1e-3)[0].certified);
}

TEST_CASE("fills beside poles are right for all levels at once, too", "[contour][undefined]")
{
    for (const char* text : {"1/(x^2+y^2-1)", "1/(x*y)", "1/x", "tan(3*x)+y"})
        for (const double tolerance : {4e-4, 1e-4, 2e-5}) {
            INFO(text << ", tolerance " << tolerance);
            const surface::SurfacePtr f = formula(text);
            std::vector<double> levels;
            for (int i = -7; i <= 7; ++i)
                levels.push_back(0.5 * i);
            for (const LevelSet& set : trace_levels(*f, square(2), levels, tolerance)) {
                INFO("level " << set.level);
                check_fills(*f, set, square(2), tolerance);
            }
        }
}

TEST_CASE("a level that crosses ever more often is left, uncertified, in few curves",
    "[contour][undefined]")
{
    const surface::SurfacePtr f = formula("sin(0.4/tanh(y)) + x/4");
    for (const LevelSet& set : trace_levels(*f, square(2), std::array{-0.5, 0.1, 0.6}, 4e-5)) {
        CHECK_FALSE(set.certified);
        CHECK(beziers_in(set.rings) < 10000);
        for (const Vec2 p : points_on(set.rings, 5)) // smooth away from where it goes on for ever
            if (std::abs(p.y) > 0.3)
                CHECK(is_near_level(*f, set.level, p, 3 * 4e-5));
    }
}

TEST_CASE("levels beside poles spread over most of the ground", "[contour][levels][undefined]")
{
    Problems problems;
    const auto rule = *make_kind(nodes::scalar("auto"), "levels", level_kinds(), problems);
    for (const char* text : {"1/x", "tan(3*x)+y", "1/(x-y)", "1/sin(5*x*y)"}) {
        INFO(text);
        const surface::SurfacePtr f = formula(text);
        const std::vector<double> levels = rule(*f, square(2));
        CHECK(levels.size() >= 8);
        double below = 0, above = 0; // of the area
        for (int i = 0; i < 10000; ++i) {
            const double v = f->value(
                {square(2).x.at((i % 100 + 0.5) / 100), square(2).y.at((i / 100 + 0.37) / 100)});
            below += v < levels.front() ? 1e-4 : 0;
            above += v > levels.back() ? 1e-4 : 0;
        }
        CHECK((below > 0.01 && below < 0.15 && above > 0.01 && above < 0.15));
    }
}

TEST_CASE("the edge of the defined region is traced", "[contour][undefined]")
{
    const Box d = square(2);
    const double tolerance = 1e-4;
    struct Region {
        const char* formula;
        double area; ///< where it is defined
        std::size_t edges;
    };
    for (const Region& each : {Region{"sqrt(1 - x^2 - y^2)", kPi, 1}, Region{"log(y - x)", 8, 1},
             Region{"1/x + y", 16, 0}, Region{"sqrt(x^2 + y^2 - 1)", 16 - kPi, 1},
             Region{"x^2 + y^2", 16, 0}, Region{"sqrt(x) + sqrt(y)", 4, 1},
             Region{"asin(x^2/4 + y^2)", 2 * kPi, 1}, Region{"log(-1 - x^2)", 0, 0}}) {
        INFO(each.formula);
        const surface::SurfacePtr f = formula(each.formula);
        const auto edges = domain_edge(*f, d, tolerance);
        CHECK(edges.size() == each.edges);
        for (const Vec2 p : points_on(edges, 3)) {
            bool is_in = false, is_out = false;
            for (int i = 0; i < 16; ++i) {
                const double angle = kPi / 8 * i;
                const double v
                    = f->value(p + 1.5 * tolerance * Vec2{std::cos(angle), std::sin(angle)});
                (std::isnan(v) ? is_out : is_in) = true;
            }
            CHECK((is_in && is_out));
        }
        double outside = 0;
        for (const Outline& outline : undefined_outlines(*f, d, tolerance))
            outside += area(outline);
        CHECK(16 - outside == Approx(each.area).margin(10 * tolerance));
    }
}

TEST_CASE("surfaces without formulas have edges, too", "[contour][undefined]")
{
    const auto f = surface_named(Logarithm{});
    const auto edges = domain_edge(f, square(2), 1e-4);
    REQUIRE(edges.size() == 1);
    for (const Vec2 p : points_on(edges, 5))
        CHECK(std::abs(p.x) < 1e-9);
    CHECK(domain_edge(surface_named(Rosenbrock{}), rosenbrock_domain(), 1e-4).empty());
}
