#include "draw/trail.hpp"

#include "canvas/pixels.hpp"
#include "draw/cairo.hpp"
#include "draw/picture.hpp"
#include "support/catch.hpp"
#include "support/plans.hpp"

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr int kWidth = 960, kHeight = 540;

/// A trail on black, as pixels or as the page form rasterised by Cairo itself.
Pixels trail_on_black(const Stage& stage, Medium medium, double step)
{
    Pixels pixels(kWidth, kHeight);
    CairoPtr<cairo_surface_t> surface(cairo_image_surface_create_for_data(
        pixels.bytes(), CAIRO_FORMAT_RGB24, kWidth, kHeight, pixels.stride_bytes()));
    CairoPtr<cairo_t> cr(cairo_create(surface.get()));
    Canvas canvas(cr.get(), stage.format.scale, medium);
    draw_trail(canvas, stage, palette(Theme::dark), stage.experiment->plan.domain, 0, step);
    cairo_surface_flush(surface.get());
    return pixels;
}

/// The brightness along the middle of a horizontal trail, from its old end to its head.
std::vector<int> brightness_along(
    const Stage& stage, const Pixels& pixels, double from_x, double to_x, double y)
{
    const Projection project{stage.experiment->plan.domain, stage.layout.map};
    const auto px = [&](Vec2 p) { return stage.format.scale * project(p); };
    std::vector<int> values;
    for (int x = static_cast<int>(px({from_x, y}).x); x < static_cast<int>(px({to_x, y}).x); ++x) {
        const std::uint32_t v
            = pixels.row(static_cast<int>(px({from_x, y}).y))[static_cast<std::size_t>(x)];
        values.push_back(static_cast<int>((v >> 16 & 255) + (v >> 8 & 255) + (v & 255)));
    }
    return values;
}

} // namespace

TEST_CASE("a trail brightens from its end to its head without dark or bright joints", "[draw]")
{
    std::vector<Vec2> line;
    for (int k = 0; k <= 200; ++k)
        line.push_back({-1.5 + 3.0 * k / 200, 1.003});
    auto experiment = std::make_shared<Experiment>(*experiment_of({line}));
    experiment->plan.trail.width = 6;
    const StagePtr stage = make_stage(experiment, pixel_format(kWidth, kHeight));
    for (const Medium medium : {Medium::pixels, Medium::page}) {
        const Pixels pixels = trail_on_black(*stage, medium, 200);
        const auto values = brightness_along(*stage, pixels, -1.45, 1.45, 1.003);
        const double rise = static_cast<double>(values.back() - values.front())
            / 24; // 24 groups of equal opacity
        CHECK(values.back() > 300);
        for (std::size_t i = 1; i < values.size(); ++i) {
            CAPTURE(i, values[i - 1], values[i]);
            REQUIRE(values[i] - values[i - 1] > -12); // no darker joint
            REQUIRE(values[i] - values[i - 1] < 2 * rise + 12); // no brighter one
        }
    }
}

TEST_CASE("a trail that crosses itself is not darker where it does", "[draw]")
{
    const StagePtr stage
        = make_stage(experiment_of({arc({0, 1}, 0.6, 0, 3, 230)}), pixel_format(kWidth, kHeight));
    const Pixels pixels = trail_on_black(*stage, Medium::pixels, 230);
    const Color head = trail_color(palette(Theme::dark), TrailColors::teal_amber, 1);
    const auto brightest = static_cast<std::uint32_t>(std::lround(255 * head.r));
    for (int y = 0; y < kHeight; ++y)
        for (const std::uint32_t v : pixels.row(y))
            REQUIRE((v >> 16 & 255) <= brightest + 1);
}
