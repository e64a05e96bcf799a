#include "stage/layout.hpp"

#include "support/catch.hpp"

using namespace thalweg;

TEST_CASE("films of 720, 1080 and 2160 lines share one layout", "[stage]")
{
    const Format hd = pixel_format(1920, 1080), ultra = pixel_format(3840, 2160);
    CHECK(hd.width == ultra.width);
    CHECK(hd.height == ultra.height);
    CHECK(hd.scale == 2);
    CHECK(ultra.scale == 4);
    CHECK(pixel_format(640, 360).scale == 1);
}

TEST_CASE("map and sidebar stay apart and on the picture, whatever the sizes", "[stage]")
{
    for (const Format& format : {pixel_format(1920, 1080), pixel_format(640, 360),
             pixel_format(1080, 1080), pixel_format(320, 180), page_format(252, 142),
             page_format(516, 290), page_format(960, 540)})
        for (const Box& domain : {Box{{-2, 2}, {-1, 3}}, Box{{0, 100}, {0, 1}},
                 Box{{0, 1}, {0, 100}}, Box{{-4, 4}, {-2, 2}}}) {
            const Layout layout = make_layout(format, domain);
            const Box picture{{0, format.width}, {0, format.height}};
            CAPTURE(format.width, format.height, domain.width());
            CHECK(hull(picture, layout.map) == picture);
            CHECK(hull(picture, layout.sidebar) == picture);
            CHECK(layout.map.x.hi < layout.sidebar.x.lo);
            CHECK(layout.map.width() > 0.2 * format.width);
            CHECK(layout.sidebar.width() > 6 * format.text_size());
        }
}

TEST_CASE("a map has its domain's proportions unless they are extreme", "[stage]")
{
    const Layout square = make_layout(pixel_format(1920, 1080), {{-2, 2}, {-1, 3}});
    CHECK(square.map.width() == Approx(square.map.height()).margin(0.6));
    const Layout wide = make_layout(pixel_format(1920, 1080), {{-4, 4}, {-2, 2}});
    CHECK(wide.map.width() == Approx(2 * wide.map.height()).margin(1.1));
}

TEST_CASE("a projection maps corners to corners, y upwards", "[stage]")
{
    const Projection project{{{-2, 2}, {-1, 3}}, {{100, 500}, {50, 450}}};
    CHECK(project({-2, -1}) == Vec2{100, 450});
    CHECK(project({2, 3}) == Vec2{500, 50});
}
