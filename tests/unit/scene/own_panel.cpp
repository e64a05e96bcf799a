// A kind of panel that nothing in src knows takes part in scenes, layouts and outputs by its file
// (progress_panel.cpp) and its row in a table.
#include "scene/scene.hpp"
#include "support/catch.hpp"
#include "support/picture.hpp"
#include "support/scenes.hpp"

#include <algorithm>

using namespace thalweg;
using namespace thalweg::test;

namespace thalweg::panel {
PanelPlanPtr make_progress(Options& options, const ReadContext& context);
}

namespace {

/// The project's kinds, and one row more.
std::vector<panel::PanelKind> kinds()
{
    const auto known = panel::panel_kinds();
    std::vector<panel::PanelKind> all(known.begin(), known.end());
    all.push_back({"progress", "how far each run has come, as a bar", panel::make_progress});
    return all;
}

const std::string kScene = R"(
surface: rosenbrock
optimizers: [{kind: momentum, color: "#FF00FF"}, adam]
steps: 40
duration: 3
panels: {done: {kind: progress, runs: [momentum], thickness: 0.6}}
layout: [[map, done], [map, legend]]
style: {theme: dark}
outputs: [{file: a.png, size: 640x360}, {file: a.svg, size: 183mm}]
)";

scene::Scene load(const std::string& text, const TemporaryFolder& folder)
{
    write_file(folder / "scene.yaml", text);
    return scene::load_scene(folder / "scene.yaml", {}, kinds());
}

/// How much of a picture's right half has this colour.
int count(const Pixels& picture, std::uint32_t color)
{
    int n = 0;
    for (int y = 0; y < picture.height(); ++y) {
        const auto row = picture.row(y).subspan(static_cast<std::size_t>(picture.width() / 2));
        n += static_cast<int>(
            std::ranges::count_if(row, [&](std::uint32_t p) { return (p & 0xFFFFFF) == color; }));
    }
    return n;
}

} // namespace

TEST_CASE("a kind of panel is added by one file and one row", "[scene][panel]")
{
    const TemporaryFolder folder;
    const scene::Scene scene = load(kScene, folder);
    const auto experiments = experiment::run_all(scene.experiments);
    const output::Production production(scene.name, scene.title,
        {experiments, std::make_shared<const experiment::Timeline>(experiments, scene.time)},
        scene.figure, scene.theme);
    std::vector<Pixels> pictures;
    for (const auto when : {When::Kind::start, When::Kind::end})
        for (const output::OutputPtr& output : scene.outputs) {
            output->write(production, folder / output->file(), {.at = When{.kind = when}});
            if (output->kind() == "png")
                pictures.push_back(read_png(folder / output->file()));
        }
    REQUIRE(pictures.size() == 2);
    CHECK(count(pictures.back(), 0xFF00FF) > count(pictures.front(), 0xFF00FF) + 500);

    const std::string svg = read_file(folder / "a.svg");
    CHECK_THAT(svg, Catch::Contains("id=\"panel-done\"") && Catch::Contains("id=\"progress\""));
    CHECK_THAT(svg, Catch::Contains("fill=\"#f0f\""));
}

TEST_CASE("its options are checked and described like those of all kinds", "[scene][panel]")
{
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(load("surface: bowl\noptimizers: [adam]\n"
                           "panels: {done: {kind: progress, thicknes: 1}}\n",
                          folder),
        Catch::Contains("scene.yaml:3:33: unknown key \"thicknes\" (did you mean \"thickness\"?)"));
    const auto all = kinds();
    const auto described = describe(all.back(), panel::ReadContext{});
    CHECK(described.back().key == "thickness");
    CHECK(described.back().fallback == "0.5");
}

// The walk-through shows this file in pieces; what it shows must stand there.
TEST_CASE("the walk-through of docs/architecture.md is the test's own file", "[scene][panel]")
{
    const std::string source = read_file("tests/unit/scene/progress_panel.cpp");
    const std::string page = read_file("docs/architecture.md");
    const auto trimmed = [](const std::string& line) {
        const auto first = line.find_first_not_of(' ');
        return first == std::string::npos ? "" : line.substr(first);
    };
    std::vector<std::string> known;
    for (const std::string& line : lines_of(source))
        known.push_back(trimmed(line));
    const auto begin = page.find("## A walk-through: adding a panel");
    REQUIRE(begin != std::string::npos);
    bool inside = false;
    int shown = 0;
    for (const std::string& line :
        lines_of(page.substr(begin, page.find("\n## ", begin) - begin))) {
        if (trimmed(line).starts_with("```")) {
            inside = trimmed(line) == "```cpp";
            continue;
        }
        const std::string wanted = trimmed(line);
        if (!inside || wanted.empty() || wanted == "// ...")
            continue;
        INFO(line);
        CHECK(std::ranges::find(known, wanted) != known.end());
        ++shown;
    }
    CHECK(shown > 30);
}
