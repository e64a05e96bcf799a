#include "support/catch.hpp"
#include "support/nodes.hpp"
#include "surface/catalogue.hpp"
#include "unit/contour/checks.hpp"
#include "unit/contour/line_walk.hpp"
#include "unit/contour/random_formula.hpp"

#include <cstdlib>

#include <fmt/format.h>

using namespace thalweg;
using namespace thalweg::contour;
using namespace thalweg::testing;

namespace {

const Box kDomain = {{-2, 2}, {-1.9, 2.1}};
constexpr double kTolerance = 1e-3;
// Curves are certified to the tolerance; the rest is for the chords in their place, and for what
// the tracer takes as the distance, to first order.
constexpr double kAllowed = 1.2 * kTolerance;
constexpr int kChords = 100; // in place of each Bézier
constexpr std::size_t kRows = 100; // of as many points each

/// The surface of a formula; none where a constant in it is not finite, such as log(-1).
surface::SurfacePtr surface_of(const std::string& text)
{
    Problems problems;
    const auto surface = make_kind(
        nodes::mapping({{"kind", nodes::scalar("formula")}, {"formula", nodes::scalar(text)}}),
        "surface", surface::surface_kinds(), problems);
    return surface && problems.empty() ? *surface : nullptr;
}

/// Heights below which a fifth, a half and four fifths of the domain lie, about; none where the
/// surface is level there or hardly defined.
std::vector<double> levels_of(const surface::Surface& f, unsigned seed)
{
    std::mt19937 generator(seed);
    const auto share = [&] { return static_cast<double>(generator()) / 4294967296.0; };
    std::vector<double> values;
    for (int i = 0; i < 2000; ++i) {
        const double u = share(), v = share();
        if (const double value = f.value({kDomain.x.at(u), kDomain.y.at(v)}); std::isfinite(value))
            values.push_back(value);
    }
    std::sort(values.begin(), values.end());
    std::vector<double> levels;
    if (values.size() > 100)
        for (const double at : {0.2, 0.5, 0.8}) {
            const auto i = static_cast<std::size_t>(at * static_cast<double>(values.size()));
            if (values[i] < values[i + 1])
                levels.push_back(values[i] + 0.37 * (values[i + 1] - values[i]));
        }
    return levels;
}

/// How often chords of outlines wind around points of a row.
std::vector<int> windings(std::span<const Segment> chords, double y, std::span<const double> x)
{
    std::vector<std::pair<double, int>> crossings;
    for (const auto& [a, b] : chords)
        if ((a.y <= y) != (b.y <= y))
            crossings.emplace_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x), a.y <= y ? 1 : -1);
    std::vector<int> turns(x.size());
    for (std::size_t i = 0; i < x.size(); ++i)
        for (const auto& [at, turn] : crossings)
            turns[i] += at > x[i] ? turn : 0;
    return turns;
}

/// Points where the outlines of a level do not tell whether f is above it.
std::string wrong_windings(const surface::Surface& f, const LevelSet& set)
{
    std::vector<Ring> outlines;
    for (const Outline& outline : super_level_outlines(f, kDomain, set))
        outlines.push_back({.closed = true, .beziers = outline});
    const auto chords = chords_of(outlines, kChords);
    std::vector<double> x;
    for (std::size_t i = 0; i < kRows; ++i)
        x.push_back(kDomain.x.at((static_cast<double>(i) + 0.31) / kRows));
    for (std::size_t row = 0; row < kRows; ++row) {
        const double y = kDomain.y.at((static_cast<double>(row) + 0.47) / kRows);
        const std::vector<int> turns = windings(chords, y, x);
        for (std::size_t i = 0; i < kRows; ++i) {
            const double v = f.value({x[i], y});
            if (std::isfinite(v) && turns[i] != (v >= set.level ? 1 : 0)
                && distance_to(chords, {x[i], y}) > kAllowed)
                return fmt::format("{} windings at {}, {} where f is {}", turns[i], x[i], y, v);
        }
    }
    return "";
}

/// What is wrong with a certified level; nothing where the surface agrees with it.
std::string wrong_with(const surface::Surface& f, const LevelSet& set)
{
    const auto curves = chords_of(set.rings, kChords);
    for (const Segment& line : lines_across(kDomain, 24, 3))
        for (const Vec2 p : roots_along(f, set.level, line, 400))
            if (distance_to(curves, p) > kAllowed)
                return fmt::format("no curve at {}, {}", p.x, p.y);
    return wrong_windings(f, set);
}

/// Points of certified curves that are not on the level.
std::string wrong_curves(const surface::Surface& f, const LevelSet& set)
{
    for (const Vec2 p : points_on(certified_rings(set), 7))
        if (!is_near_level(f, set.level, p, kAllowed))
            return fmt::format("a curve at {}, {}", p.x, p.y);
    return "";
}

struct Tally {
    int levels = 0, certified = 0, wrong = 0;

    /// Traces levels of a formula, and looks at what is certified of them.
    void test(const std::string& text, const surface::Surface& f, std::span<const double> heights)
    {
        for (const LevelSet& set : trace_levels(f, kDomain, heights, kTolerance)) {
            ++levels;
            certified += set.certified;
            std::string what = wrong_curves(f, set);
            if (set.certified && what.empty())
                what = wrong_with(f, set);
            INFO(text << " at " << set.level << ": " << what);
            CHECK(what.empty());
            wrong += !what.empty();
        }
    }
};

/// How many formulas of each kind: more in a long run (scripts/check-long).
unsigned formulas()
{
    return std::getenv("THALWEG_LONG_TESTS") ? 1000 : 100;
}

Tally test_formulas(RandomFormula::Kind kind, unsigned seed)
{
    Tally tally;
    for (unsigned own = seed; own < seed + formulas(); ++own) {
        const std::string text = RandomFormula(own, kind).text();
        const surface::SurfacePtr f = surface_of(text);
        if (!f)
            continue;
        tally.test(text, *f, levels_of(*f, own));
    }
    return tally;
}

} // namespace

TEST_CASE("levels of random smooth formulas are certified, and rightly", "[contour][random]")
{
    const Tally tally = test_formulas(RandomFormula::Kind::smooth, 1000);
    CHECK(tally.wrong == 0);
    CHECK(tally.certified >= 0.95 * tally.levels);
}

TEST_CASE("certified levels of random wild formulas are right", "[contour][random]")
{
    const Tally tally = test_formulas(RandomFormula::Kind::wild, 50000);
    CHECK(tally.wrong == 0);
    CHECK(tally.certified > 0);
}

TEST_CASE("curves do not pass the tips where a level set turns", "[contour][random]")
{
    // Waves so short that the distance to first order is less than a third of the true one.
    struct Example {
        std::string formula;
        double level;
    };
    const Example examples[] = {
        {"atan(1/(max(sin(0.4*atan(1/(y))), 0.1*sin(1.3*x)))) - (sin(20*(x)^1.5) + 0.4)^2",
            1.2859417546156284},
        {"min(max((tanh(y) - sin(20*x)), 2.5*cos(x + 1.5)*(1.1 + y)^(x)), log(1.5 + (sqrt(1 + "
         "(x*(0.5*x - 1.7*y))^2))^2)) + log(1.5 + (log(1.5 + (((1.8*x + 2.1*y))^1.5)^2))^2)",
            3.8730029272467652},
        {"log(1.5 + (cos(sin(20*x)*(y + (2.1*x + 1.0*y)) + 1.9))^2) + exp(-(tan(sin(1.7*y)))^2)",
            1.2165132437902813},
        {"(((2.2*x + 1.5*y) + exp(-(log(1.5 + (y)^2))^2)) + sin(20*(cos(y + 0.9) + 1.4)^2)) - "
         "cos(1/(x) + 0.8)",
            -2.936122587253732},
        {"(sin(20*sin(1.7*x*x)) - 0.4)^2 + (y + atan(0.3*(y)^1.5))", 2.8181368006796026},
    };
    Tally tally;
    for (const auto& [formula, level] : examples)
        tally.test(formula, *surface_of(formula), std::array{level});
    CHECK(tally.levels == 5);
}
