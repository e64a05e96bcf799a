#include "support/catch.hpp"
#include "unit/contour/line_walk.hpp"
#include "unit/contour/surfaces.hpp"

#include <fmt/format.h>

using namespace thalweg;
using namespace thalweg::contour;
using namespace thalweg::testing;

namespace {

const Box kDomain = {{-2, 2}, {-1.9, 2.1}};
constexpr double kTolerance = 1e-3;

/// x exp(-u²) + 1 with u = 2.5 x - 1.9 y: away from u = 0 its slope falls below what doubles
/// resolve beside 1.
struct Ridge {
    template <class T>
    T operator()(T x, T y) const
    {
        return x * thalweg::exp(-sq(2.5 * x - 1.9 * y)) + 1.0;
    }
    surface::SurfaceFacts facts() const { return nothing(); }
};

/// The level set of Ridge, solved for u.
std::vector<Segment> ridge_curves(double level)
{
    const double s = level - 1; // exact
    std::vector<Segment> curves;
    for (const double side : {-1.0, 1.0}) {
        const auto point = [&](double share) {
            const auto x = s * std::pow(2 / std::abs(s), share);
            return Vec2{x, (2.5 * x - side * std::sqrt(std::log(x / s))) / 1.9};
        };
        constexpr int kSteps = 20000;
        for (int i = 0; i < kSteps; ++i)
            curves.push_back({point(double(i) / kSteps), point(double(i + 1) / kSteps)});
    }
    return curves;
}

} // namespace

TEST_CASE("certified curves keep to their level where rounding is as high as the ground",
    "[contour][flat]")
{
    const auto f = surface_named(Ridge{});
    for (double step = 1e-3; step > 5e-16; step /= 10)
        for (const double level : {1 - step, 1 + step}) {
            INFO(fmt::format("1 {:+g}", level - 1));
            const LevelSet set = trace_levels(f, kDomain, std::array{level}, kTolerance).front();
            // Values there are right to some 1e-15. The slope is 6 u times the step, u about 5.
            if (step > 1e-11)
                CHECK(set.certified);
            if (step < 1e-13)
                CHECK_FALSE(set.certified);
            const auto truth = ridge_curves(level);
            for (const Vec2 p : points_on(certified_rings(set), 40))
                CHECK(distance_to(truth, p) <= kTolerance);
        }
}
