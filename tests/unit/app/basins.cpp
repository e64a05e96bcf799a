#include "support/catch.hpp"
#include "support/picture.hpp"
#include "support/program.hpp"
#include "support/scenes.hpp"

#include <map>
#include <set>
#include <sstream>

using namespace thalweg;
using namespace thalweg::test;
using Catch::Contains;

namespace {

constexpr const char* kScene
    = "surface: himmelblau\nsteps: 1000\nstarts: [[0, 0], [1, 1]]\n"
      "optimizers: [{kind: gradient-descent, label: descent, learning_rate: 0.01}]\n"
      "panels: {map: {kind: contour, basins: descent}}\n"
      "outputs: [{file: m.png, kind: basins, size: 96x54}, {file: n.csv, kind: basins, size: "
      "96x54}, {file: p.png, size: 320x180}, f.pdf, {file: g.gif, size: 320x180, fps: 2}]\n";

/// One row of the table.
struct Row {
    double x, y;
    std::string end_x, end_y, kind;
    int steps;
};

std::vector<Row> rows_of(const std::string& csv)
{
    std::istringstream lines(csv);
    std::string line, cell;
    std::getline(lines, line);
    CHECK(line == "x,y,end_x,end_y,kind,steps");
    std::vector<Row> rows;
    while (std::getline(lines, line)) {
        std::istringstream cells(line);
        std::vector<std::string> list;
        while (std::getline(cells, cell, ','))
            list.push_back(cell);
        REQUIRE(list.size() == 6);
        rows.push_back({std::stod(list[0]), std::stod(list[1]), list[2], list[3], list[4],
            std::stoi(list[5])});
    }
    return rows;
}

} // namespace

TEST_CASE("a map of basins comes as a picture and as a table of the same starts", "[app]")
{
    const TemporaryFolder folder;
    const Ended ended = render(kScene, folder, {"--only", "[mn].*"});
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    const Pixels picture = read_png(folder / "m.png");
    REQUIRE((picture.width() == 96 && picture.height() == 54));
    const std::vector<Row> rows = rows_of(read_file(folder / "n.csv"));
    REQUIRE(rows.size() == 96 * 54);

    // The domain [-6, 6] x [-5, 5], widened to 16:9 around its middle; from the upper left.
    CHECK(rows.front().x == Approx(-80.0 / 9 + 80.0 / 9 / 96));
    CHECK(rows.front().y == Approx(5 - 5.0 / 54));
    CHECK(rows.back().x == Approx(-rows.front().x));
    CHECK(rows.back().y == Approx(-rows.front().y));

    std::map<std::string, std::set<std::uint32_t>> colors; // of each end
    for (std::size_t i = 0; i < rows.size(); ++i)
        colors[rows[i].kind + rows[i].end_x].insert(picture.row(static_cast<int>(i / 96))[i % 96]);
    std::set<std::uint32_t> all;
    std::size_t count = 0;
    for (const auto& [end, own] : colors) {
        all.insert(own.begin(), own.end());
        count += own.size();
    }
    CHECK(colors.size() == 5); // four minima, and what diverges far outside
    CHECK(count == all.size()); // no colour stands for two ends
}

TEST_CASE("tables and legends of basins say which runs diverge and which leave the defined region",
    "[app]")
{
    const TemporaryFolder folder;
    // Along y it falls ever faster from |y| > √2 on; from x > 2.26 the first step leads below 0.
    const Ended ended = render(
        "surface: {kind: formula, formula: (x-1)^2+0.001*sqrt(x)+y^2/2-y^4/8}\nstart: [1, 1]\n"
        "domain: {x: [-1, 4], y: [-3, 3]}\n"
        "optimizers: [{kind: gradient-descent, learning_rate: 0.9}]\n"
        "panels: {map: {kind: contour, basins: gradient-descent}}\n"
        "outputs: [{file: n.csv, kind: basins, size: 40x40}, f.pdf]\n",
        folder, {});
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    std::set<std::string> kinds;
    for (const Row& row : rows_of(read_file(folder / "n.csv"))) {
        kinds.insert(row.kind);
        if (row.x < 0)
            CHECK((row.kind == "undefined" && row.steps == 0));
        if (row.x > 2.3)
            CHECK((row.kind == "undefined" && row.steps == 1));
        if (row.kind == "diverged")
            CHECK((std::abs(row.y) > 1.4 && row.x < 2.3));
    }
    CHECK(kinds == std::set<std::string>{"undefined", "diverged", "minimum"});
    const std::string words = run_program({"pdftotext", folder / "f.pdf", "-"}).out;
    CHECK_THAT(words, Contains("diverged") && Contains("undefined"));
}

TEST_CASE("basins are the same bytes for one job and for two", "[app]")
{
    const TemporaryFolder one, two;
    REQUIRE(render(kScene, one, {"-j", "1"}).code == 0);
    REQUIRE(render(kScene, two, {"-j", "2"}).code == 0);
    for (const char* file : {"m.png", "n.csv", "p.png", "f.pdf", "g.gif"}) {
        INFO(file);
        CHECK((read_file(one / file) == read_file(two / file)));
    }
}

TEST_CASE("on a page the basins are one image among vectors", "[app]")
{
    const TemporaryFolder folder;
    REQUIRE(render(kScene, folder, {"--only", "f.pdf"}).code == 0);
    CHECK(run_program({"qpdf", "--check", folder / "f.pdf"}).code == 0);
    const std::string images = run_program({"pdfimages", "-list", folder / "f.pdf"}).out;
    CHECK(std::ranges::count(images, '\n') == 3); // two lines of heading, one image
    CHECK_THAT(run_program({"pdftotext", folder / "f.pdf", "-"}).out,
        Contains("where descent ends") && Contains("(3.00, 2.00)"));
}

TEST_CASE("a map of too many starts is refused as a limit", "[app]")
{
    const TemporaryFolder folder;
    const Ended ended = render("surface: bowl\noptimizers: [adam]\n"
                               "outputs: [{file: a.png, kind: basins, size: 8000x8000}]\n",
        folder, {});
    CHECK(ended.code == 4);
    CHECK_THAT(ended.err, Contains("64000000 starts, more than the 33554432"));
    CHECK(run_thalweg({"check", folder / "scene.yaml"}).code == 4);
    CHECK_FALSE(std::filesystem::exists(folder / "a.png"));
}
