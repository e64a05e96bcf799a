// SVG pages, read back by an XML parser.
#include "canvas/page.hpp"
#include "canvas/svg_path.hpp"
#include "canvas/xml.hpp"
#include "support/catch.hpp"
#include "support/scenes.hpp"
#include "unit/canvas/drawing.hpp"

#include <array>
#include <random>
#include <regex>
#include <set>

using namespace thalweg;
using namespace thalweg::canvas;
using namespace thalweg::test;

namespace {

std::string page_of(
    const DrawPicture& draw, const PageMeta& meta = {}, SvgText text = SvgText::text)
{
    return svg_page({.width = kDrawingWidth, .height = kDrawingHeight, .scale = 0.75, .meta = meta},
        palette(Theme::light), draw, text);
}

/// What xmllint finds by an XPath expression; the document must be valid.
std::string found(const std::string& svg, const std::string& expression)
{
    const TemporaryFolder folder;
    write_file(folder / "page.svg", svg);
    output_of({"xmllint", "--noout", folder / "page.svg"});
    std::string text = output_of({"xmllint", "--xpath", expression, folder / "page.svg"});
    return text.ends_with('\n') ? text.substr(0, text.size() - 1) : text;
}

std::string element(const std::string& name)
{
    return "//*[local-name()='" + name + "']";
}

std::string utf8(char32_t c)
{
    const auto tail = [c](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3F)); };
    if (c < 0x80)
        return {static_cast<char>(c)};
    if (c < 0x800)
        return {static_cast<char>(0xC0 | c >> 6), tail(0)};
    if (c < 0x10000)
        return {static_cast<char>(0xE0 | c >> 12), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | c >> 18), tail(12), tail(6), tail(0)};
}

/// Extensible Markup Language 1.0, production 2, less the carriage return, which parsers change.
bool is_xml_character(char32_t c)
{
    return c == 0x9 || c == 0xA || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
}

/// Markup, controls, quotes, combining marks, right to left, other planes; halves of pairs too.
char32_t any_character(std::mt19937& random)
{
    static constexpr std::array<std::pair<char32_t, char32_t>, 12> kRanges{
        {{0x00, 0x1F}, {0x22, 0x3E}, {0x5B, 0x5D}, {0x7F, 0x9F}, {0x300, 0x36F}, {0x5D0, 0x5EA},
            {0x627, 0x64A}, {0x200B, 0x202E}, {0xD800, 0xDFFF}, {0xFFF0, 0xFFFF},
            {0x1F300, 0x1F64F}, {0x10FFF0, 0x10FFFF}}};
    const auto [first, last] = kRanges[random() % kRanges.size()];
    return first + static_cast<char32_t>(random() % (last - first + 1));
}

} // namespace

TEST_CASE("an SVG page is valid for any title", "[canvas]")
{
    const std::vector<std::pair<std::string, std::string>> titles{
        {"a < b & c > d", "a < b & c > d"},
        {"\"quotes\" and 'these'", "\"quotes\" and 'these'"},
        {"]]> <!-- -- <?x?>", "]]> <!-- -- <?x?>"},
        {std::string("nul\0, bell\a, escape\x1B, delete\x7F", 29), "nul, bell, escape, delete\x7F"},
        {"no character: \uFFFE\uFFFF", "no character: "},
        {"not UTF-8: \xC0\xAF\xED\xA0\x80\xFF.", "not UTF-8: ."},
        {"\U0001F3D4 \u05D4\u05E8 \u0627\u0644\u0648\u0627\u062F\u064A \u8C37",
            "\U0001F3D4 \u05D4\u05E8 \u0627\u0644\u0648\u0627\u062F\u064A \u8C37"},
    };
    for (const auto& [title, read] : titles) {
        CAPTURE(title);
        const auto draw = [&title](Canvas& canvas) {
            canvas.text(title, {.size = 9}, {.at = {10, 20}});
        };
        const std::string svg = page_of(draw, {title, title});
        CHECK(found(svg, "string(" + element("title") + ")") == read);
        CHECK(found(svg, "string(" + element("desc") + ")") == read);
    }
}

TEST_CASE("an SVG page is valid for random characters of all kinds", "[canvas]")
{
    std::mt19937 random(7);
    for (int round = 0; round < 30; ++round) {
        std::string title, allowed;
        for (int i = 0; i < 50; ++i) {
            const char32_t c = any_character(random);
            title += utf8(c);
            if (is_xml_character(c))
                allowed += utf8(c);
        }
        CAPTURE(round, title);
        const std::string svg = page_of(
            [&](Canvas& canvas) {
                canvas.text(title, {.size = 9}, {.at = {10, 20}});
                const Group group(canvas, group_id("run", title));
                canvas.text(title, {.size = 9, .wrap = 90}, {.at = {10, 80}});
            },
            {title, title});
        CHECK(found(svg, "string(" + element("title") + ")") == allowed);
        CHECK(found(svg, "string(" + element("desc") + ")") == allowed);
        CHECK(found(svg, "count(" + element("text") + ")") == "2");
    }
}

TEST_CASE("an SVG page says what it is", "[canvas]")
{
    const std::string svg = page_of(draw_everything, {"A title", "A description"});
    CHECK(found(svg, "string(/*/@role)") == "img");
    CHECK(found(svg, "string(/*/@aria-labelledby)") == "page-title page-description");
    CHECK(found(svg, "string(//*[@id='page-title'])") == "A title");
    CHECK(found(svg, "string(/*/@width)") == "225pt");
    CHECK(found(svg, "string(/*/@viewBox)") == "0 0 300 200");
    for (const char* unwanted : {"currentColor", "<script", "<foreignObject", "NaN", "nan", "inf"})
        CHECK(svg.find(unwanted) == std::string::npos);
    CHECK(svg == page_of(draw_everything, {"A title", "A description"}));
}

TEST_CASE("texts of an SVG page are texts, formulas in one element", "[canvas]")
{
    const std::string svg = page_of(draw_everything);
    const auto read = [&](const std::string& words) {
        return found(svg, "count(" + element("text") + "[normalize-space(.)=\"" + words + "\"])");
    };
    CHECK(read("momentum 0.9") == "1");
    CHECK(read("loss f(x₁) = 10⁻³") == "2"); // its halo is a text of its own
    CHECK(read("upward") == "1");
    CHECK(read("\u22122.5") == "1");
    CHECK(read("Caf\u00e9 & <\u03b2>") == "1");
    CHECK(found(svg, "count(" + element("image") + ")") == "1");

    const std::string outlines = page_of(draw_everything, {}, SvgText::outlines);
    CHECK(found(outlines, "count(" + element("text") + ")") == "0");
    CHECK(found(outlines, "count(//*[@aria-label='momentum 0.9'])") == "1");
}

TEST_CASE("groups are named, never empty, and no id is there twice", "[canvas]")
{
    const std::string svg = page_of(
        [](Canvas& canvas) {
            const auto run = [&](const char* name, double y) {
                const Group group(canvas, name);
                const Clip clip(canvas, {{0, 100}, {0, 100}});
                canvas.stroke(Path::line({0, y}, {50, y}), {});
            };
            run("run-a", 10);
            run("run-a", 20); // goes on with the group before
            run("run-b", 30);
            run("run-a", 40);
            const Group empty(canvas, "nothing");
        },
        {"t", "d"});
    CHECK(found(svg, "count(//*[@id='run-a'])") == "1");
    CHECK(found(svg, "count(//*[@id='run-a-2'])") == "1");
    CHECK(found(svg, "count(//*[@id='nothing'])") == "0");
    CHECK(found(svg, "count(" + element("clipPath") + ")") == "1");
    CHECK(found(svg, "count(" + element("path") + ")")
        == "4"); // that of the clip, one for each group
    std::set<std::string> ids;
    const std::regex id(" id=\"([^\"]*)\"");
    for (std::sregex_iterator at(svg.begin(), svg.end(), id), end; at != end; ++at)
        CHECK(ids.insert((*at)[1]).second);
}

TEST_CASE("numbers have no digit too many", "[canvas]")
{
    CHECK(svg_number(1) == "1");
    CHECK(svg_number(100) == "100");
    CHECK(svg_number(0.5) == ".5");
    CHECK(svg_number(-0.25) == "-.25");
    CHECK(svg_number(-0.001) == "0");
    CHECK(svg_number(12.3456) == "12.35");
    CHECK(svg_number(0.1234, 3) == ".123");
    CHECK(svg_number(1e9) == "1000000000");
}

TEST_CASE("path data is short", "[canvas]")
{
    CHECK(svg_path_data(Path::rectangle({{10, 20}, {30, 40.5}})) == "M10 30H20V40.5H10z");
    CHECK(svg_path_data(Path::line({0.5, 0.25}, {0.75, -0.5})) == "M.5.25L.75-.5");
    const std::vector<Vec2> points{{100, 100}, {101, 102}, {102.5, 103.25}, {102.5, 103.25}};
    CHECK(svg_path_data(Path::polyline(points)) == "M100 100l1 2 1.5 1.25");
    CHECK(svg_path_data(Path::line({5, 5}, {5, 5})) == "M5 5H5"); // a dot
}

TEST_CASE("base64 follows RFC 4648", "[canvas]")
{
    CHECK(base64("") == "");
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foobar") == "Zm9vYmFy");
}
