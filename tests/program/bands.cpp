// Filled bands meet without a hairline: nothing but the bands' colours and their blends shows, at
// any zoom.
#include "support/catch.hpp"
#include "support/picture.hpp"
#include "support/scenes.hpp"

#include <algorithm>
#include <cmath>
#include <map>

using namespace thalweg;
using namespace thalweg::test;

namespace {

/// A part of a page, in shares of its width and height.
struct Part {
    double x0, y0, x1, y1;
};

/// The pixels of a part, as 0xRRGGBB.
std::vector<std::uint32_t> pixels_of(const Pixels& picture, const Part& part)
{
    const auto at = [](double share, int size) { return static_cast<int>(share * size); };
    std::vector<std::uint32_t> pixels;
    for (int y = at(part.y0, picture.height()); y < at(part.y1, picture.height()); ++y)
        for (int x = at(part.x0, picture.width()); x < at(part.x1, picture.width()); ++x)
            pixels.push_back(picture.row(y)[static_cast<std::size_t>(x)] & 0xffffffU);
    return pixels;
}

/// The colours that fill at least half a per cent, dark to light: the bands', in the order of their
/// levels.
std::vector<std::uint32_t> band_colours(const std::vector<std::uint32_t>& pixels)
{
    std::map<std::uint32_t, std::size_t> counts;
    for (const std::uint32_t pixel : pixels)
        ++counts[pixel];
    std::vector<std::uint32_t> colours;
    for (const auto& [colour, count] : counts)
        if (200 * count >= pixels.size())
            colours.push_back(colour);
    std::ranges::sort(colours, {}, [](std::uint32_t colour) {
        const Rgb c = rgb(colour);
        return 2 * c[0] + 5 * c[1] + c[2];
    });
    return colours;
}

/// The distance of a colour from the straight line of blends between two others.
double distance_to_blends(std::uint32_t colour, std::uint32_t from, std::uint32_t to)
{
    const Rgb c = rgb(colour), a = rgb(from), b = rgb(to);
    double along = 0, length2 = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        along += (c[i] - a[i]) * (b[i] - a[i]);
        length2 += (b[i] - a[i]) * (b[i] - a[i]);
    }
    const double t = length2 > 0 ? std::clamp(along / length2, 0.0, 1.0) : 0;
    double distance2 = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const double d = c[i] - (a[i] + t * (b[i] - a[i]));
        distance2 += d * d;
    }
    return std::sqrt(distance2);
}

/// How far the strangest pixel is from every blend of two bands that can meet within a pixel.
double strangest(const Pixels& picture, const Part& part)
{
    auto pixels = pixels_of(picture, part);
    const auto bands = band_colours(pixels);
    if (bands.size() < 4)
        throw std::runtime_error("only " + std::to_string(bands.size()) + " bands to look at");
    std::ranges::sort(pixels);
    pixels.erase(std::unique(pixels.begin(), pixels.end()), pixels.end());
    double worst = 0;
    for (const std::uint32_t pixel : pixels) {
        double nearest = 1000;
        for (std::size_t i = 0; i < bands.size(); ++i)
            for (std::size_t j = i + 1; j < std::min(i + 3, bands.size()); ++j)
                nearest = std::min(nearest, distance_to_blends(pixel, bands[i], bands[j]));
        worst = std::max(worst, nearest);
    }
    return worst;
}

constexpr double kZooms[] = {0.5, 1, 1.37, 3.1};
constexpr double kStrange = 8; // of 255; a quarter of the page's white is far beyond

/// The strangest pixel of an SVG page over several zooms.
double strangest_of_svg(const TemporaryFolder& folder, const std::string& name, const Part& part)
{
    double worst = 0;
    for (const double zoom : kZooms) {
        output_of({"rsvg-convert", "-z", std::to_string(zoom), "-b", "white", "-o",
            folder / "svg.png", folder / name});
        worst = std::max(worst, strangest(read_png(folder / "svg.png"), part));
    }
    return worst;
}

double strangest_of_pdf(const TemporaryFolder& folder, const std::string& name, const Part& part)
{
    double worst = 0;
    for (const double zoom : kZooms) {
        output_of({"pdftoppm", "-png", "-singlefile", "-r", std::to_string(96 * zoom),
            folder / name, folder / "pdf"});
        worst = std::max(worst, strangest(read_png(folder / "pdf.png"), part));
    }
    return worst;
}

/// A page of coloured rings. They abut where each has a hole in which the next one lies, as
/// plotting programs draw them; they are nested where each lies on the last.
enum class Rings { abutting, nested };

std::string page_of(Rings kind)
{
    const char* colours[] = {"#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b"};
    const auto circle = [](double r) {
        const std::string size = std::to_string(r), start = std::to_string(240 - r);
        const std::string half = "a" + size + " " + size + " 0 1 0 ";
        return "M" + start + " 135" + half + std::to_string(2 * r) + " 0" + half
            + std::to_string(-2 * r) + " 0Z";
    };
    std::string svg = "<svg xmlns='http://www.w3.org/2000/svg' width='480' height='270'>";
    for (int k = 0; k < 6; ++k) {
        const bool hole = kind == Rings::abutting && k < 5;
        svg += "<path fill-rule='evenodd' fill='" + std::string(colours[k]) + "' d='"
            + circle(150 - 24.3 * k) + (hole ? circle(150 - 24.3 * (k + 1)) : "") + "'/>";
    }
    return svg + "</svg>";
}

} // namespace

TEST_CASE(
    "this test sees hairlines between abutting rings, and none between nested ones", "[bands]")
{
    const TemporaryFolder folder;
    const Part middle{0.25, 0.25, 0.75, 0.75};
    for (const Rings kind : {Rings::abutting, Rings::nested}) {
        write_file(folder / "rings.svg", page_of(kind));
        output_of({"rsvg-convert", "-f", "pdf", "-o", folder / "rings.pdf", folder / "rings.svg"});
        const double svg = strangest_of_svg(folder, "rings.svg", middle);
        const double pdf = strangest_of_pdf(folder, "rings.pdf", middle);
        if (kind == Rings::abutting) {
            CHECK(svg > 3 * kStrange);
            CHECK(pdf > 3 * kStrange);
        } else {
            CHECK(svg <= kStrange);
            CHECK(pdf <= kStrange);
        }
    }
}

TEST_CASE("no background shows between the bands of a page", "[bands]")
{
    const TemporaryFolder folder;
    const Ended ended
        = render("surface: himmelblau\n"
                 "start: [-4.9, 4.9]\n"
                 "steps: 1\n"
                 "optimizers: [{kind: gradient-descent, learning_rate: 1.0e-6}]\n"
                 "panels:\n"
                 "  map: {kind: contour, lines: false, minima: false,\n"
                 "        levels: {kind: list, values: [20, 60, 120, 200, 300, 450]}}\n"
                 "style: {theme: light}\n"
                 "outputs: [page.svg, page.pdf]\n",
            folder);
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    const Part map{0.04, 0.12, 0.62, 0.92};
    CHECK(strangest_of_svg(folder, "page.svg", map) <= kStrange);
    CHECK(strangest_of_pdf(folder, "page.pdf", map) <= kStrange);
}
