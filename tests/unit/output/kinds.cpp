#include "output/kinds.hpp"

#include "canvas/theme.hpp"
#include "output/pages.hpp"
#include "support/catch.hpp"

#include <set>

using namespace thalweg;
using namespace thalweg::output;

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

OutputPtr good(const Node& node)
{
    Problems problems;
    const auto output = read_output(node, {}, problems);
    for (const Problem& problem : problems.list())
        FAIL(problem.text());
    return output.value();
}

/// The only problem of an entry.
std::string problem_of(const Node& node)
{
    Problems problems;
    read_output(node, {}, problems);
    REQUIRE(problems.list().size() == 1);
    CHECK(problems.list()[0].where.line >= 7);
    return problems.list()[0].message;
}

} // namespace

TEST_CASE("an output's kind comes from its extension, with that kind's defaults", "[output]")
{
    CHECK(good(text("a.mp4"))->kind() == "mp4");
    CHECK(good(text("a.mp4"))->describe() == "1920x1080, 60 fps");
    CHECK(good(text("a.mp4"))->where().line == 7);
    CHECK(good(text("a.gif"))->describe() == "640x360, 25 fps");
    CHECK(good(text("a.webm"))->kind() == "webm");
    CHECK(good(text("a.mov"))->kind() == "mov");
    CHECK(good(text("a.mkv"))->kind() == "mkv");
    CHECK(good(mapping({{"file", "a.mov"}, {"background", "transparent"}, {"size", "321x181"}}))
              ->describe()
        == "321x181, 60 fps, transparent");
    CHECK(good(text("-"))->kind() == "y4m");
    CHECK(good(text("a.png"))->kind() == "png");
    CHECK(good(text("frames/a-%04d.png"))->kind() == "png-sequence");
    CHECK(good(text("a.apng"))->describe() == "640x360, 25 fps");
    CHECK(good(text("a.webp"))->describe() == "640x360, 25 fps");
    CHECK_FALSE(good(text("a.webp"))->at());
    const OutputPtr still = good(mapping({{"file", "a.webp"}, {"at", "end"}}));
    CHECK(still->describe() == "1920x1080");
    CHECK(still->at() == When{When::Kind::end, 0});
    CHECK_FALSE(still->as_stream());
    for (const char* file : {"a.jpg", "a.jpeg"})
        CHECK(good(text(file))->kind() == "jpeg");
    CHECK(good(text("a.svg"))->kind() == "svg");
    CHECK(good(text("a.csv"))->kind() == "csv");
    CHECK(good(text("a.pdf"))->describe() == "960x540 pt");
    CHECK(good(text("a.pdf"))->at() == When{When::Kind::end, 0});
    CHECK_FALSE(good(text("a.mp4"))->at());
    const Node map = mapping({{"file", "a.png"}, {"kind", "basins"}});
    CHECK(good(map)->describe() == "960x540 starts");
}

TEST_CASE("sizes of pictures have names", "[output]")
{
    const auto size = [](const std::string& name) {
        return good(mapping({{"file", "a.png"}, {"size", name}}))->describe();
    };
    CHECK(size("hd") == "1920x1080");
    CHECK(size("4k") == "3840x2160");
    CHECK(size("square") == "1080x1080");
    CHECK(size("vertical") == "1080x1920");
    CHECK(size("640px x 361px") == "640x361");
}

TEST_CASE("a page without a height takes what it needs", "[output]")
{
    const auto size = [](const std::string& key, const std::string& value) {
        return good(mapping({{"file", "a.pdf"}, {key, value}}))->describe();
    };
    CHECK(size("size", "88mm") == "249.449 pt wide");
    CHECK(size("size", "3.5in x 2in") == "252x144 pt");
    for (const auto& page : page_kinds())
        CHECK_THAT(size("page", std::string(page.name)), Catch::EndsWith(" pt wide"));
}

TEST_CASE("only films can be streamed, with their size and rate", "[output]")
{
    const OutputPtr stream = good(text("a.gif"))->as_stream();
    REQUIRE(stream);
    CHECK(stream->kind() == "y4m");
    CHECK(stream->file() == "-");
    CHECK(stream->describe() == "640x360, 25 fps");
    CHECK_FALSE(good(text("a.png"))->as_stream());
    CHECK_FALSE(good(text("a.csv"))->as_stream());
}

TEST_CASE("what an output cannot be is a located problem", "[output]")
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
    CHECK_THAT(problem_of(mapping({{"file", "a.mp4"}, {"size", "huge"}})), has("vertical, or"));
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
    CHECK_THAT(problem_of(mapping({{"file", "a.svg"}, {"text", "outline"}})),
        has("did you mean \"outlines\""));
    CHECK_THAT(problem_of(mapping({{"file", "a.png"}, {"kind", "basin"}})),
        has("unknown output \"basin\" (did you mean \"basins\"?)"));
    CHECK_THAT(problem_of(mapping({{"file", "a.pdf"}, {"kind", "basins"}})),
        has("must end in .png or .csv"));
    CHECK_THAT(
        problem_of(mapping({{"file", "a.png"}, {"run", "adam"}})), has("unknown key \"run\""));
    CHECK_THAT(problem_of(mapping({{"file", "a.mp4"}, {"background", "transparent"}})),
        has("mp4 has no background to choose; these have: webm, mov, mkv, webp, apng, png, "
            "png-sequence"));
    CHECK_THAT(problem_of(mapping({{"file", "a.webm"}, {"background", "none"}})),
        has("background must be one of page, transparent"));
    CHECK_THAT(problem_of(mapping({{"file", "a.webm"}, {"size", "321x181"}})), has("even sides"));
    for (const char* size : {"62x100", "100x8706"})
        CHECK_THAT(problem_of(mapping({{"file", "a.mp4"}, {"codec", "av1"}, {"size", size}})),
            has("at least 64 pixels a side, and at most 8704 high"));
    CHECK_THAT(problem_of(mapping({{"file", "a.webp"}, {"at", "end"}, {"fps", "25"}})),
        has("either \"at\", for a picture, or \"fps\""));
    CHECK_THAT(
        problem_of(mapping({{"file", "a.webp"}, {"size", "16384x100"}})), has("at most 16383"));
    CHECK_THAT(problem_of(mapping({{"file", "a.mp4"}, {"quality", "hihg"}})),
        has("did you mean \"high\""));
}

TEST_CASE("every kind of output describes its options and accepts its own defaults", "[output]")
{
    std::set<std::string_view> seen;
    for (const auto& kind : output_kinds()) {
        CHECK(seen.insert(kind.name).second);
        CHECK_FALSE(kind.summary.empty());
        std::vector<std::pair<std::string, std::string>> entries;
        for (const OptionInfo& option : describe(kind, {})) {
            CHECK_FALSE(option.meaning.empty());
            if (option.key != "file" && !option.fallback.empty()) // empty: it has no default
                entries.emplace_back(option.key, option.fallback);
        }
        entries.emplace_back("kind", kind.name);
        entries.emplace_back("file", kind.name == "png-sequence" ? "a-%d.png" : "a.png");
        CHECK(good(mapping(entries))->kind() == kind.name);
    }
}

/// The format of a publisher's page.
canvas::Format page_named(std::string_view name)
{
    std::vector<OptionInfo> ignored;
    Options options = Options::recording(ignored);
    return format_of(find_kind(page_kinds(), name)->make(options));
}

TEST_CASE("pages of publishers keep heights, lines and titles that these take", "[output]")
{
    constexpr double kMillimetre = 72 / 25.4;
    for (const char* page : {"nature-column", "nature-page"})
        CHECK(page_named(page).most_height == Approx(170 * kMillimetre));
    for (const char* page : {"ieee-column", "ieee-page"})
        CHECK(page_named(page).most_height == Approx(8.8 * 72));
    for (const char* page : {"neurips", "icml-column", "icml-page"}) {
        CHECK_FALSE(page_named(page).has_title);
        // Plain contours are the thinnest lines of a picture.
        CHECK(
            page_named(page).line * canvas::palette(canvas::Theme::light).line_width >= 0.5 - 1e-9);
    }
    CHECK_FALSE(page_named("neurips").is_narrow_page);
    CHECK(page_named("nature-page").has_title);
}

TEST_CASE("pages of publishers keep the sizes of text that these take", "[output]")
{
    const auto sizes = [](std::string_view name) {
        const canvas::TypeScale type = page_named(name).type;
        return std::vector{type.title, type.name, type.label, type.small, type.least};
    };
    for (const char* page : {"nature-column", "nature-page"})
        for (const double size : sizes(page))
            CHECK((size >= 5 && size <= 7));
    for (const char* page : {"ieee-column", "ieee-page"})
        for (const double size : sizes(page))
            CHECK((size >= 8 && size <= 10));
}
