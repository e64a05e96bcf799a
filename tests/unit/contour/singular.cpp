#include "support/catch.hpp"
#include "support/nodes.hpp"
#include "surface/catalogue.hpp"
#include "unit/contour/checks.hpp"
#include "unit/contour/surfaces.hpp"

using namespace thalweg;
using namespace thalweg::contour;
using namespace thalweg::testing;

namespace {

/// A surface whose enclosures say nothing.
class Unbounded final : public surface::Surface {
public:
    Unbounded()
        : surface::Surface({})
    {
    }
    double value(Vec2 p) const override { return norm2(p); }
    Jet<double> jet(Vec2 p) const override { return {norm2(p), 2 * p.x, 2 * p.y, 2, 0, 2}; }
    Interval bound(const Box&) const override { return Interval::entire(); }
    Jet<Interval> bound_jet(const Box&) const override
    {
        const Interval all = Interval::entire();
        return {all, all, all, all, all, all};
    }
    void sample_row(Range, double, std::span<double>) const override { }
};

/// Exact bounds, as Quadratic's, that are declared to be estimates.
class Measured final : public surface::Surface {
public:
    Measured()
        : surface::Surface({})
    {
    }
    double value(Vec2 p) const override { return bowl_.value(p); }
    Jet<double> jet(Vec2 p) const override { return bowl_.jet(p); }
    Interval bound(const Box& b) const override { return bowl_.bound(b); }
    Jet<Interval> bound_jet(const Box& b) const override { return bowl_.bound_jet(b); }
    void sample_row(Range x, double y, std::span<double> values) const override
    {
        bowl_.sample_row(x, y, values);
    }
    bool has_bounds() const override { return false; }

private:
    surface::FunctionSurface<Quadratic> bowl_{Quadratic{}};
};

} // namespace

TEST_CASE("a level through a saddle is uncertified there, and only there", "[contour]")
{
    const auto f = surface_named(Quadratic{1, -1});
    const auto sets = trace_levels(f, square(1), std::array{-0.5, -1e-9, 0.0, 1e-9, 0.5}, 1e-5);
    for (const LevelSet& set : sets) {
        CHECK(set.certified == (set.level != 0));
        CHECK(set.rings.size() == 2);
        CHECK(worst_distance(f, set) <= 1e-5);
    }
    REQUIRE(sets[2].uncertified.size() == 1);
    CHECK(norm(sets[2].uncertified[0].at) < 1e-6);
}

TEST_CASE("levels closer to Himmelblau's saddle than a pixel are told apart", "[contour]")
{
    // The saddle (0.086678, 2.884255), found here to all digits by Newton's method.
    const auto f = surface_named(Himmelblau{});
    Vec2 p{0.086678, 2.884255};
    for (int i = 0; i < 20; ++i) {
        const Jet<double> j = f.jet(p);
        const Sym2 h = hessian(j);
        const double d = h.determinant();
        p -= Vec2{(h.yy * j.x - h.xy * j.y) / d, (h.xx * j.y - h.xy * j.x) / d};
    }
    const double at = f.value(p);
    const auto sets = trace_levels(f, square(6), std::array{at - 1e-6, at + 1e-6}, 1e-3);
    CHECK(sets[0].certified);
    CHECK(sets[1].certified);
    CHECK(sets[0].rings.size() != sets[1].rings.size());
}

TEST_CASE("a level that equals the minimum is a point, and uncertified there", "[contour]")
{
    for (const double offset : {0.0, 5.0}) {
        const auto f = surface_named(Quadratic{1, 1, offset});
        const LevelSet set = trace_levels(f, square(1), std::array{offset}, 1e-5).front();
        CHECK_FALSE(set.certified);
        REQUIRE(set.uncertified.size() == 1);
        CHECK(norm(set.uncertified[0].at) < 1e-6);
        CHECK(super_level_area(f, square(1), set) == Approx(4));
    }
}

TEST_CASE("a level that touches the domain's edge is uncertified there", "[contour]")
{
    const auto f = surface_named(Quadratic{});
    const LevelSet set = trace_levels(f, square(1), std::array{1.0}, 1e-5).front();
    CHECK_FALSE(set.certified);
    CHECK(set.uncertified.size() == 4);
    for (const auto& [p, extent] : set.uncertified)
        CHECK(norm(p) == Approx(1));
    CHECK(super_level_area(f, square(1), set) == Approx(4 - 3.14159265).margin(1e-4));
}

TEST_CASE("kinks are followed", "[contour]")
{
    const auto f = surface_named(Diamond{});
    const LevelSet set = trace_levels(f, square(1.5), std::array{1.0}, 1e-5).front();
    REQUIRE(set.rings.size() == 1);
    CHECK(set.rings[0].closed);
    CHECK(set.rings[0].beziers.size() < 60);
    CHECK(worst_distance(f, set) <= 2e-5);
    CHECK(super_level_area(f, square(1.5), set) == Approx(9 - 2).margin(1e-4));
}

TEST_CASE("a curve that stays away from where f is not a number is certified", "[contour]")
{
    const auto f = surface_named(Logarithm{});
    const LevelSet set = trace_levels(f, square(2), std::array{0.0}, 1e-5).front();
    CHECK(set.certified); // x = exp(-y²) never reaches x = 0
    CHECK(set.rings.size() == 1);
    // The region log x + y² >= 0, x <= 2, |y| <= 2, starts at x = exp(-y²).
    double area_sum = 0;
    const int steps = 100000;
    for (int i = 0; i < steps; ++i)
        area_sum += (2 - std::exp(-sq(-2 + 4 * (i + 0.5) / steps))) * 4 / steps;
    CHECK(super_level_area(f, square(2), set) == Approx(area_sum).margin(1e-4));
    // Nowhere a number: nothing at all.
    const LevelSet none = trace_levels(f, {{-3, -1}, {-1, 1}}, std::array{0.0}, 1e-5).front();
    CHECK(none.rings.empty());
    CHECK(super_level_area(f, {{-3, -1}, {-1, 1}}, none) == 0);
}

TEST_CASE("a pole is a doubtful end of high ground", "[contour]")
{
    const auto f = surface_named(Reciprocal{});
    const LevelSet set = trace_levels(f, square(2), std::array{0.0}, 1e-5).front();
    CHECK_FALSE(set.certified);
    for (const auto& [p, extent] : set.uncertified)
        CHECK(std::abs(p.x) < 0.01);
    // f is odd under a half turn, so half of the domain is high.
    CHECK(super_level_area(f, square(2), set) == Approx(8).margin(0.01));
}

TEST_CASE("without bounds the curves are still drawn, and nothing is claimed", "[contour]")
{
    const Unbounded f;
    const LevelSet set = trace_levels(f, square(1), std::array{0.5}, 1e-3).front();
    CHECK_FALSE(set.certified);
    REQUIRE(set.rings.size() == 1);
    CHECK(set.rings[0].closed);
    CHECK(std::abs(area(set.rings[0].beziers)) == Approx(3.14159 / 2).margin(0.02));

    const LevelSet measured = trace_levels(Measured{}, square(1), std::array{0.5}, 1e-6).front();
    CHECK_FALSE(measured.certified);
    REQUIRE(measured.rings.size() == 1);
    CHECK(std::abs(area(measured.rings[0].beziers)) == Approx(3.14159265 / 2).margin(1e-5));
}

TEST_CASE("a domain without extent or without end has no curves", "[contour]")
{
    const auto f = surface_named(Quadratic{});
    for (const Box& domain : {Box{{0, 0}, {-1, 1}}, Box{{-HUGE_VAL, HUGE_VAL}, {-1, 1}},
             Box{{0, std::nan("")}, {0, 1}}}) {
        const LevelSet set = trace_levels(f, domain, std::array{0.5}, 1e-5).front();
        CHECK_FALSE(set.certified);
        CHECK(set.rings.empty());
    }
}

namespace {

/// A trench around the unit circle, or a ridge.
struct Moat {
    double sign = 1;
    template <class T>
    T operator()(T x, T y) const
    {
        return sign * sq(sq(x) + sq(y) - 1.0);
    }
    surface::SurfaceFacts facts() const { return {}; }
};

} // namespace

TEST_CASE("two curves closer than what can be proven are drawn, and not certified", "[contour]")
{
    const double tolerance = 4e-5;
    for (const double sign : {1.0, -1.0})
        for (const double depth : {6e-6, 1e-6, 1e-8, 1e-10, 1e-12, 1e-14}) {
            INFO(sign * depth);
            const auto f = surface_named(Moat{sign});
            const LevelSet set
                = trace_levels(f, square(2), std::array{sign * depth}, tolerance).front();
            CHECK_FALSE(set.certified);
            REQUIRE(set.uncertified.size() == 1); // all around
            CHECK(set.uncertified[0].extent.contains({-1, -1}));
            CHECK(set.uncertified[0].extent.contains({1, 1}));
            // x² + y² = 1 ± √depth
            REQUIRE(set.rings.size() == 2);
            int outer = 0;
            for (const Ring& ring : set.rings) {
                REQUIRE(ring.closed);
                CHECK_FALSE(ring.certified);
                const bool is_outer = norm(ring.beziers[0].p[0]) > 1;
                const double radius = std::sqrt(1 + (is_outer ? 1 : -1) * std::sqrt(depth));
                outer += is_outer;
                double worst = 0;
                for (const Bezier& bezier : ring.beziers)
                    for (const double t : {0.0, 0.25, 0.5, 0.75})
                        worst = std::max(worst, std::abs(norm(bezier.at(t)) - radius));
                CHECK(worst < 2 * tolerance);
            }
            CHECK(outer == 1);
        }
    // Levels that can be proven are.
    const auto f = surface_named(Moat{});
    CHECK(trace_levels(f, square(2), std::array{1e-5}, tolerance).front().certified);
}

TEST_CASE("high ground that passes a saddle within an unproven cell stays whole", "[contour]")
{
    // Eggholder near (-91.5, -75.5): one closed curve around 239.6 square units, counted by filling
    // a raster of 6.4 million points; a coarse cell holds its waist.
    Problems problems;
    const auto f
        = *make_kind(nodes::scalar("eggholder"), "surface", surface::surface_kinds(), problems);
    const LevelSet set = trace_levels(*f, f->facts().domain, std::array{100.5}, 0.01).front();
    int around = 0;
    for (const Ring& ring : set.rings) {
        Vec2 sum;
        for (const Bezier& bezier : ring.beziers)
            sum += bezier.p[0];
        const Vec2 center = sum / static_cast<double>(ring.beziers.size());
        around += ring.closed && distance(center, {-91.5, -75.5}) < 10;
    }
    CHECK(around == 1);
}
