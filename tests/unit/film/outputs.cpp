#include "film/outputs.hpp"

#include "support/catch.hpp"

#include <set>

using namespace thalweg;

namespace {

Node text(const std::string& value)
{
    return {.type = Node::Type::scalar, .where = {"s.yaml", 7, 3}, .text = value};
}

Node mapping(const std::vector<std::pair<std::string, std::string>>& entries)
{
    Node node{.type = Node::Type::mapping, .where = {"s.yaml", 7, 3}};
    for (const auto& [key, value] : entries) {
        Node::Entry& entry = node.entries.emplace_back();
        entry.key = key;
        entry.where = {"s.yaml", 8, 5};
        entry.value = text(value);
    }
    return node;
}

OutputSpec good(const Node& node)
{
    Problems problems;
    const auto spec = read_output(node, problems);
    for (const Problem& problem : problems.list())
        FAIL(problem.text());
    return spec.value();
}

/// The only problem of an entry.
std::string problem_of(const Node& node)
{
    Problems problems;
    read_output(node, problems);
    REQUIRE(problems.list().size() == 1);
    CHECK(problems.list()[0].where.line >= 7);
    return problems.list()[0].message;
}

} // namespace

TEST_CASE("an output's kind comes from its extension, with that kind's defaults", "[film]")
{
    const OutputSpec film = good(text("a.mp4"));
    CHECK(film.kind == OutputKind::mp4);
    CHECK((film.width_px == 1920 && film.height_px == 1080 && film.fps == 60));
    CHECK(film.where.line == 7);
    const OutputSpec gif = good(text("a.gif"));
    CHECK((gif.width_px == 640 && gif.height_px == 360 && gif.fps == 25));
    CHECK(good(text("-")).kind == OutputKind::y4m);
    CHECK(good(text("a.png")).kind == OutputKind::png);
    CHECK(good(text("frames/a-%04d.png")).kind == OutputKind::png_sequence);
    CHECK(good(text("a.svg")).kind == OutputKind::svg);
    CHECK(good(text("a.csv")).kind == OutputKind::csv);
    const OutputSpec page = good(text("a.pdf"));
    CHECK(page.kind == OutputKind::pdf);
    CHECK((page.page.width_pt == 960 && page.page.height_pt == 540));
    CHECK(page.at == When{When::Kind::end, 0});
    const OutputSpec map = good(mapping({{"file", "a.png"}, {"kind", "basins"}, {"run", "adam"}}));
    CHECK((map.kind == OutputKind::basins && map.run == "adam" && !is_table(map)));
    CHECK((map.width_px == 960 && map.height_px == 540));
    CHECK(is_table(good(mapping({{"file", "a.csv"}, {"kind", "basins"}}))));
}

TEST_CASE("an output's options are read in their units", "[film]")
{
    const OutputSpec film = good(
        mapping({{"file", "a.mp4"}, {"size", "1280x720"}, {"fps", "30"}, {"quality", "high"}}));
    CHECK((film.width_px == 1280 && film.height_px == 720 && film.fps == 30
        && film.quality == Quality::high));
    const OutputSpec column
        = good(mapping({{"file", "a.pdf"}, {"size", "88mm"}, {"at", "step 120"}}));
    CHECK(column.page.width_pt == Approx(249.448819));
    CHECK(column.page.height_pt == Approx(249.448819 * 9 / 16));
    CHECK(column.at == When{When::Kind::step, 120});
    const OutputSpec page = good(mapping({{"file", "a.svg"}, {"size", "3.5in x 2in"}}));
    CHECK((page.page.width_pt == 252 && page.page.height_pt == 144));
    CHECK(good(mapping({{"file", "a.png"}, {"size", "640px x 361px"}, {"at", "1.5s"}})).height_px
        == 361);
}

TEST_CASE("what an output cannot be is a located problem", "[film]")
{
    const auto has = [](const std::string& part) { return Catch::Contains(part); };
    CHECK_THAT(problem_of(text("a.mp5")), has("did you mean \"mp4\""));
    CHECK_THAT(problem_of(text("film")), has("unknown kind of output \"film\""));
    CHECK_THAT(problem_of(text("")), has("must be a file name"));
    CHECK_THAT(problem_of(mapping({{"size", "1x1"}})), has("must be a file name"));
    CHECK_THAT(problem_of(text("../a.mp4")), has("below the output folder"));
    CHECK_THAT(problem_of(text("a/../../b.mp4")), has("below the output folder"));
    CHECK_THAT(problem_of(text("/etc/a.mp4")), has("below the output folder"));
    CHECK_THAT(problem_of(text("a-%s.png")), has("one frame number"));
    CHECK_THAT(problem_of(mapping({{"file", "a.mp4"}, {"size", "641x360"}})),
        has("such as 642x360, not 641x360"));
    CHECK_THAT(problem_of(mapping({{"file", "a.mp4"}, {"size", "88mm"}})), has("in pixels"));
    CHECK_THAT(
        problem_of(mapping({{"file", "a.mp4"}, {"size", "20000x100"}})), has("1 to 16384 a side"));
    CHECK_THAT(
        problem_of(mapping({{"file", "a.mp4"}, {"fps", "0"}})), has("fps must be at least 1"));
    CHECK_THAT(problem_of(mapping({{"file", "a.mp4"}, {"fps", "29.97"}})), has("whole number"));
    CHECK_THAT(problem_of(mapping({{"file", "a.gif"}, {"fps", "30"}})), has("must be 50, 25, 20"));
    CHECK_THAT(problem_of(mapping({{"file", "a.pdf"}, {"size", "1mm"}})), has("points a side"));
    CHECK_THAT(
        problem_of(mapping({{"file", "a.pdf"}, {"at", "noon"}})), has("at must be start, end"));
    CHECK_THAT(problem_of(mapping({{"file", "a.pdf"}, {"fps", "3"}})), has("unknown key \"fps\""));
    CHECK_THAT(problem_of(mapping({{"file", "a.png"}, {"kind", "basin"}})),
        has("unknown output \"basin\" (did you mean \"basins\"?)"));
    CHECK_THAT(problem_of(mapping({{"file", "a.pdf"}, {"kind", "basins"}})),
        has("must end in .png or .csv"));
    CHECK_THAT(
        problem_of(mapping({{"file", "a.png"}, {"run", "adam"}})), has("unknown key \"run\""));
    CHECK_THAT(problem_of(mapping({{"file", "a.mp4"}, {"quality", "hihg"}})),
        has("did you mean \"high\""));
}

TEST_CASE("every kind of output describes its options and accepts its own defaults", "[film]")
{
    std::set<std::string_view> seen;
    for (const auto& kind : output_kinds()) {
        CHECK(seen.insert(kind.name).second);
        CHECK_FALSE(kind.summary.empty());
        std::vector<std::pair<std::string, std::string>> entries;
        for (const OptionInfo& option : describe(kind)) {
            CHECK_FALSE(option.meaning.empty());
            if (option.key != "file" && !option.fallback.empty()) // empty: it has no default
                entries.emplace_back(option.key, option.fallback);
        }
        entries.emplace_back("kind", kind.name);
        entries.emplace_back("file", kind.name == "png-sequence" ? "a-%d.png" : "a.png");
        good(mapping(entries));
    }
}
