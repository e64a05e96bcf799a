#include "canvas/bounded_path.hpp"

#include "canvas/pixel_layer.hpp"
#include "support/catch.hpp"
#include "support/picture.hpp"

#include <limits>

using namespace thalweg;
using namespace thalweg::canvas;

namespace {

constexpr Box kLimits{{-1000, 1000}, {-1000, 1000}};
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

bool is_lit(const Pixels& pixels, int x, int y)
{
    return test::rgb(pixels.row(y)[static_cast<std::size_t>(x)])[0] > 128;
}

template <class Draw>
Pixels drawn(Draw draw)
{
    PixelLayer layer(100, 100);
    Typesetter type;
    draw(*layer.canvas(1, palette(Theme::dark), type));
    return layer.pixels();
}

} // namespace

TEST_CASE("a path inside the limits stays as it is", "[canvas]")
{
    const Path circle = Path::circle({10, 20}, 50);
    Path cut;
    CHECK(&bounded_fill(circle, kLimits, cut) == &circle);
    CHECK(&bounded_stroke(circle, kLimits, cut) == &circle);
}

TEST_CASE("a line to far away keeps its slope where it is seen", "[canvas]")
{
    for (const double far : {1e5, 1e9, 1e30, 1e100}) {
        CAPTURE(far);
        const Pixels pixels = drawn([&](Canvas& canvas) {
            canvas.stroke(
                Path::line({0, 10}, {far, 10 + far / 2}), {.color = rgb(0xFFFFFF), .width = 4});
        });
        CHECK(is_lit(pixels, 20, 20));
        CHECK(is_lit(pixels, 80, 50));
        CHECK_FALSE(is_lit(pixels, 50, 20));
    }
}

TEST_CASE("a region with far corners is filled where it is seen", "[canvas]")
{
    // The half plane below y = x / 2 + 10, as a huge triangle.
    const double far = 1e12;
    const std::vector<Vec2> corners{{-far, 10 - far / 2}, {far, 10 + far / 2}, {-far, far}};
    const Pixels pixels
        = drawn([&](Canvas& canvas) { canvas.fill(Path::polygon(corners), rgb(0xFFFFFF)); });
    CHECK(is_lit(pixels, 20, 23));
    CHECK_FALSE(is_lit(pixels, 20, 17));
    CHECK(is_lit(pixels, 80, 53));
    CHECK_FALSE(is_lit(pixels, 80, 47));
}

TEST_CASE("points that are no numbers are left out, and later drawing works", "[canvas]")
{
    const std::vector<Vec2> points{{10, 50}, {40, 50}, {kNan, 1}, {60, 50}, {90, kNan}};
    const Pixels pixels = drawn([&](Canvas& canvas) {
        canvas.stroke(Path::polyline(points), {.color = rgb(0xFFFFFF), .width = 4});
        constexpr double no_dashes[] = {0, 0};
        canvas.stroke(Path::line({10, 80}, {90, 80}),
            {.color = rgb(0xFFFFFF), .width = 4, .dashes = no_dashes});
    });
    CHECK(is_lit(pixels, 20, 50));
    CHECK(is_lit(pixels, 50, 80));
}

TEST_CASE("a huge curve passes where it does", "[canvas]")
{
    // As a Bezier curve, y = x^2 / far from -far to far: flat where it is seen.
    const double far = 1e9;
    Path curve;
    curve.move_to({-far, far + 50})
        .curve_to({-far / 3, -far / 3 + 50}, {far / 3, -far / 3 + 50}, {far, far + 50});
    const Pixels pixels = drawn(
        [&](Canvas& canvas) { canvas.stroke(curve, {.color = rgb(0xFFFFFF), .width = 4}); });
    CHECK(is_lit(pixels, 5, 50));
    CHECK(is_lit(pixels, 95, 50));
    CHECK_FALSE(is_lit(pixels, 50, 45));
}

TEST_CASE("a far curve is cut", "[canvas]")
{
    Path curve;
    curve.move_to({0, 0}).curve_to({1e6, 0}, {1e6, 50}, {0, 50});
    Path cut;
    REQUIRE(&bounded_stroke(curve, kLimits, cut) == &cut);
    CHECK(is_bounded(cut, kLimits));
    CHECK(cut.points().front() == Vec2{0, 0});
    CHECK(cut.points().back() == Vec2{0, 50});
}
