// SVG and PDF pages, read back by other programs.
#include "support/catch.hpp"
#include "support/picture.hpp"
#include "support/scenes.hpp"

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr int kWidth = 1920, kHeight = 1080;

/// The demo's last moment as PNG, SVG and PDF, made once for all tests of this file.
const TemporaryFolder& pages()
{
    static const TemporaryFolder folder;
    static const Ended ended
        // The map and its legend: their sizes are known without the loss curve. One after another,
        // paths cross in another order on pages than in films, so the picture has one run.
        = render(with(with(with(read_file("scenes/rosenbrock.yaml"), "layout", "map"), "optimizers",
                          "[{kind: momentum, learning_rate: 0.001, label: momentum}]"),
                     "outputs", "[{file: page.png, size: 1920x1080, at: end}, page.svg, page.pdf]"),
            folder);
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    return folder;
}

/// Renderers smooth edges differently, so 4 x 4 blocks of the drawn size are compared: a line that
/// moved by half a pixel still shows.
void check_same_page(const Pixels& drawn, const Pixels& expected)
{
    const Difference d = difference(shrunk(drawn, 4), shrunk(expected, 4));
    INFO("max " << d.max << ", mean " << d.mean);
    CHECK(d.max <= 32);
    CHECK(d.mean <= 0.5);
}

} // namespace

TEST_CASE("a PDF page is sound, with embedded fonts and nothing rasterised", "[vector]")
{
    const std::string pdf = pages() / "page.pdf";
    output_of({"qpdf", "--check", pdf});

    const auto fonts = lines_of(output_of({"pdffonts", pdf}));
    REQUIRE(fonts.size() > 2); // two lines of heading
    for (std::size_t i = 2; i < fonts.size(); ++i) {
        INFO(fonts[i]);
        CHECK(fonts[i].find("Type 3") == std::string::npos);
        CHECK(fonts[i].find(" yes yes ") != std::string::npos); // embedded, a subset
    }
    CHECK(lines_of(output_of({"pdfimages", "-list", pdf})).size() == 2); // the heading alone
    CHECK(output_of({"pdftotext", pdf, "-"}).find("momentum") != std::string::npos);
}

TEST_CASE("an SVG page holds no pictures and no scripts", "[vector]")
{
    const std::string svg = read_file(pages() / "page.svg");
    for (const char* unwanted : {"<image", "data:image", "<script", "<foreignObject"})
        CHECK(svg.find(unwanted) == std::string::npos);
}

TEST_CASE("PDF and SVG pages look like the PNG", "[vector]")
{
    const TemporaryFolder& folder = pages();
    const Pixels png = read_png(folder / "page.png");
    REQUIRE(png.width() == kWidth);
    REQUIRE(png.height() == kHeight);

    // Poppler puts glyphs at whole pixels; at four times the size that is a quarter of one.
    constexpr int kFiner = 4;
    output_of({"pdftoppm", "-png", "-singlefile", "-scale-to-x", std::to_string(kFiner * kWidth),
        "-scale-to-y", std::to_string(kFiner * kHeight), folder / "page.pdf", folder / "pdf"});
    check_same_page(shrunk(read_png(folder / "pdf.png"), kFiner), png);

    output_of({"rsvg-convert", "-w", std::to_string(kWidth), "-h", std::to_string(kHeight), "-o",
        folder / "svg.png", folder / "page.svg"});
    check_same_page(read_png(folder / "svg.png"), png);
}

TEST_CASE("the demo's pages stay small", "[vector]")
{
    CHECK(std::filesystem::file_size(pages() / "page.pdf") <= 40 * 1024);
    CHECK(std::filesystem::file_size(pages() / "page.svg") <= 150 * 1024);
}
