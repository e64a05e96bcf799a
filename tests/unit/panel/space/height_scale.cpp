#include "panel/space/height_scale.hpp"

#include "scenery.hpp"
#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::test;

namespace {

panel::HeightScale scale_of(const std::string& name, panel::HeightKind kind)
{
    return {kind, Scenery(name).experiment};
}

/// Values on a grid, rising.
std::vector<double> values_of(const std::string& name)
{
    const surface::SurfacePtr surface
        = made_by<surface::SurfacePtr>(surface::surface_kinds(), name);
    const Box& d = surface->facts().domain;
    std::vector<double> all;
    for (int i = 0; i <= 200; ++i)
        for (int k = 0; k <= 200; ++k)
            all.push_back(surface->value({d.x.at(i / 200.0), d.y.at(k / 200.0)}));
    std::ranges::sort(all);
    return all;
}

} // namespace

TEST_CASE("heights are logarithmic where levels are, if nothing else is asked for", "[space]")
{
    CHECK(scale_of("rosenbrock", panel::HeightKind::automatic).is_logarithmic());
    CHECK_FALSE(scale_of("saddle", panel::HeightKind::automatic).is_logarithmic());
    CHECK_FALSE(scale_of("rosenbrock", panel::HeightKind::linear).is_logarithmic());
    CHECK(scale_of("saddle", panel::HeightKind::logarithmic).is_logarithmic());
}

TEST_CASE("half of the ground lies above half of a logarithmic height", "[space]")
{
    for (const std::string name : {"rosenbrock", "himmelblau", "goldstein-price"}) {
        const panel::HeightScale heights = scale_of(name, panel::HeightKind::logarithmic);
        const std::vector<double> values = values_of(name);
        CAPTURE(name);
        CHECK(heights(values[values.size() / 2]) == Approx(0.5).margin(0.02));
    }
}

TEST_CASE("logarithmic heights exist for values of any sign", "[space]")
{
    const panel::HeightScale heights = scale_of("saddle", panel::HeightKind::logarithmic);
    CHECK(heights(heights.range().lo) == Approx(0).margin(1e-12));
    CHECK(heights(heights.range().hi) == Approx(1));
    CHECK(heights.range().lo < 0);
}

TEST_CASE("a height's slope is its derivative", "[space]")
{
    for (const auto kind : {panel::HeightKind::linear, panel::HeightKind::logarithmic}) {
        const panel::HeightScale heights = scale_of("himmelblau", kind);
        for (const double value : {1.0, 30.0, 400.0}) {
            const double step = 1e-4;
            CHECK(heights.slope(value)
                == Approx((heights(value + step) - heights(value - step)) / (2 * step))
                       .epsilon(1e-4));
        }
    }
}

TEST_CASE("clipped heights end above the highest level", "[space]")
{
    const Scenery scenery("rosenbrock");
    const panel::HeightScale heights(panel::HeightKind::clipped, scenery.experiment);
    CHECK(heights.range().hi >= scenery.experiment.levels.back());
    CHECK(heights(heights.range().hi + 1) > 1);
}
