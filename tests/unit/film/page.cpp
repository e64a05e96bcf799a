#include "film/page.hpp"

#include "core/error.hpp"
#include "film/svg_text.hpp"
#include "support/catch.hpp"
#include "unit/film/reading.hpp"

#include <cairo.h>

using namespace thalweg;
using namespace reading;
using test::read_file;
using test::TemporaryFolder;

namespace {

constexpr PageSize kSize{.width_pt = 320, .height_pt = 180};
const PageMeta kMeta{.title = "Valleys & <passes>", .description = "Two runs"};

/// Fill, clip, text, gradient, group with opacity: all that makes Cairo number things.
void draw(cairo_t* cairo)
{
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_rectangle(cairo, 20, 20, 200, 100);
    cairo_clip(cairo);
    cairo_set_source_rgb(cairo, 0.2, 0.4, 0.6);
    cairo_move_to(cairo, 40.123456, 40);
    cairo_curve_to(cairo, 80, 200.7654321, 120, 0, 160, 100);
    cairo_close_path(cairo);
    cairo_fill(cairo);
    cairo_pattern_t* gradient = cairo_pattern_create_linear(0, 0, 320, 0);
    cairo_pattern_add_color_stop_rgba(gradient, 0, 1, 0, 0, 1);
    cairo_pattern_add_color_stop_rgba(gradient, 1, 0, 0, 1, 0.5);
    cairo_set_source(cairo, gradient);
    cairo_pattern_destroy(gradient);
    cairo_set_line_width(cairo, 3);
    cairo_arc(cairo, 160, 90, 40, 0, 6);
    cairo_stroke(cairo);
    cairo_push_group(cairo);
    cairo_set_source_rgb(cairo, 0, 0.5, 0);
    cairo_move_to(cairo, 30, 60);
    cairo_font_options_t* unhinted = cairo_font_options_create();
    cairo_font_options_set_hint_style(unhinted, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(unhinted, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cairo, unhinted);
    cairo_font_options_destroy(unhinted);
    cairo_set_font_size(cairo, 20);
    cairo_show_text(cairo, "Thalweg");
    cairo_pop_group_to_source(cairo);
    cairo_paint_with_alpha(cairo, 0.5);
}

Pixels as_pixels(void (*drawing)(cairo_t*))
{
    Pixels pixels(320, 180);
    cairo_surface_t* surface = cairo_image_surface_create_for_data(
        pixels.bytes(), CAIRO_FORMAT_RGB24, 320, 180, pixels.stride_bytes());
    cairo_t* cairo = cairo_create(surface);
    drawing(cairo);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return pixels;
}

} // namespace

TEST_CASE("a PDF page is valid, titled and without a date", "[film]")
{
    const TemporaryFolder folder;
    write_pdf(folder / "a.pdf", kSize, kMeta, draw);
    CHECK_NOTHROW(output_of({"qpdf", "--check", folder / "a.pdf"}));
    const std::string info = output_of({"pdfinfo", "-isodates", folder / "a.pdf"});
    CHECK_THAT(info, Catch::Contains("Valleys & <passes>"));
    CHECK_THAT(info, Catch::Contains("320 x 180 pts"));
    CHECK_THAT(info, !Catch::Contains("Date"));
}

TEST_CASE("vector pages have the same bytes every time, whatever was drawn before", "[film]")
{
    const TemporaryFolder folder;
    const auto other = [](cairo_t* cairo) {
        draw(cairo);
        draw(cairo);
    };
    for (const auto write : {write_pdf, write_svg}) {
        write(folder / "a", kSize, kMeta, draw);
        write(folder / "other", kSize, kMeta, other);
        write(folder / "b", kSize, kMeta, draw);
        const bool same = read_file(folder / "a") == read_file(folder / "b");
        CHECK(same);
    }
}

TEST_CASE("an SVG page shows what Cairo draws as pixels", "[film]")
{
    const TemporaryFolder folder;
    write_svg(folder / "a.svg", kSize, kMeta, draw);
    output_of({"rsvg-convert", "-w", "320", "-h", "180", folder / "a.svg", "-o", folder / "a.png"});
    // Renderers smooth edges in their own ways, which evens out over a few pixels.
    const test::Difference apart = test::difference(
        test::shrunk(test::read_png(folder / "a.png"), 4), test::shrunk(as_pixels(draw), 4));
    CHECK(apart.mean < 0.3);
    CHECK(apart.max < 16);
}

TEST_CASE("an SVG page says its size in points and its title", "[film]")
{
    const TemporaryFolder folder;
    write_svg(folder / "a.svg", kSize, kMeta, draw);
    const std::string svg = read_file(folder / "a.svg");
    CHECK_THAT(svg, Catch::Contains(R"(width="320pt" height="180pt" viewBox="0 0 320 180")"));
    CHECK_THAT(svg, Catch::Contains("<title>Valleys &amp; &lt;passes&gt;</title>"));
    CHECK_THAT(svg, Catch::Contains("<desc>Two runs</desc>"));
}

TEST_CASE("tidying an SVG renumbers ids, cuts numbers and leaves the rest", "[film]")
{
    const auto tidy = [](const std::string& svg) { return tidy_svg(svg, {}); };
    const auto path = [](const std::string& data) { return "<path d=\"" + data + "\"/>"; };
    CHECK(tidy(R"x(<g id="surface57" clip-path="url(#clip3)"/><use xlink:href="#surface57"/>)x")
        == R"x(<g id="i1" clip-path="url(#i2)"/><use xlink:href="#i1"/>)x");
    CHECK(tidy(path("M 1.23456 -0.0001 L 20 30.5 Z M 1.23456 -0.0001 "))
        == path("M1.235 0L20 30.5Z"));
    CHECK(tidy(path("M 1 2 L 3 4 Z M 5 6 L 7 -8 ")) == path("M1 2L3 4ZM5 6L7-8"));
    const std::string plain = R"(<stop offset="0.123456" style="stop-color:#aabbcc"/>)";
    CHECK(tidy(plain) == plain);
}

TEST_CASE("a page whose drawing fails leaves no file", "[film]")
{
    const TemporaryFolder folder;
    for (const auto write : {write_pdf, write_svg}) {
        CHECK_THROWS_AS(
            write(folder / "a", kSize, kMeta, [](cairo_t*) { throw RenderError("no"); }),
            RenderError);
        // A matrix that cannot be inverted poisons the context.
        CHECK_THROWS_AS(write(folder / "a", kSize, kMeta, [](cairo_t* c) { cairo_scale(c, 0, 0); }),
            OutputError);
        CHECK(std::filesystem::is_empty(folder.path()));
    }
    CHECK_THROWS_AS(write_svg(folder / "missing/a.svg", kSize, kMeta, draw), OutputError);
}
