#include "panel/contour/plan.hpp"
#include "panel/loss_plan.hpp"
#include "scene/scene.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

using namespace thalweg;
using namespace thalweg::scene;

namespace {

using Names = std::vector<std::string>;

figure::FigurePlan figure_of(const std::string& text)
{
    const test::TemporaryFolder folder;
    test::write_file(
        folder / "a.yaml", "surface: rosenbrock\noptimizers: [momentum, adam]\n" + text);
    return load_scene(folder / "a.yaml").figure;
}

Names names_of(const figure::FigurePlan& plan)
{
    Names names;
    for (const figure::NamedPanel& one : plan.panels)
        names.push_back(one.name);
    return names;
}

} // namespace

TEST_CASE("without a layout a picture shows all parts in reading order", "[scene]")
{
    CHECK(names_of(figure_of("")) == Names{"title", "map", "legend", "loss", "colorbar"});
    const auto plan
        = figure_of("panels: {words: {kind: text, text: hello}, far: contour, near: contour}\n");
    CHECK(names_of(plan) == Names{"title", "far", "near", "legend", "words", "loss", "colorbar"});
    CHECK_FALSE(plan.layout.wide);
    CHECK_FALSE(plan.layout.map_only);
}

TEST_CASE("a map without fill has no bar; the legend can be left out", "[scene]")
{
    CHECK(names_of(figure_of("panels: {map: {kind: contour, fill: false}}\n"))
        == Names{"title", "map", "legend", "loss"});
    CHECK(names_of(figure_of("panels: {map: {kind: contour, legend: false, colorbar: false}}\n"))
        == Names{"title", "map", "loss"});
}

TEST_CASE("the map may stand alone", "[scene]")
{
    CHECK(figure_of("layout: map\n").layout.map_only);
}

TEST_CASE("a mosaic chooses its panels and says where they are", "[scene]")
{
    const auto plan
        = figure_of("layout: {grid: [[map, map, legend], [map, map, .]], widths: [2, 2, 1]}\n");
    REQUIRE(plan.layout.wide);
    CHECK(plan.layout.wide->rows
        == std::vector<Names>{{"map", "map", "legend"}, {"map", "map", "."}});
    CHECK(plan.layout.wide->widths == std::vector<double>{2, 2, 1});
    CHECK(plan.layout.wide->heights.empty());
    CHECK_FALSE(plan.layout.tall);
    CHECK(names_of(plan) == Names{"map", "legend"});
}

TEST_CASE("wide and tall pictures may have mosaics of their own", "[scene]")
{
    const auto plan = figure_of(
        "layout: {wide: [[map, loss]], tall: {grid: [[map], [table]], heights: [3, 1]}}\n");
    CHECK(plan.layout.wide->rows.size() == 1);
    CHECK(plan.layout.tall->heights == std::vector<double>{3, 1});
    CHECK(names_of(plan) == Names{"map", "loss", "table"});
}

TEST_CASE("panels without an entry show the runs of the maps beside them", "[scene]")
{
    using Runs = std::vector<std::size_t>;
    const auto runs_of = [](const figure::FigurePlan& plan, const std::string& name) {
        return std::ranges::find(plan.panels, name, &figure::NamedPanel::name)->plan->runs;
    };
    const std::string one_map = "panels: {near: {kind: contour, runs: [adam]}}\n";
    CHECK(runs_of(figure_of(one_map), "loss") == Runs{1});
    CHECK(runs_of(figure_of(one_map + "layout: [[near, table]]\n"), "table") == Runs{1});
    // A map that is not shown decides nothing.
    const auto other = figure_of(one_map + "layout: [[map, loss]]\n");
    CHECK(runs_of(other, "map") == Runs{0, 1});
    CHECK(runs_of(other, "loss") == Runs{0, 1});
    CHECK(runs_of(figure_of(one_map + "layout: [[map, near, loss]]\n"), "loss") == Runs{0, 1});
}

TEST_CASE("panels say which runs they show, by name, label or kind", "[scene]")
{
    const auto plan = figure_of("panels: {map: {kind: contour, runs: [adam]}, curve: {kind: loss, "
                                "runs: [momentum], quantity: distance}}\n");
    for (const figure::NamedPanel& one : plan.panels) {
        if (one.name == "map")
            CHECK(dynamic_cast<const panel::ContourPlan&>(*one.plan).runs
                == std::vector<std::size_t>{1});
        if (one.name == "curve")
            CHECK(dynamic_cast<const panel::LossPlan&>(*one.plan).runs
                == std::vector<std::size_t>{0});
    }
    CHECK(names_of(plan) == Names{"title", "map", "legend", "curve", "colorbar"});
}
