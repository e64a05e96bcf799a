#include "draw/painter.hpp"

#include "support/catch.hpp"
#include "support/plans.hpp"

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr int kWidth = 480, kHeight = 270;

StagePtr small_stage(std::vector<Keyframe> camera = {})
{
    auto experiment = std::make_shared<Experiment>(*experiment_of({arc({0, 1}, 1, 0, 1, 400),
        arc({0.5, 1}, 0.5, 0.3, -2, 400), arc({-3, 1}, 1.5, 0, 1, 400)}));
    experiment->plan.camera = std::move(camera);
    return make_stage(experiment, pixel_format(kWidth, kHeight));
}

Pixels alone(const StagePtr& stage, double time_s)
{
    Painter painter(stage, palette(Theme::dark), kWidth, kHeight);
    TileSet changed;
    return painter.draw(time_s, changed);
}

/// Do two pictures agree outside the tiles?
bool equal_outside(const Pixels& a, const Pixels& b, const TileSet& tiles)
{
    Pixels patched = a;
    tiles.for_each([&](const PixelRect& tile) {
        for (int y = tile.y; y < tile.y + tile.height; ++y)
            std::copy_n(b.row(y).begin() + tile.x, tile.width, patched.row(y).begin() + tile.x);
    });
    return patched == b;
}

} // namespace

TEST_CASE(
    "a frame drawn alone equals the frame drawn in sequence, forwards and backwards", "[draw]")
{
    const StagePtr still = small_stage();
    const StagePtr zooming = small_stage({{.at_s = 1, .center = Vec2{0, 1}, .width = 4},
        {.at_s = 2, .center = Vec2{0.5, 1}, .width = 1}});
    for (const StagePtr& stage : {still, zooming}) {
        Painter painter(stage, palette(Theme::dark), kWidth, kHeight);
        TileSet changed;
        for (const double t : {0.0, 0.5, 1.0, 1.5, 1.55, 3.9, 4.5, 2.0, 0.0, 4.0})
            CHECK(painter.draw(t, changed) == alone(stage, t));
    }
}

TEST_CASE("every pixel that changes lies in a tile that says so", "[draw]")
{
    const StagePtr stage = small_stage();
    Painter painter(stage, palette(Theme::dark), kWidth, kHeight);
    TileSet changed;
    Pixels before = painter.draw(0, changed);
    for (int k = 1; k < 40; ++k) {
        const Pixels& now = painter.draw(k * 0.11, changed);
        CHECK(equal_outside(before, now, changed));
        before = now;
    }
}

TEST_CASE("a frame in which little moves touches few tiles", "[draw]")
{
    const StagePtr stage
        = make_stage(experiment_of({arc({0, 1}, 0.2, 0, 1, 400)}), pixel_format(1920, 1080));
    Painter painter(stage, palette(Theme::dark), 1920, 1080);
    TileSet changed;
    painter.draw(1, changed);
    painter.draw(1.02, changed);
    CHECK(changed.count() > 0);
    CHECK(changed.count() < 60);
}
