#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/scenes.hpp"

#include <filesystem>

using namespace thalweg::test;
using Catch::Contains;
using Catch::StartsWith;

namespace {

/// What `check` warns of in a scene that is valid.
std::string warnings_of(const TemporaryFolder& folder, const std::string& scene)
{
    write_file(folder / "a.yaml", scene);
    const Ended ended = run_thalweg({"check", folder / "a.yaml"});
    CHECK(ended.code == 0);
    return ended.err;
}

} // namespace

TEST_CASE("every scene of the project is good", "[app]")
{
    std::vector<std::string> words = {"check"};
    for (const auto& entry : std::filesystem::directory_iterator("scenes"))
        if (entry.path().extension() == ".yaml")
            words.push_back(entry.path().string());
    REQUIRE(words.size() > 5);
    const Ended ended = run_thalweg(words);
    INFO(ended.err);
    CHECK(ended.code == 0);
    std::size_t verdicts = 0; // others tell of the form of pages
    for (const std::string& line : lines_of(ended.out))
        verdicts += line.starts_with("scenes/");
    CHECK(verdicts == words.size() - 1);
}

TEST_CASE("the demonstration has nothing to warn of", "[app]")
{
    CHECK(run_thalweg({"check", "scenes/rosenbrock.yaml"}).err.empty());
}

TEST_CASE("problems of all scenes are told, good ones beside them", "[app]")
{
    const Ended ended = run_thalweg({"check", "tests/bad_scenes/unknown-surface.yaml",
        "scenes/rosenbrock.yaml", "nowhere.yaml"});
    CHECK(ended.code == 3);
    CHECK_THAT(ended.out, Contains("scenes/rosenbrock.yaml: good"));
    CHECK(ended.err
        == "tests/bad_scenes/unknown-surface.yaml:2:10: unknown surface \"himmelblow\" "
           "(did you mean \"himmelblau\"?)\nnowhere.yaml: could not be read: No such file or "
           "directory\n"
           "thalweg: 2 of 3 scenes failed: tests/bad_scenes/unknown-surface.yaml, nowhere.yaml\n");
}

TEST_CASE("a limit that is exceeded ends with 4", "[app]")
{
    const Ended ended = run_thalweg({"check", "tests/bad_scenes/alias-bomb.yaml"});
    CHECK(ended.code == 4);
    CHECK_THAT(ended.err, Contains("THALWEG_MAX_NODES"));
    const Ended raised = run_program(
        {"sh", "-c", "THALWEG_MAX_POINTS=100 \"$THALWEG\" check scenes/rosenbrock.yaml"});
    CHECK(raised.code == 4);
    CHECK_THAT(raised.err, Contains("THALWEG_MAX_POINTS"));
}

TEST_CASE("runs that diverge or start outside are warnings with their place", "[app]")
{
    const TemporaryFolder folder;
    const std::string warnings = warnings_of(folder,
        "surface: bowl\ndomain: {x: [-1, 1], y: [-1, 1]}\nstart: [3, 0]\n"
        "optimizers:\n  - {kind: gradient-descent, learning_rate: 20}\n");
    CHECK_THAT(
        warnings, Contains("a.yaml:5:5: warning: the run \"gradient-descent\" starts at (3, 0)"));
    CHECK_THAT(
        warnings, Contains("a.yaml:5:5: warning: the run \"gradient-descent\" diverges at step"));
    // On this bowl the curvature is 2 everywhere, so 2 / 2 is the greatest learning rate.
    CHECK_THAT(warnings, Contains("the critical learning rate at the start is 1"));
}

TEST_CASE("a run that ends in a 2-cycle is a warning that says so", "[app]")
{
    const TemporaryFolder folder;
    // Beside the minimum at 1 the curvature is 8: from 1/4 on, descent jumps over it for ever.
    const std::string warnings = warnings_of(folder,
        "surface: {kind: formula, formula: (x^2-1)^2+y^2}\nstart: [0.9, 0.5]\nsteps: 3000\n"
        "optimizers:\n  - {kind: gradient-descent, learning_rate: 0.26}\n");
    CHECK_THAT(warnings,
        Contains("a.yaml:5:5: warning: the run \"gradient-descent\" jumps between (")
            && Contains("; the critical learning rate between them is 0.2"));
}

TEST_CASE("a run that leaves the defined region is a warning that says so", "[app]")
{
    const TemporaryFolder folder;
    const std::string warnings = warnings_of(folder,
        "surface: {kind: formula, formula: x*log(x) + y^2}\nstart: [1, 0]\n"
        "optimizers:\n  - {kind: gradient-descent, learning_rate: 1.5}\n");
    CHECK_THAT(warnings,
        Contains("a.yaml:4:5: warning: the run \"gradient-descent\" leaves the region where the "
                 "surface is defined, at step 1"));
    CHECK_THAT(run_thalweg({"trace", folder / "a.yaml"}).out,
        Contains("left the defined region at step 1"));
}

TEST_CASE("what a picture would show badly is a warning with its place", "[app]")
{
    const TemporaryFolder folder;
    const auto warnings = [&](const std::string& scene) { return warnings_of(folder, scene); };
    const std::string runs = "surface: bowl\noptimizers: [{kind: momentum, color: \"";
    const std::string dark = "\"}]\nstyle: {theme: dark}\n";
    CHECK_THAT(warnings(runs + "#101520" + dark),
        Contains("a.yaml:2:14: warning: the color of the run \"momentum\" is too near to the "
                 "background of the dark theme"));
    CHECK_THAT(warnings(runs + "#3FD7CD" + dark),
        Contains("a.yaml:2:14: warning: the color of the run \"momentum\" is among the colours of "
                 "the trails of the dark theme"));
    CHECK(warnings(runs + "#80C5FF" + dark).empty());
    CHECK(warnings(runs + "#101520\"}]\noutputs: [a.pdf]\n").empty()); // pages are light
    // By run, trails take no colours of their own.
    CHECK(warnings(runs + "#3FD7CD\"}]\nstyle: {theme: dark, trail: {colors: by-run}}\n").empty());

    CHECK_THAT(warnings("title: A\xF3\xB0\x80\x80Z\nsurface: bowl\noptimizers: [momentum]\n"),
        Contains("a.yaml:1:8: warning: no installed font has these characters of")
            && Contains(": \xF3\xB0\x80\x80\n"));
    CHECK_THAT(warnings("surface: {kind: formula, formula: log(-1 - x^2)}\nstart: [1, 1]\n"
                        "optimizers: [momentum]\n"),
        Contains("a.yaml:1:10: warning: the surface has no finite value anywhere in its domain"));
}

TEST_CASE("a panel that a scene writes and a picture lacks is a warning", "[app]")
{
    const TemporaryFolder folder;
    write_file(folder / "a.yaml",
        "surface: rosenbrock\nsteps: 20\noptimizers: [momentum]\n"
        "panels: {loss: {kind: loss, quantity: distance}}\n"
        "outputs: [large.png, {file: column.pdf, page: nature-column}]\n");
    const std::string warning = "warning: column.pdf has no room for the panel \"loss\"";
    const Ended checked = run_thalweg({"check", folder / "a.yaml"});
    CHECK(checked.code == 0);
    CHECK_THAT(checked.err, Contains("a.yaml:5:") && Contains(warning) && !Contains("large.png"));
    const Ended rendered = run_thalweg({"render", folder / "a.yaml", "-o", folder / "out"});
    CHECK_THAT(rendered.err, Contains(warning));
}

TEST_CASE("a picture without room for names is a warning, to check as to render", "[app]")
{
    const TemporaryFolder folder;
    write_file(folder / "a.yaml",
        "surface: rosenbrock\nsteps: 20\noptimizers:\n"
        "  - {kind: momentum, label: a name that needs more than two lines of a small picture}\n"
        "outputs:\n  - {file: large.png, size: 640x360}\n"
        "  - {file: small.png, size: 60x60}\n");
    const std::string warning = (folder / "a.yaml")
        + ":7:29: warning: small.png has no room for the legend with the names of the runs\n";
    const Ended checked = run_thalweg({"check", folder / "a.yaml"});
    CHECK(checked.code == 0);
    CHECK_THAT(checked.err, Contains(warning) && !Contains("large.png"));
    CHECK_THAT(checked.out, !Contains("good") && Contains("warning"));
    const Ended rendered = run_thalweg({"render", folder / "a.yaml", "-o", folder / "out"});
    CHECK(rendered.code == 0);
    CHECK_THAT(rendered.err, Contains(warning));
}

TEST_CASE("a film too short for the eye is a warning that says how long it should be", "[app]")
{
    const TemporaryFolder folder;
    const std::string warnings = warnings_of(folder,
        "surface: bowl\ndomain: {x: [-2, 2], y: [-2, 2]}\nstart: [-1.5, 0]\nsteps: 40\n"
        "duration: 5\noptimizers:\n  - {kind: gradient-descent, learning_rate: 1}\n");
    CHECK_THAT(warnings, Contains("a.yaml:5:11: warning: the runs move too fast to be followed"));
    CHECK_THAT(warnings, Contains("write \"duration: 13\"")); // 2.3 s and 40 * 361 / 24 / 60
    // At the critical learning rate it jumps to and fro, which is all that is left to say.
    CHECK(run_thalweg({"check", folder / "a.yaml", "--set", "duration=13"}).err
        == (folder / "a.yaml")
            + ":7:5: warning: the run \"gradient-descent\" jumps between (1.5, 0) and (-1.5, 0) "
              "from step 0 on; the critical learning rate between them is 1\n");
}

TEST_CASE("what a grid's file lacks is a warning with its place", "[app]")
{
    const TemporaryFolder folder;
    write_file(folder / "loss.csv", "4,3,2,3\n3,nan,1,2\n2,1,0,1\n3,2,1,2\n");
    const std::string warnings = warnings_of(folder,
        "surface: {kind: grid, file: loss.csv}\nstart: [2.5, 2.2]\nsteps: 5\n"
        "optimizers: [{kind: gradient-descent, learning_rate: 0.01}]\n");
    CHECK_THAT(warnings,
        Contains("a.yaml:1:10: warning: loss.csv holds no axes: x counts its columns from 0 to 3")
            && Contains("a.yaml:1:10: warning: 1 of the 16 values of loss.csv is missing: the "
                        "cells around it are undefined ground"));
}

TEST_CASE("check says whether a page shows the ground in space as vectors", "[app]")
{
    const TemporaryFolder folder;
    const auto said_of = [&](const std::string& surface) {
        write_file(folder / "scene.yaml",
            "surface: " + surface
                + "\noptimizers: [momentum]\nsteps: 20\npanels: {space: {kind: surface-3d}}\n"
                  "layout: [[space]]\noutputs: [{file: a.pdf, page: science-1}]\n");
        return run_thalweg({"check", folder / "scene.yaml"}).out;
    };
    CHECK_THAT(said_of("bowl"),
        StartsWith("a.pdf: the ground of the surface in space is drawn as vectors, about "));
    CHECK_THAT(said_of("rastrigin"),
        StartsWith("a.pdf: the ground of the surface in space is one picture at 300 dpi, since "
                   "vectors would take more than 500 KB\n"));
}
