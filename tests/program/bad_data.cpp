// Surfaces and data that nobody would want to see: a clear error, or a picture of what there is.
#include "support/catch.hpp"
#include "support/scenes.hpp"

#include <sys/stat.h>

using namespace thalweg::test;

namespace {

const std::string kRuns
    = "steps: 20\noutputs: [a.png, a.svg, a.csv]\noptimizers: [momentum, newton]\n";

std::string formula(const std::string& text)
{
    return "surface: {kind: formula, formula: \"" + text
        + "\", domain: {x: [-1, 1], y: [-1, 1]}}\nstart: [0, 0.5]\n" + kRuns;
}

} // namespace

TEST_CASE("a surface is drawn where it has values", "[bad-data]")
{
    for (const char* text : {"1/x + y^2", "1/(x-x)", "log(x) + y", "sqrt(-1 - x^2)", "3", "x^x",
             "1e308*(x+1)*10 + y", "exp(exp(exp(10*x + 5)))"}) {
        INFO(text);
        const TemporaryFolder folder;
        const Ended ended = render(formula(text), folder);
        CHECK(ended.err.find("thalweg: ") == std::string::npos);
        CHECK(ended.code == 0);
        CHECK(run_thalweg({"check", folder / "scene.yaml"}).code == 0);
        CHECK(run_thalweg({"contours", folder / "scene.yaml"}).code == 0);
    }
}

TEST_CASE("a grid with hardly a value is drawn, too", "[bad-data]")
{
    for (const char* csv : {"1,2\n3,4\n", "1,1\n1,1\n", "nan,nan,nan\nnan,1,2\nnan,3,4\n",
             "nan,nan\nnan,1\n", "1e300,-1e300\n5,inf\n"}) {
        INFO(csv);
        const TemporaryFolder folder;
        write_file(folder / "grid.csv", csv);
        CHECK(render("surface: {kind: grid, file: grid.csv}\n" + kRuns, folder).code == 0);
    }
}

TEST_CASE("what is no data file is an error at its name in the scene", "[bad-data]")
{
    const TemporaryFolder folder;
    write_file(folder / "empty", "");
    std::filesystem::create_directory(folder / "folder");
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    write_file(folder / "zeros", std::string(5000, '\0'));
    write_file(folder / "short.npy", "\x93NUMPY");
    for (const std::string file : {"empty", "folder", "pipe", "zeros", "short.npy", "missing"})
        for (const std::string surface : {"grid", "least-squares", "logistic"}) {
            INFO(surface << " of " << file);
            write_file(folder / "a.yaml",
                "surface: {kind: " + surface + ", file: " + file + "}\n" + kRuns);
            const Ended ended = run_thalweg({"check", folder / "a.yaml"});
            CHECK(ended.code == 3);
            CHECK_THAT(ended.err, Catch::Contains("a.yaml:1:") && Catch::Contains(file + ": "));
        }
    for (const std::string file : {"empty", "folder", "pipe", "zeros", "short.npy", "missing"}) {
        INFO("a path of " << file);
        write_file(folder / "a.yaml",
            "surface: bowl\noptimizers:\n  - {kind: recorded, file: " + file + "}\n");
        const Ended ended = run_thalweg({"check", folder / "a.yaml"});
        CHECK(ended.code == 3);
        CHECK_THAT(ended.err, Catch::Contains("a.yaml:3:28: " + file + ": "));
    }
}
