#include "support/catch.hpp"
#include "support/program.hpp"

#include <filesystem>

using namespace thalweg::test;
using Catch::Contains;

namespace {

/// Two good scenes around one that cannot be read and one that cannot be written.
struct Scenes {
    Scenes()
    {
        write("first", "outputs: [first.csv]\n");
        write("broken", "outputs: [broken.csv]\nsteps: many\n");
        write("blocked", "outputs: [{file: blocked, kind: csv}]\n");
        write("last", "outputs: [last.csv]\n");
        std::filesystem::create_directories(folder / "out/blocked");
    }
    void write(const std::string& name, const std::string& more) const
    {
        write_file(folder / (name + ".yaml"), "surface: bowl\noptimizers: [momentum]\n" + more);
    }
    Ended run(std::vector<std::string> words) const
    {
        for (const std::string name : {"first", "broken", "blocked", "last"})
            words.push_back(folder / (name + ".yaml"));
        return run_thalweg(words);
    }
    bool has(const std::string& file) const
    {
        return std::filesystem::is_regular_file(folder / ("out/" + file));
    }

    TemporaryFolder folder;
};

} // namespace

TEST_CASE("scenes that fail do not keep the others from being rendered", "[app]")
{
    const Scenes scenes;
    const Ended ended = scenes.run({"render", "-o", scenes.folder / "out", "--progress", "none"});
    CHECK(ended.code == 3); // of the first failure
    CHECK(scenes.has("first.csv"));
    CHECK(scenes.has("last.csv"));
    CHECK_THAT(ended.err, Contains("broken.yaml:4:8: steps must be"));
    CHECK_THAT(ended.err, Contains("could not write"));
    CHECK_THAT(ended.err,
        Contains("2 of 4 scenes failed: " + (scenes.folder / "broken.yaml") + ", "
            + (scenes.folder / "blocked.yaml")));
}

TEST_CASE("rendering stops at the first scene that fails where --fail-fast asks for it", "[app]")
{
    const Scenes scenes;
    const Ended ended
        = scenes.run({"render", "--fail-fast", "-o", scenes.folder / "out", "--progress", "none"});
    CHECK(ended.code == 3);
    CHECK_FALSE(scenes.has("first.csv"));
    CHECK_FALSE(scenes.has("last.csv"));
}

TEST_CASE("check looks at all scenes", "[app]")
{
    const Scenes scenes;
    const Ended ended = scenes.run({"check"});
    CHECK(ended.code == 3);
    CHECK_THAT(ended.out, Contains("first.yaml: good") && Contains("last.yaml: good"));
    CHECK_THAT(ended.err, Contains("1 of 4 scenes failed"));
}
