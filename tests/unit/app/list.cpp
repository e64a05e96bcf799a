#include "app/reference.hpp"

#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/scenes.hpp"

using namespace thalweg;
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
            CHECK(row.page().starts_with(row.name + ": " + row.summary + "\n"));
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
    CHECK_THAT(run_thalweg({"list", "outputs", "gif"}).out, Contains("fps"));
}
