// One drawing as pixels, PDF and SVG, read back by other programs.
#include "canvas/page.hpp"
#include "canvas/pixel_layer.hpp"
#include "support/browser.hpp"
#include "support/catch.hpp"
#include "support/picture.hpp"
#include "support/scenes.hpp"
#include "unit/canvas/drawing.hpp"

using namespace thalweg;
using namespace thalweg::canvas;
using namespace thalweg::test;

namespace {

constexpr int kScale = 2;
constexpr int kWidth = static_cast<int>(kScale * kDrawingWidth),
              kHeight = static_cast<int>(kScale * kDrawingHeight);

/// A unit is a pixel of CSS.
const PageSpec kSpec{.width = kDrawingWidth,
    .height = kDrawingHeight,
    .scale = 0.75,
    .meta = {"A title", "A description"}};

Pixels as_pixels(const Palette& colors)
{
    Typesetter type;
    PixelLayer layer(kWidth, kHeight);
    draw_everything(*layer.canvas(kScale, colors, type));
    return layer.pixels();
}

Pixels by_poppler(const TemporaryFolder& folder, const std::string& pdf)
{
    // Poppler puts glyphs at whole pixels; at four times the size that is a quarter of one.
    constexpr int kFiner = 4;
    write_file(folder / "page.pdf", pdf);
    output_of({"pdftoppm", "-png", "-singlefile", "-scale-to-x", std::to_string(kFiner * kWidth),
        "-scale-to-y", std::to_string(kFiner * kHeight), folder / "page.pdf", folder / "pdf"});
    return shrunk(read_png(folder / "pdf.png"), kFiner);
}

Pixels by_librsvg(const TemporaryFolder& folder, const std::string& svg)
{
    write_file(folder / "page.svg", svg);
    output_of({"rsvg-convert", "-w", std::to_string(kWidth), "-h", std::to_string(kHeight), "-o",
        folder / "svg.png", folder / "page.svg"});
    return read_png(folder / "svg.png");
}

Pixels by_chromium(const TemporaryFolder& folder, const std::string& svg)
{
    write_file(folder / "page.svg", svg);
    browse(folder,
        {"--force-device-scale-factor=" + std::to_string(kScale),
            "--window-size=" + std::to_string(kWidth / kScale) + ","
                + std::to_string(kHeight / kScale),
            "--screenshot=" + (folder / "chromium.png")},
        folder / "page.svg");
    return read_png(folder / "chromium.png");
}

/// Renderers smooth edges differently, so 4 x 4 blocks are compared: a line that moved by half a
/// pixel still shows.
void check_same(const Pixels& drawn, const Pixels& expected)
{
    const Difference d = difference(shrunk(drawn, 4), shrunk(expected, 4));
    INFO("max " << d.max << ", mean " << d.mean);
    CHECK(d.max <= 48);
    CHECK(d.mean <= 0.8);
}

} // namespace

TEST_CASE("PDF and SVG show what the pixels show", "[canvas]")
{
    const TemporaryFolder folder;
    for (const Theme theme : {Theme::dark, Theme::light}) {
        CAPTURE(static_cast<int>(theme));
        const Palette& colors = palette(theme);
        const Pixels expected = as_pixels(colors);
        check_same(by_poppler(folder, pdf_page(kSpec, colors, draw_everything)), expected);
        check_same(by_librsvg(folder, svg_page(kSpec, colors, draw_everything)), expected);
        check_same(by_librsvg(folder, svg_page(kSpec, colors, draw_everything, SvgText::outlines)),
            expected);
    }
}

TEST_CASE("an image with opacities lets what is below it be seen", "[canvas]")
{
    Pixels half(1, 1), none(1, 1);
    half.row(0)[0] = 0x80800000; // red, at half opacity
    none.row(0)[0] = 0;
    Typesetter type;
    PixelLayer layer(30, 10);
    {
        const auto canvas = layer.canvas(1, palette(Theme::light), type);
        canvas->fill(Path::rectangle({{0, 30}, {0, 10}}), {0, 0, 1});
        canvas->image(half, {{0, 10}, {0, 10}}, Opacity::by_pixel);
        canvas->image(none, {{10, 20}, {0, 10}}, Opacity::by_pixel);
        canvas->image(none, {{20, 30}, {0, 10}});
    }
    const auto row = layer.pixels().row(5);
    CHECK(test::rgb(row[5]) == Rgb{128, 0, 127});
    CHECK(test::rgb(row[15]) == Rgb{0, 0, 255});
    CHECK(test::rgb(row[25]) == Rgb{0, 0, 0});
}

TEST_CASE("Chromium shows an SVG page like the pixels, its text as text", "[canvas]")
{
    if (browser().empty()) {
        WARN("no Chromium here");
        return;
    }
    const TemporaryFolder folder;
    const Palette& colors = palette(Theme::dark);
    check_same(by_chromium(folder, svg_page(kSpec, colors, draw_everything)), as_pixels(colors));

    browse(folder, {"--print-to-pdf=" + (folder / "printed.pdf")}, folder / "page.svg");
    const std::string words = output_of({"pdftotext", folder / "printed.pdf", "-"});
    for (const char* word : {"momentum 0.9", "upward", "\u22122.5", "Caf\u00e9"})
        CHECK(words.find(word) != std::string::npos);
}

TEST_CASE("a PDF page is sound, its text is text in embedded fonts", "[canvas]")
{
    const TemporaryFolder folder;
    const std::string pdf = folder / "page.pdf";
    const std::string bytes = pdf_page(kSpec, palette(Theme::light), draw_everything);
    write_file(pdf, bytes);
    CHECK(bytes == pdf_page(kSpec, palette(Theme::light), draw_everything));
    output_of({"qpdf", "--check", pdf});
    CHECK(output_of({"pdfinfo", pdf}).find("A title") != std::string::npos);
    CHECK(output_of({"pdfinfo", pdf}).find("225 x 150 pts") != std::string::npos);

    const auto fonts = lines_of(output_of({"pdffonts", pdf}));
    REQUIRE(fonts.size() > 2); // two lines of heading
    for (std::size_t i = 2; i < fonts.size(); ++i) {
        INFO(fonts[i]);
        CHECK(fonts[i].find("Type 3") == std::string::npos);
        CHECK(fonts[i].find(" yes yes ") != std::string::npos); // embedded, a subset
    }
    CHECK(lines_of(output_of({"pdfimages", "-list", pdf})).size() == 3); // heading, one image
    const std::string words = output_of({"pdftotext", pdf, "-"});
    for (const char* word : {"momentum 0.9", "upward", "\u22122.5", "Caf\u00e9"})
        CHECK(words.find(word) != std::string::npos);
}

TEST_CASE("a PDF page survives a nasty title", "[canvas]")
{
    PageSpec spec = kSpec;
    spec.meta.title = "\xFF\x01 (back\\slash) \u8C37";
    const TemporaryFolder folder;
    write_file(folder / "page.pdf", pdf_page(spec, palette(Theme::light), draw_everything));
    CHECK(output_of({"pdfinfo", folder / "page.pdf"}).find("(back\\slash) \u8C37")
        != std::string::npos);
}
