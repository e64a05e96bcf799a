#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/scenes.hpp"

#include <filesystem>

using namespace thalweg::test;
using Catch::Contains;

namespace {

constexpr const char* kScene = "surface: bowl\nsteps: 20\nduration: 2\noptimizers: [momentum]\n"
                               "outputs: [{file: a.mp4, size: 160x90, fps: 10}, b.svg, sub/c.csv, "
                               "{file: d.png, size: 160x90}]\n";

} // namespace

TEST_CASE("every output appears under its name, and nothing else", "[app]")
{
    const TemporaryFolder folder;
    write_file(folder / "scene.yaml", kScene);
    const std::string out = folder / "new/folder";
    const Ended ended = run_thalweg({"render", folder / "scene.yaml", "-o", out});
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(out))
        files.push_back(entry.path().lexically_relative(out).string());
    std::ranges::sort(files);
    CHECK(files == std::vector<std::string>{"a.mp4", "b.svg", "d.png", "sub", "sub/c.csv"});
}

TEST_CASE("the CSV output is what trace prints", "[app]")
{
    const TemporaryFolder folder;
    REQUIRE(render(kScene, folder, {"--only", "*.csv"}).code == 0);
    CHECK_FALSE(std::filesystem::exists(folder / "a.mp4"));
    CHECK(read_file(folder / "sub/c.csv")
        == run_thalweg({"trace", folder / "scene.yaml", "--format", "csv"}).out);
}

TEST_CASE("a dry run makes nothing and says what it would make", "[app]")
{
    const TemporaryFolder folder;
    const Ended ended = render(kScene, folder, {"--dry-run"});
    CHECK(ended.code == 0);
    CHECK_THAT(ended.out, Contains("a.mp4  160x90, 10 fps, 20 frames") && Contains("b.svg"));
    CHECK_FALSE(std::filesystem::exists(folder / "a.mp4"));
}

TEST_CASE("option --set and --at reach the pictures", "[app]")
{
    const TemporaryFolder folder;
    const auto picture = [&](const std::vector<std::string>& options) {
        std::vector<std::string> words = {"--only", "d.png"};
        words.insert(words.end(), options.begin(), options.end());
        REQUIRE(render(kScene, folder, words).code == 0);
        return read_file(folder / "d.png");
    };
    const std::string end = picture({});
    CHECK(picture({"--at", "end"}) == end);
    CHECK(picture({"--at", "start"}) != end);
    CHECK(picture({"--at", "step 0"}) == picture({"--at", "0s"}));
    CHECK(picture({"--set", "style.theme=light"}) != end);
}

TEST_CASE("option -o - streams the first film as y4m", "[app]")
{
    const TemporaryFolder folder;
    write_file(folder / "scene.yaml", kScene);
    const Ended ended
        = run_thalweg({"render", folder / "scene.yaml", "-o", "-", "--progress", "none"});
    CHECK(ended.code == 0);
    CHECK(ended.out.starts_with("YUV4MPEG2 W160 H90 F10:1"));
    const std::size_t frame = 160 * 90 * 3 / 2 + std::string("FRAME\n").size();
    CHECK(ended.out.size() == ended.out.find('\n') + 1 + 20 * frame);
}

TEST_CASE("two scenes may not write one file", "[app]")
{
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "sub");
    write_file(folder / "a.yaml", kScene);
    write_file(folder / "sub/a.yaml", kScene);
    const Ended ended
        = run_thalweg({"render", folder / "a.yaml", folder / "sub/a.yaml", "--dry-run"});
    CHECK(ended.code == 2);
    CHECK_THAT(ended.err, Contains("two scenes would both write"));
}
