#include "canvas/tiles.hpp"

#include "canvas/pixel_layer.hpp"
#include "support/catch.hpp"
#include "unit/canvas/drawing.hpp"

using namespace thalweg;
using namespace thalweg::canvas;

TEST_CASE("pixels outside of the touched tiles never change", "[canvas]")
{
    Typesetter type;
    const Palette& colors = palette(Theme::light); // white: nothing that is drawn can be missed
    for (const double scale : {0.83, 1.5, 2.0, 3.7}) {
        CAPTURE(scale);
        const int width = static_cast<int>(scale * test::kDrawingWidth),
                  height = static_cast<int>(scale * test::kDrawingHeight);
        PixelLayer before(width, height), after(width, height);
        TileSet touched(width, height);
        {
            const auto canvas = after.canvas(scale, colors, type, &touched);
            test::draw_shapes(*canvas);
            canvas->text("halo", {.size = 11, .color = colors.text, .halo = {colors.text, 3}},
                {.at = {250, 30}});
            canvas->text("upward", {.size = 17, .color = colors.text, .halo = {colors.text, 2}},
                {.at = {250, 170}, .upward = true});
            canvas->stroke(Path::line({190, 190}, {290, 195}), {.color = colors.text, .width = 5});
        }
        CHECK(touched.count() < (width / 32 + 1) * (height / 32 + 1));
        // With the touched tiles put back, nothing of the drawing is left.
        CHECK_FALSE(before.pixels() == after.pixels());
        touched.for_each([&](const PixelRect& tile) { after.copy_box(before, tile); });
        CHECK(before.pixels() == after.pixels());
    }
}

TEST_CASE("a long diagonal touches few tiles, a clipped one those of its clip", "[canvas]")
{
    Typesetter type;
    PixelLayer layer(640, 640);
    TileSet touched(640, 640);
    const std::vector<Vec2> points = [] {
        std::vector<Vec2> made;
        for (int i = 0; i <= 64; ++i)
            made.push_back({10.0 * i, 10.0 * i});
        return made;
    }();
    const auto canvas = layer.canvas(1, palette(Theme::dark), type, &touched);
    canvas->stroke(Path::polyline(points), {.color = rgb(0xFFFFFF)});
    CHECK(touched.count() < 80); // of 400
    touched.clear();
    const Clip clip(*canvas, {{0, 60}, {0, 60}});
    canvas->stroke(Path::polyline(points), {.color = rgb(0xFFFFFF)});
    canvas->fill(Path::circle({600, 600}, 20), rgb(0xFFFFFF));
    CHECK(touched.count() <= 4);
}

TEST_CASE("a layer drawn twice is the same", "[canvas]")
{
    Typesetter type, other;
    PixelLayer a(600, 400), b(600, 400);
    test::draw_everything(*a.canvas(2, palette(Theme::dark), type));
    test::draw_everything(*b.canvas(1.3, palette(Theme::dark), type)); // fills the caches
    test::draw_everything(*b.canvas(2, palette(Theme::dark), type));
    CHECK(a.pixels() == b.pixels());
    test::draw_everything(*b.canvas(2, palette(Theme::dark), other));
    CHECK(a.pixels() == b.pixels());
}
