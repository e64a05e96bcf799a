// SVG and PDF pages, read back by other programs.
#include "support/browser.hpp"
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
    static const Ended ended = render(with(read_file("scenes/rosenbrock.yaml"), "outputs",
                                          "[{file: page.png, size: 1920x1080, at: end}, page.svg, "
                                          "page.pdf]"),
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

/// Compares page.svg and page.pdf of a folder, as other programs show them.
void check_pages(const TemporaryFolder& folder, const Pixels& expected)
{
    // Poppler puts glyphs at whole pixels; at four times the size that is a quarter of one.
    constexpr int kFiner = 4;
    output_of({"pdftoppm", "-png", "-singlefile", "-scale-to-x", std::to_string(kFiner * kWidth),
        "-scale-to-y", std::to_string(kFiner * kHeight), folder / "page.pdf", folder / "pdf"});
    check_same_page(shrunk(read_png(folder / "pdf.png"), kFiner), expected);

    output_of({"rsvg-convert", "-w", std::to_string(kWidth), "-h", std::to_string(kHeight), "-o",
        folder / "svg.png", folder / "page.svg"});
    check_same_page(read_png(folder / "svg.png"), expected);
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

    check_pages(folder, png);
}

TEST_CASE("pages show a surface in space as the PNG does", "[vector]")
{
    const TemporaryFolder folder;
    const Ended ended = render("surface: himmelblau\nstart: [0.2, 0.1]\nsteps: 40\n"
                               "optimizers: [{kind: gradient-descent, learning_rate: 0.004}]\n"
                               "layout: [[space]]\n"
                               "panels: {space: {kind: surface-3d, elevation: 40, title: Hills}}\n"
                               "style: {theme: dark}\n"
                               "outputs: [{file: page.png, size: 1920x1080, at: end}, page.svg, "
                               "page.pdf]\n",
        folder);
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    check_pages(folder, read_png(folder / "page.png"));
}

TEST_CASE("a browser shows the SVG page as the PNG, and its text as text", "[vector]")
{
    if (browser().empty()) {
        WARN("no Chromium here: scripts/setup long installs it");
        return;
    }
    const TemporaryFolder& folder = pages();
    // 960 pt are 1280 px of CSS. Glyphs stand at whole pixels; here those are half of one.
    constexpr int kFiner = 2;
    browse(folder,
        {"--window-size=1280,720", "--force-device-scale-factor=3", "--font-render-hinting=none",
            "--screenshot=" + (folder / "browser.png")},
        folder / "page.svg");
    check_same_page(
        shrunk(read_png(folder / "browser.png"), kFiner), read_png(folder / "page.png"));

    browse(folder, {"--no-pdf-header-footer", "--print-to-pdf=" + (folder / "printed.pdf")},
        folder / "page.svg");
    const std::string text = output_of({"pdftotext", "-raw", folder / "printed.pdf", "-"});
    for (const char* words : {"Why momentum matters", "gradient descent", "momentum 0.5",
             "momentum 0.9", "step 1200", "learning rate 0.001"}) {
        INFO(text);
        CHECK(text.find(words) != std::string::npos);
    }
}

TEST_CASE("the demo's pages stay small", "[vector]")
{
    CHECK(std::filesystem::file_size(pages() / "page.pdf") <= 40 * 1024);
    CHECK(std::filesystem::file_size(pages() / "page.svg") <= 150 * 1024);
}
