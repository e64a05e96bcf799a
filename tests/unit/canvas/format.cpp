#include "canvas/format.hpp"

#include "support/catch.hpp"

#include <algorithm>

using namespace thalweg::canvas;

namespace {
constexpr double kMillimetre = 72 / 25.4;
}

TEST_CASE("films of 1080 and of 2160 pixels have one layout", "[canvas]")
{
    const Format hd = film_format(1920, 1080), uhd = film_format(3840, 2160);
    CHECK(hd.width == Approx(960));
    CHECK(hd.height == Approx(540));
    CHECK(hd.scale == Approx(2));
    CHECK(uhd.width == Approx(hd.width));
    CHECK(uhd.height == Approx(hd.height));
    CHECK(film_format(1080, 1920).width == Approx(540));
}

TEST_CASE("text of a film is at least 22 pixels at 1080p, and never under 9", "[canvas]")
{
    CHECK(film_format(1920, 1080).type.least * film_format(1920, 1080).scale >= 22);
    for (int side = 64; side <= 2160; side += 2) {
        const Format format = film_format(side * 16 / 9, side);
        CAPTURE(side);
        CHECK(format.type.least * format.scale >= 9);
        CHECK(format.width * format.scale == Approx(side * 16 / 9));
        CHECK(format.height * format.scale == Approx(side));
    }
}

TEST_CASE("smaller films have larger text in proportion, and never larger in pixels", "[canvas]")
{
    double before_px = 0, before_share = 1;
    for (int side = 180; side <= 2160; side += 10) {
        const Format format = film_format(side, side);
        const double px = format.type.name * format.scale, share = px / side;
        CAPTURE(side);
        CHECK(px >= before_px - 1e-9);
        CHECK(share <= before_share + 1e-9);
        before_px = px;
        before_share = share;
    }
}

TEST_CASE("pages have the sizes of type that publishers ask for", "[canvas]")
{
    const Format column = page_format(88 * kMillimetre, 0);
    CHECK(column.type.name == Approx(7));
    CHECK(column.type.label == Approx(6.5));
    CHECK(column.type.small == Approx(6));
    CHECK(column.type.least == Approx(5.5));
    CHECK(column.is_narrow_page);
    CHECK(column.height == 0);

    const Format page = page_format(180 * kMillimetre, 300);
    CHECK(page.type.title == Approx(10));
    CHECK(page.type.name == Approx(8));
    CHECK(page.type.small == Approx(6.5));
    CHECK(page.has_title);
    CHECK(page.height == Approx(300));

    const Format small = page_format(57 * kMillimetre, 0);
    CHECK(small.type.name == Approx(6.5));
    CHECK(small.type.least == Approx(5));
    CHECK(page_format(119 * kMillimetre, 0).is_narrow_page);
    CHECK_FALSE(page_format(121 * kMillimetre, 0).is_narrow_page);
}

TEST_CASE("a slide is composed like a film", "[canvas]")
{
    const Format film = film_format(1920, 1080);
    for (const double factor : {0.8, 1.0, 3.0}) {
        const Format slide = page_format(960 * factor, 540 * factor);
        CHECK(slide.is_page);
        CHECK(slide.has_title);
        CHECK(slide.width == Approx(film.width));
        CHECK(slide.height == Approx(film.height));
        CHECK(slide.scale == Approx(factor));
        CHECK(slide.type.title == film.type.title);
        CHECK(slide.line == 1);
    }
    CHECK(page_format(1200, 0).height == 0);
}
