#include "core/node.hpp"
#include "scene/yaml.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/scenes.hpp"

using namespace thalweg;
using namespace thalweg::test;
using Catch::Contains;

namespace {

constexpr const char* kScene = "surface: bowl\nsteps: 20\nduration: 2\noptimizers: [momentum]\n"
                               "outputs: [{file: a.mp4, size: 320x180, fps: 10}, a.csv]\n";

Ended rendered(const std::string& style, const std::string& scene = kScene)
{
    const TemporaryFolder folder;
    write_file(folder / "scene.yaml", scene);
    const Ended ended = run_thalweg(
        {"render", folder / "scene.yaml", "-o", folder.path().string(), "--progress", style});
    CHECK(ended.code == 0);
    CHECK(ended.out.empty());
    return ended;
}

} // namespace

TEST_CASE("each file ends with a line of its size, frames and speed", "[app]")
{
    for (const char* style : {"auto", "plain", "bar"}) {
        const std::string told = rendered(style).err;
        CHECK_THAT(told, Contains("a.mp4") && Contains("20 frames") && Contains(" fps"));
        CHECK_THAT(told, Contains("a.csv") && Contains("kB"));
    }
}

TEST_CASE("JSON progress is an object a line", "[app]")
{
    const auto lines = lines_of(rendered("json").err);
    REQUIRE(lines.size() >= 2);
    for (const std::string& line : lines)
        CHECK(scene::parse_yaml(line, "json").find("file"));
    const Node last = scene::parse_yaml(lines.back(), "json");
    CHECK(last.find("event")->text == "done");
    CHECK(last.find("bytes")->text != "0");
}

TEST_CASE("warnings are objects among JSON, and told without any progress", "[app]")
{
    const std::string small = "surface: bowl\nsteps: 20\nduration: 2\noptimizers: [momentum]\n"
                              "outputs: [{file: a.png, size: 40x40}]\n";
    const Node warning = scene::parse_yaml(lines_of(rendered("json", small).err).front(), "json");
    REQUIRE(warning.find("event"));
    CHECK(warning.find("event")->text == "warning");
    CHECK_THAT(warning.find("where")->text, Contains("scene.yaml:5:"));
    CHECK_THAT(warning.find("message")->text, Contains("a.png has no room for"));
    CHECK_THAT(rendered("none", small).err, Contains("warning: a.png has no room for"));
}

TEST_CASE("no progress is nothing at all", "[app]")
{
    CHECK(rendered("none").err.empty());
}
