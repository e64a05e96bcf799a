// Standard streams that are closed, or whose reader has gone.
#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/scenes.hpp"

using namespace thalweg::test;

namespace {

const std::string kScene = "surface: bowl\nsteps: 5000\nduration: 2\noptimizers: [momentum]\n"
                           "outputs: [{file: a.mp4, size: 320x180}]\n";

/// Runs a line of the shell in which $0 is a folder with scene.yaml.
Ended run_line(const TemporaryFolder& folder, const std::string& line)
{
    write_file(folder / "scene.yaml", kScene);
    return run_program({"bash", "-c", line, folder.path().string()});
}

} // namespace

TEST_CASE("with closed streams nothing but the film is in the film", "[app]")
{
    const TemporaryFolder folder;
    const std::string render
        = "\"$THALWEG\" render \"$0\"/scene.yaml -j 1 --progress plain -o \"$0\"";
    REQUIRE(run_line(folder, render + "/open").code == 0);
    CHECK(run_line(folder, render + "/closed <&- >&- 2>&-").code == 0);
    CHECK(run_line(folder, render + "/quiet 2>&-").code == 0);
    const std::string film = read_file(folder / "open/a.mp4");
    CHECK((film == read_file(folder / "closed/a.mp4")));
    CHECK((film == read_file(folder / "quiet/a.mp4")));
}

TEST_CASE("data for a closed standard output is an error", "[app]")
{
    const TemporaryFolder folder;
    const Ended ended = run_line(folder, "\"$THALWEG\" trace \"$0\"/scene.yaml >&-");
    CHECK(ended.code == 5);
    CHECK(ended.err == "thalweg: could not write to standard output: Bad file descriptor\n");
}

TEST_CASE("a reader that has had enough ends a table quietly", "[app]")
{
    const TemporaryFolder folder;
    const Ended ended = run_line(folder,
        "\"$THALWEG\" trace \"$0\"/scene.yaml --format json | head -c 10; echo "
        "\"${PIPESTATUS[0]}\"");
    CHECK(ended.err.empty());
    CHECK_THAT(ended.out, Catch::EndsWith("141\n"));
}

TEST_CASE("a file that may not grow is an error, without anybody ignoring the signal", "[app]")
{
    const TemporaryFolder folder;
    const Ended ended = run_line(folder,
        "ulimit -f 4; exec \"$THALWEG\" render \"$0\"/scene.yaml --progress none -o \"$0\"/out");
    CHECK(ended.code == 5);
    CHECK_THAT(ended.err, Catch::Contains("File too large"));
    CHECK(std::filesystem::is_empty(folder / "out"));
}

TEST_CASE("messages hold no escapes of others", "[app]")
{
    const TemporaryFolder folder;
    const std::string red = "a\x1b[31m.yaml";
    write_file(folder / red, "surface: \"bo\\e[31mwl\"\n\"\\x9b\": 1\noptimizers: [momentum]\n");
    write_file(folder / "good\x1b[31m.yaml", "surface: bowl\noptimizers: [momentum]\n");
    for (const std::vector<std::string>& words :
        std::vector<std::vector<std::string>>{{"check", folder / red},
            {"check", folder / "missing\x1b[31m.yaml"}, {"check", folder / "good\x1b[31m.yaml"},
            {"render", folder / red, "--only", "\x1b[31m"}, {"\x1b[31m"}, {"check", "--\x1b[31m"},
            {"check", folder / "good\x1b[31m.yaml", "--set", "\x1b[31m=\x1b"}}) {
        const Ended ended = run_thalweg(words);
        INFO(ended.err);
        CHECK(ended.err.find('\x1b') == std::string::npos);
        CHECK(ended.out.find('\x1b') == std::string::npos);
        CHECK(ended.err.size() + ended.out.size() > 0);
    }
}
