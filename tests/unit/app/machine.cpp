// What a machine may lack: memory, fonts, the module that writes films.
#include "support/catch.hpp"
#include "support/program.hpp"

#include <cstdlib>
#include <filesystem>

using namespace thalweg::test;
using Catch::Contains;

TEST_CASE("what would not fit into the memory is refused by check and by render", "[app]")
{
    const TemporaryFolder folder;
    for (const std::string output :
        {"a.mp4", "{file: a.gif, size: 1920x1080}", "a.y4m", "{file: a.webp, size: 1920x1080}",
            "{file: a.apng, size: 1920x1080}", "a.jpg", "a.png", "'a-%d.png'"}) {
        write_file(folder / "scene.yaml",
            "surface: bowl\noptimizers: [momentum]\noutputs: [" + output + "]\n");
        for (const std::string command : {"check", "render --progress none -o \"$0.out\""}) {
            INFO(command << " " << output);
            const Ended ended = run_program({"sh", "-c",
                "THALWEG_MAX_MEMORY=140000000 exec \"$THALWEG\" " + command + " \"$0\"",
                folder / "scene.yaml"});
            CHECK(ended.code == 4);
            CHECK_THAT(ended.err, Contains("scene.yaml:3:") && Contains("THALWEG_MAX_MEMORY"));
        }
        CHECK_FALSE(std::filesystem::exists(folder / "scene.yaml.out"));
    }
}

TEST_CASE("with memory for one thread a film is made by one", "[app]")
{
    const TemporaryFolder folder;
    write_file(folder / "scene.yaml",
        "surface: bowl\nduration: 0.5\noptimizers: [momentum]\noutputs: [a.mp4]\n");
    const Ended ended = run_program(
        {"sh", "-c", "THALWEG_MAX_MEMORY=250000000 exec \"$THALWEG\" render -j 64 \"$0\" -o \"$1\"",
            folder / "scene.yaml", folder.path().string()});
    INFO(ended.err);
    CHECK(ended.code == 0);
}

TEST_CASE("a system without fonts is told what to install", "[app]")
{
    const TemporaryFolder folder;
    write_file(folder / "scene.yaml",
        "surface: bowl\noptimizers: [momentum]\noutputs: [a.png, a.svg, a.pdf]\n");
    write_file(folder / "fonts.conf", "<fontconfig></fontconfig>");
    const Ended ended = run_program({"sh", "-c",
        R"(unshare --mount --map-root-user sh -c '
            mount -t tmpfs none /usr/share/fonts || exit 77
            FONTCONFIG_FILE="$1/fonts.conf" "$THALWEG" render "$1/scene.yaml" -o "$1/out"' - "$0")",
        folder.path().string()});
    if (ended.code == 77 || ended.err.find("unshare") != std::string::npos) {
        WARN("this machine lets nobody mount a file system; skipped");
        return;
    }
    CHECK(ended.code == 5);
    CHECK_THAT(ended.err, Contains("this system has no fonts; install Noto Sans"));
}

TEST_CASE("without the module for films, all else works, and the error names the module", "[app]")
{
    const TemporaryFolder folder;
    const std::string lone = folder / "thalweg"; // a copy that has no module beside it
    std::filesystem::copy_file(std::getenv("THALWEG"), lone);
    const auto render = [&](const std::string& outputs) {
        write_file(folder / "scene.yaml",
            "surface: bowl\nduration: 0.5\noptimizers: [momentum]\noutputs: [" + outputs + "]\n");
        return run_program({lone, "render", folder / "scene.yaml", "-o", folder / "out"});
    };
    CHECK(render("a.png, a.apng, 'a-%d.png', a.pdf, a.svg, a.csv").code == 0);
    for (const std::string film : {"a.mp4", "a.gif", "a.y4m"}) {
        INFO(film);
        const Ended ended = render(film);
        CHECK(ended.code == 5);
        CHECK_THAT(ended.err, Contains("thalweg-film.so"));
        CHECK_FALSE(std::filesystem::exists(folder / ("out/" + film)));
        CHECK(run_program({lone, "check", folder / "scene.yaml"}).code == 0);
    }
}
