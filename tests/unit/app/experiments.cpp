#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/scenes.hpp"

using namespace thalweg::test;
using Catch::Contains;

namespace {

constexpr const char* kScene = "surface: bowl\nsteps: 20\nstart: [1, 1]\noptimizers: [momentum]\n"
                               "experiments: {left: {}, right: {surface: saddle}}\n"
                               "outputs: [a.csv]\n";

Ended with_scene(std::vector<std::string> words)
{
    const TemporaryFolder folder;
    write_file(folder / "scene.yaml", kScene);
    words.insert(words.begin() + 1, folder / "scene.yaml");
    return run_thalweg(words);
}

} // namespace

TEST_CASE("a trace of several experiments names the runs of each", "[app]")
{
    const TemporaryFolder folder;
    REQUIRE(render(kScene, folder).code == 0);
    const std::string csv = read_file(folder / "a.csv");
    CHECK_THAT(csv, Contains("\nleft.momentum,0,") && Contains("\nright.momentum,20,"));
    CHECK(with_scene({"trace", "--format", "csv"}).out == csv);
    CHECK(lines_of(with_scene({"trace", "--run", "left.momentum", "--format", "csv"}).out).size()
        == 22);
    CHECK_THAT(with_scene({"trace", "--experiment", "right", "--format", "csv"}).out,
        Contains("\nmomentum,0,") && !Contains("left"));
}

TEST_CASE("a map and its contours are of one experiment", "[app]")
{
    for (const char* command : {"map", "contours"}) {
        const Ended which = with_scene({command});
        CHECK(which.code == 2);
        CHECK_THAT(which.err, Contains("name one by --experiment: left, right"));
        CHECK(with_scene({command, "--experiment", "left"}).code == 0);
        CHECK(with_scene({command, "--experiment", "left"}).out
            != with_scene({command, "--experiment", "right"}).out);
        CHECK_THAT(with_scene({command, "--experiment", "rihgt"}).err,
            Contains("did you mean \"right\"?"));
    }
}

TEST_CASE("check and render refuse a page that is too small before they write anything", "[app]")
{
    const TemporaryFolder folder;
    const Ended rendered = render("surface: bowl\noptimizers: [momentum]\n"
                                  "outputs: [a.csv, {file: figure.pdf, size: 15mm x 8mm}]\n",
        folder);
    CHECK(rendered.code == 3);
    CHECK_THAT(rendered.err,
        Contains("scene.yaml:3:43: figure.pdf: a page of 15 mm x 8 mm is too small for its text; "
                 "it needs at least "));
    CHECK_FALSE(std::filesystem::exists(folder / "a.csv"));
    const Ended checked = run_thalweg({"check", folder / "scene.yaml"});
    CHECK(checked.code == 3);
    CHECK(checked.err == rendered.err);
}

TEST_CASE("check warns where a small frame has no room for the names of its runs", "[app]")
{
    const TemporaryFolder folder;
    std::string optimizers;
    for (int i = 1; i <= 12; ++i)
        optimizers += "  - {kind: adam, name: run " + std::to_string(i)
            + ", label: a name of thirty letters no " + std::to_string(i) + "}\n";
    write_file(folder / "scene.yaml",
        "surface: bowl\nsteps: 20\noutputs:\n  - {file: small.mp4, size: 320x180}\noptimizers:\n"
            + optimizers);
    const Ended checked = run_thalweg({"check", folder / "scene.yaml"});
    CHECK(checked.code == 0);
    CHECK_THAT(checked.err,
        Contains("scene.yaml:4:29: warning: small.mp4 has no room for ") && Contains("names of"));
}
