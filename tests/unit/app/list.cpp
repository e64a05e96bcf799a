#include "app/reference_text.hpp"

#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/scenes.hpp"

#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>

using namespace thalweg;
using namespace thalweg::app;
using namespace thalweg::test;
using Catch::Contains;

TEST_CASE("every kind of every table has a summary and a page", "[app]")
{
    for (const ReferenceTable& table : reference_tables()) {
        INFO(table.name);
        CHECK_FALSE(table.rows.empty());
        for (const auto& row : table.rows) {
            INFO(row.name);
            CHECK_FALSE(row.summary.empty());
            CHECK_FALSE(row.summary.ends_with('.'));
            CHECK(page_text(row.page()).starts_with(row.name + ": " + row.summary + "\n"));
        }
    }
}

TEST_CASE("list shows tables, rows and pages", "[app]")
{
    const Ended all = run_thalweg({"list"});
    CHECK(all.code == 0);
    for (const char* table :
        {"surfaces", "optimizers", "schedules", "panels", "themes", "outputs", "pages"})
        CHECK_THAT(all.out, Contains(std::string(table) + "\n"));
    CHECK_THAT(run_thalweg({"list", "surfaces"}).out, Contains("  rosenbrock "));

    const std::string page = run_thalweg({"list", "surfaces", "rosenbrock"}).out;
    CHECK_THAT(page, Contains("formula") && Contains("source") && Contains("(1, 1)"));
    CHECK_THAT(run_thalweg({"list", "optimizers", "momentum"}).out,
        Contains("momentum") && Contains("at least 0 and below 1; default 0.9"));
    CHECK_THAT(run_thalweg({"list", "functions"}).out,
        Contains("  floor  the greatest whole number not above a; defined everywhere, with jumps "
                 "at whole numbers\n")
            && Contains("  pi     half the circumference of a circle of radius 1, "
                        "3.14159265358979\n"));
    CHECK(run_thalweg({"list", "functions", "log"}).out
        == "log: the natural logarithm of a; defined where a > 0\n");
    CHECK_THAT(run_thalweg({"list", "outputs", "gif"}).out, Contains("fps"));
}

// UPDATE_DOCS=1 writes the pages anew, and fails, so that they are looked at.
TEST_CASE("the reference pages say what the tables say", "[app]")
{
    for (const ReferenceTable& table : reference_tables())
        if (table.name == "surfaces" || table.name == "functions" || table.name == "mathematics"
            || table.name == "optimizers" || table.name == "schedules") {
            const std::string page = fmt::format("docs/{}.md", table.name);
            INFO(page << " is stale: run the tests with UPDATE_DOCS=1");
            const std::string wanted = table_markdown(table);
            const bool fresh = std::filesystem::exists(page) && read_file(page) == wanted;
            if (!fresh && std::getenv("UPDATE_DOCS"))
                write_file(page, wanted);
            CHECK(fresh);
        }
}

TEST_CASE("a surface's page lists the critical points that the program proves", "[app]")
{
    const std::string page = run_thalweg({"list", "surfaces", "himmelblau"}).out;
    CHECK_THAT(page,
        Contains("9 critical points in the domain, proven to be all")
            && Contains("minimum    (-2.805118, 3.131313), f = 0")
            && Contains("saddle     (0.0866775, 2.884255)")
            && Contains("maximum    (-0.2708446, -0.9230386), f = 181.617"));
}

TEST_CASE("the critical points of a scene's surfaces are listed, and what is undecided", "[app]")
{
    const TemporaryFolder folder;
    write_file(folder / "a.yaml",
        "optimizers: [momentum]\nstart: [1, 1]\ndomain: {x: [-2, 2], y: [-2, 2]}\n"
        "experiments:\n"
        "  smooth: {surface: {kind: formula, formula: (x^2-1)^2+y^2}}\n"
        "  creased: {surface: {kind: formula, formula: abs(x-1)+(y-x)^2}}\n"
        "  measured: {surface: {kind: grid, file: loss.csv}}\n");
    write_file(folder / "loss.csv", "4,1,4\n3,0,3\n4,1,4\n");
    const Ended ended = run_thalweg({"list", "surfaces", folder / "a.yaml"});
    CHECK(ended.code == 0);
    CHECK_THAT(ended.out,
        Contains("3 critical points in the domain, proven to be all")
            && Contains("minimum    (-1, 0), f = 0") && Contains("saddle     (0, 0), f = 1"));
    CHECK_THAT(ended.out,
        Contains("a.yaml, creased\n") && Contains("0 critical points proven; ")
            && Contains(" undecided, ") && Contains("undecided  x [0.9"));
    CHECK_THAT(ended.out,
        Contains("1 critical point of the interpolation; nothing is proven between measured values")
            && Contains("minimum    (1, 1), f = 0"));
    CHECK(run_thalweg({"list", "surfaces", "nowhere.yaml"}).code == 3);
}
