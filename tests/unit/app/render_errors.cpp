// What a disk can do to a render.
#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/scenes.hpp"

#include <filesystem>

using namespace thalweg::test;
using Catch::Contains;

namespace {

constexpr const char* kScene = "surface: bowl\nsteps: 200\nduration: 2\noptimizers: [momentum]\n";

std::size_t count_files(const std::string& folder)
{
    const std::filesystem::recursive_directory_iterator all(folder);
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

} // namespace

TEST_CASE("a file in the place of the output folder ends with 5", "[app]")
{
    const TemporaryFolder folder;
    write_file(folder / "scene.yaml", kScene);
    write_file(folder / "out", "a file");
    const Ended ended = run_thalweg({"render", folder / "scene.yaml", "-o", folder / "out"});
    CHECK(ended.code == 5);
    CHECK_THAT(ended.err, Contains("could not make the folder"));
    CHECK(read_file(folder / "out") == "a file");
}

TEST_CASE("a folder in the place of an output ends with 5", "[app]")
{
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "out/a.csv/x");
    write_file(folder / "scene.yaml", std::string(kScene) + "outputs: [a.csv]\n");
    const Ended ended = run_thalweg({"render", folder / "scene.yaml", "-o", folder / "out"});
    CHECK(ended.code == 5);
    CHECK_THAT(ended.err, Contains("could not write"));
    CHECK(count_files(folder / "out") == 2);
}

TEST_CASE("a disk that is full ends with 5 and leaves nothing behind", "[app]")
{
    // No file may grow beyond 8 blocks of 512 bytes; the signal that comes first is ignored.
    const TemporaryFolder folder;
    for (const std::string output : {"{file: a.mp4, size: 320x180}", "{file: a.gif, fps: 10}",
             "a.y4m", "a.png", "'a-%02d.png'", "a.svg", "a.pdf", "a.csv"}) {
        INFO(output);
        write_file(folder / "scene.yaml", std::string(kScene) + "outputs: [" + output + "]\n");
        std::filesystem::create_directory(folder / "out");
        const Ended ended = run_program({"sh", "-c",
            "trap '' XFSZ; ulimit -f 8; exec \"$THALWEG\" render \"$0\" -o \"$1\" --progress none",
            folder / "scene.yaml", folder / "out"});
        CHECK(ended.code == 5);
        CHECK_THAT(ended.err, Contains("could not") && Contains("File too large"));
        CHECK(count_files(folder / "out") == 0);
        std::filesystem::remove_all(folder / "out");
    }
}

TEST_CASE("a small file system that fills up ends with 5 and is left empty", "[app]")
{
    const TemporaryFolder folder;
    write_file(folder / "scene.yaml", std::string(kScene) + "outputs: [a.mp4, a.y4m]\n");
    std::filesystem::create_directory(folder / "out");
    const Ended ended = run_program({"sh", "-c",
        R"(unshare --mount --map-root-user sh -c '
            mount -t tmpfs -o size=64k none "$2" || exit 77
            "$THALWEG" render "$1" -o "$2" --only "*.$3" --progress none; code=$?
            ls -A "$2"; exit $code' - "$0" "$1" y4m)",
        folder / "scene.yaml", folder / "out"});
    if (ended.code == 77 || ended.err.find("unshare") != std::string::npos) {
        WARN("this machine lets nobody mount a file system; skipped");
        return;
    }
    CHECK(ended.code == 5);
    CHECK_THAT(ended.err, Contains("No space left"));
    CHECK(ended.out.empty());
}

TEST_CASE("a stream into /dev/full ends with 5", "[app]")
{
    const TemporaryFolder folder;
    write_file(folder / "scene.yaml", kScene);
    const Ended ended = run_program({"sh", "-c",
        "exec \"$THALWEG\" render \"$0\" -o - --progress none >/dev/full", folder / "scene.yaml"});
    CHECK(ended.code == 5);
    CHECK_THAT(ended.err, Contains("No space left"));
}

TEST_CASE("an invalid scene makes no folder", "[app]")
{
    const TemporaryFolder folder;
    const Ended ended
        = run_thalweg({"render", "tests/bad_scenes/unknown-surface.yaml", "-o", folder / "out"});
    CHECK(ended.code == 3);
    CHECK_FALSE(std::filesystem::exists(folder / "out"));
}
