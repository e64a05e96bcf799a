#include "support/catch.hpp"
#include "support/program.hpp"

#include <filesystem>

using namespace thalweg::test;

namespace {

/// Starts a long render, waits until it has begun a file, sends it a signal.
Ended interrupted(
    const TemporaryFolder& folder, const std::string& output, const std::string& signal)
{
    write_file(folder / "scene.yaml",
        "surface: bowl\nduration: 600\noptimizers: [momentum]\noutputs: [" + output + "]\n");
    std::filesystem::create_directory(folder / "out");
    return run_program({"sh", "-c",
        R"sh("$THALWEG" render "$0" -o "$1" --progress none & child=$!
             while [ -z "$(ls -A "$1")" ] && kill -0 $child; do sleep 0.05; done
             kill -s "$2" $child; wait $child)sh",
        folder / "scene.yaml", folder / "out", signal});
}

} // namespace

TEST_CASE("an interrupted render ends with 128 + the signal and leaves nothing behind", "[app]")
{
    const std::pair<const char*, int> signals[] = {{"INT", 130}, {"TERM", 143}, {"HUP", 129}};
    for (const auto& [signal, code] : signals)
        for (const std::string output : {"a.mp4", "a.gif", "a.y4m"}) {
            const TemporaryFolder folder;
            const Ended ended = interrupted(folder, output, signal);
            INFO(signal << " " << output << ": " << ended.err);
            CHECK(ended.code == code);
            CHECK_THAT(ended.err, Catch::Contains("interrupted"));
            CHECK(std::filesystem::is_empty(folder / "out"));
        }
}

TEST_CASE("a signal ends the program where it computes, and where its reader stalls", "[app]")
{
    const TemporaryFolder folder;
    write_file(folder / "hard.yaml",
        "surface: {kind: formula, formula: 'sin(900*x*y) + cos(700*x^2)', "
        "domain: {x: [-9, 9], y: [-9, 9]}}\noptimizers: [momentum]\n");
    write_file(folder / "film.yaml", "surface: bowl\nduration: 600\noptimizers: [momentum]\n");
    for (const std::string command : {"contours \"$0\"/hard.yaml", "check \"$0\"/hard.yaml",
             "render \"$0\"/film.yaml -o -", "trace \"$0\"/film.yaml --format json"}) {
        // A pipe that nobody reads from.
        const Ended ended = run_program({"sh", "-c",
            "mkfifo \"$0\"/pipe; exec 3<>\"$0\"/pipe; rm \"$0\"/pipe; \"$THALWEG\" " + command
                + " >&3 & child=$!; sleep 0.5; kill -TERM $child; wait $child",
            folder.path().string()});
        INFO(command << ": " << ended.err);
        CHECK(ended.code == 143);
        CHECK_THAT(ended.err, Catch::Contains("interrupted"));
    }
}
