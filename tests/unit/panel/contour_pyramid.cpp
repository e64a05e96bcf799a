#include "panel/contour/contour_pyramid.hpp"

#include "panel/contour/filled_contours.hpp"
#include "support/catch.hpp"
#include "support/experiments.hpp"

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

constexpr double kMapWidth = 470, kTolerance = 0.01;
const Box kSquare{{-2, 2}, {-2, 2}};

struct Zoomed {
    surface::SurfacePtr surface;
    LevelScale scale;
    Camera camera;
    ContourPyramid pyramid;

    Zoomed(std::string_view name, std::vector<double> levels, const Box& domain, CameraPlan plan)
        : surface(made_by<surface::SurfacePtr>(surface::surface_kinds(), name))
        , scale(std::move(levels))
        , camera(std::move(plan), domain, {})
        , pyramid({.surface = *surface,
              .scale = scale,
              .camera = camera,
              .duration_s = 5,
              .map_width = kMapWidth,
              .curve_tolerance = kTolerance})
    {
    }
};

CameraPlan zoom_to(Vec2 center, double from, double to)
{
    return {{.at_s = 0, .center = center, .follow = {}, .width = from},
        {.at_s = 4, .center = center, .follow = {}, .width = to}};
}

/// How many of a layer's levels cross a view, by a fine grid of samples.
int lines_across(const Zoomed& map, const ContourLayer& layer, const Box& view)
{
    Range heights{1e300, -1e300};
    for (int j = 0; j <= 60; ++j)
        for (int i = 0; i <= 60; ++i) {
            const double h = map.surface->value({view.x.at(i / 60.0), view.y.at(j / 60.0)});
            heights = {std::min(heights.lo, h), std::max(heights.hi, h)};
        }
    int count = 0;
    for (const contour::LevelSet& set : layer.sets)
        count += heights.lo < set.level && set.level < heights.hi && !set.rings.empty();
    return count;
}

} // namespace

TEST_CASE(
    "a zoom has finer contours for each octave, and every view is covered", "[panel][contour]")
{
    const Zoomed map("rosenbrock", {0.1, 1, 10, 100, 1000}, {{-2, 2}, {-1, 3}},
        {{.at_s = 0, .center = Vec2{0, 1}, .follow = {}, .width = 4},
            {.at_s = 4, .center = Vec2{1, 1}, .follow = {}, .width = 0.25}});
    CHECK(map.pyramid.least_width() == Approx(0.25));
    for (double t = 0; t <= 5; t += 1.0 / 7) {
        const Box view = map.camera.view(t);
        const ContourLayer& layer = map.pyramid.layers()[map.pyramid.layer_for(view)];
        CHECK(hull(layer.box, view) == layer.box);
        const double allowed = 1.01 * kTolerance * view.width() / kMapWidth;
        for (const contour::LevelSet& set : layer.sets)
            for (const contour::Ring& ring : set.rings)
                for (const contour::Bezier& curve : ring.beziers) {
                    const Jet<double> f = map.surface->jet(curve.at(0.37));
                    CHECK(std::abs(f.v - set.level) / norm(gradient(f)) <= allowed);
                }
    }
}

TEST_CASE("enough lines cross every view of a zoom", "[panel][contour]")
{
    for (const Vec2 center : {Vec2{0, 0}, Vec2{1, 0.3}}) {
        const Zoomed map("saddle", {-3, -2, -1, 0, 1, 2, 3}, kSquare, zoom_to(center, 4, 0.01));
        for (double t = 2; t <= 5; t += 0.2) { // the whole domain has seven levels by wish
            const Box view = map.camera.view(t);
            const ContourLayer& layer = map.pyramid.layers()[map.pyramid.layer_for(view)];
            CAPTURE(center.x, view.width());
            CHECK(lines_across(map, layer, view) >= 5);
        }
    }
    const Zoomed still("saddle", {-3, -2, -1, 0, 1, 2, 3}, kSquare,
        {{.at_s = 0, .center = Vec2{0, 0}, .follow = {}, .width = 0.4}});
    const ContourLayer& layer = still.pyramid.layers().front();
    CHECK(lines_across(still, layer, still.camera.view(0)) >= 8);
    CHECK(layer.fade(0.4) == 1);
}

TEST_CASE("a zoom keeps its levels, and new ones fade in from nothing", "[panel][contour]")
{
    const Zoomed map("saddle", {-3, -2, -1, 0, 1, 2, 3}, kSquare, zoom_to({0.3, 0.2}, 4, 0.02));
    const std::vector<ContourLayer>& layers = map.pyramid.layers();
    REQUIRE(layers.size() > 4);
    for (std::size_t k = 1; k < layers.size(); ++k) {
        std::vector<double> old;
        for (std::size_t i = 0; i < layers[k].sets.size(); ++i)
            if (!layers[k].is_new[i])
                old.push_back(layers[k].sets[i].level);
        std::vector<double> before;
        for (const contour::LevelSet& set : layers[k - 1].sets)
            before.push_back(set.level);
        CHECK(old == before);
        CHECK(layers[k].fade(layers[k].widest) == 0);
        CHECK(layers[k].fade(0.7 * layers[k].widest) == Approx(1).margin(0.01));
        // At first, a band has the colour of the band that it is a part of.
        const std::vector<double> first = band_ramp(layers[k], map.scale, 0);
        const std::vector<double> last = band_ramp(layers[k - 1], map.scale, 1);
        std::size_t band = 0;
        for (std::size_t i = 0; i < first.size(); ++i) {
            CHECK(first[i] == Approx(last[band]));
            band += i < layers[k].sets.size() && !layers[k].is_new[i];
        }
    }
}

TEST_CASE(
    "logarithmic levels go on below the lowest where a zoom shows lower ground", "[panel][contour]")
{
    const Zoomed map("bowl", {0.1, 1, 10}, kSquare, zoom_to({0, 0}, 4, 0.02));
    const auto& sets = map.pyramid.layers().back().sets;
    const auto has = [&](double level) {
        return std::ranges::any_of(
            sets, [&](const contour::LevelSet& set) { return set.level == Approx(level); });
    };
    CHECK(has(1e-2));
    CHECK(has(1e-3));
}

TEST_CASE("heights keep their place on the ramp whatever levels there are", "[panel][contour]")
{
    const LevelScale linear({-1, 0, 1, 2}), log({0.1, 1, 10, 100});
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(linear.position(linear.levels()[i]) == Approx(static_cast<double>(i)));
        CHECK(log.position(log.levels()[i]) == Approx(static_cast<double>(i)));
    }
    CHECK(log.position(std::sqrt(10.0)) == Approx(1.5));
    CHECK(linear.position(0.5) == Approx(1.5));
    // Beyond the levels: rising, within a band.
    double before = -1;
    for (const double h : {-1e9, -50.0, -3.0, -1.0, 0.7, 2.0, 4.0, 1e6}) {
        const double at = linear.position(h);
        CHECK(before < at);
        CHECK(at < linear.highest());
        before = at;
    }
    CHECK(log.position(-5) == -1);
    // The bands of the levels themselves are evenly spread.
    CHECK(linear.ramp(linear.lowest(), 0) == 0);
    CHECK(linear.ramp(1, 2) == Approx(0.5));
    CHECK(linear.ramp(3, linear.highest()) == 1);
    CHECK(LevelScale({}).position(3) == 0);
}
