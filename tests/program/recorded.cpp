// What the program writes about runs, it can play again.
#include "support/catch.hpp"
#include "support/scenes.hpp"

using namespace thalweg::test;

namespace {

/// Step, place and loss: what a recorded run shares with the one that was recorded.
std::string without_rates(const std::string& csv, const std::string& run)
{
    std::string rows;
    for (const std::string& line : lines_of(csv))
        if (line.starts_with(run + ","))
            rows += line.substr(run.size(), line.rfind(',') - run.size()) + "\n";
    return rows;
}

} // namespace

TEST_CASE("a trace and a CSV output play again as recorded runs", "[recorded]")
{
    const TemporaryFolder folder;
    const std::string scene = "surface: rosenbrock\nsteps: 40\noutputs: [runs.csv]\noptimizers:\n"
                              "  - momentum\n  - {kind: adam, label: 'adam, \"quoted\"'}\n";
    REQUIRE(render(scene, folder).code == 0);
    const Ended trace = run_thalweg({"trace", folder / "scene.yaml", "--format", "csv"});
    REQUIRE(trace.code == 0);
    write_file(folder / "trace.csv", trace.out);
    for (const std::string file : {"trace.csv", "runs.csv"}) {
        write_file(folder / "again.yaml",
            "surface: rosenbrock\noptimizers:\n  - {kind: recorded, file: " + file
                + ", run: momentum, label: one}\n  - {kind: recorded, file: " + file
                + ", run: 'adam, \"quoted\"', label: two}\n");
        const Ended again = run_thalweg({"trace", folder / "again.yaml", "--format", "csv"});
        REQUIRE(again.code == 0);
        CHECK(lines_of(again.out).size() == 83);
        CHECK(without_rates(again.out, "one") == without_rates(trace.out, "momentum"));
        CHECK(without_rates(again.out, "two")
            == without_rates(trace.out, "\"adam, \"\"quoted\"\"\""));
        CHECK(run_thalweg({"check", folder / "again.yaml"}).code == 0);
    }
}
