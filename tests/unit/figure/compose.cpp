#include "figure/figure.hpp"

#include "support/catch.hpp"
#include "support/experiments.hpp"
#include "unit/figure/wishes.hpp"

#include <algorithm>

using namespace thalweg;
using namespace thalweg::figure;
using test::WishPlan;

namespace {

panel::PanelPlanPtr map_plan(double aspect = 1)
{
    return std::make_shared<WishPlan>(
        panel::SizeRequest{.least_width = 60, .least_height = 60, .aspect = aspect});
}
panel::PanelPlanPtr text_plan(double width, double height)
{
    return std::make_shared<WishPlan>(
        panel::SizeRequest{.least_width = width, .least_height = height, .stretches = false});
}
panel::PanelPlanPtr curve_plan()
{
    return std::make_shared<WishPlan>(panel::SizeRequest{.least_width = 120, .least_height = 60});
}

FigurePlan usual()
{
    return {.layout = {},
        .panels
        = {{"title", text_plan(180, 50)}, {"map", map_plan()}, {"legend", text_plan(180, 90)},
            {"loss", curve_plan()}, {"colorbar", text_plan(100, 30)}}};
}

panel::Context context()
{
    return test::context_of(test::experiments_of({test::arc_of({0, 1}, 1, 0, 0.5, 300)}));
}

const PlacedItem* find(const Figure& figure, const std::string& name)
{
    const auto found = std::ranges::find(figure.items(), name, &PlacedItem::name);
    return found == figure.items().end() ? nullptr : &*found;
}

void check_apart(const Figure& figure)
{
    const Box picture{{0, figure.format().width}, {0, figure.format().height}};
    for (const PlacedItem& one : figure.items()) {
        CHECK(hull(picture, one.outer) == picture);
        for (const PlacedItem& other : figure.items())
            CHECK((&one == &other || !overlap(one.outer, other.outer)));
    }
}

} // namespace

TEST_CASE("a film in landscape has its map at the left in full height", "[compose]")
{
    const auto figure = compose(usual(), context(), canvas::film_format(1920, 1080));
    check_apart(*figure);
    REQUIRE(find(*figure, "loss"));
    const Box map = find(*figure, "map")->outer;
    CHECK(map.height() > 0.85 * 540);
    CHECK(find(*figure, "title")->outer.x.lo > map.x.hi);
    CHECK(find(*figure, "colorbar")->outer.y.lo > find(*figure, "loss")->outer.y.hi);
}

TEST_CASE("a portrait film stacks its panels, the map across its width", "[compose]")
{
    const auto figure = compose(usual(), context(), canvas::film_format(1080, 1920));
    check_apart(*figure);
    const Box map = find(*figure, "map")->outer;
    CHECK(map.width() > 0.85 * 540);
    CHECK(find(*figure, "title")->outer.y.hi < map.y.lo);
    CHECK(find(*figure, "legend")->outer.y.lo > map.y.hi);
    CHECK(find(*figure, "loss")->outer.y.lo > find(*figure, "legend")->outer.y.hi);
}

TEST_CASE("a square keeps three tenths for its map", "[compose]")
{
    const auto figure = compose(usual(), context(), canvas::film_format(1080, 1080));
    check_apart(*figure);
    const Box map = find(*figure, "map")->outer;
    CHECK(map.width() * map.height() >= 0.3 * 540 * 540);
}

TEST_CASE("a mosaic puts every name into its rectangle", "[compose]")
{
    FigurePlan plan = usual();
    plan.layout.wide = Mosaic{.rows = {{"map", "map", "loss"}, {"map", "map", "."}}};
    const auto figure = compose(plan, context(), canvas::film_format(1920, 1080));
    check_apart(*figure);
    CHECK(!find(*figure, "legend"));
    CHECK(find(*figure, "loss")->outer.y.hi < find(*figure, "map")->outer.center().y + 16);
    const auto tall = compose(plan, context(), canvas::film_format(1080, 1920));
    CHECK(find(*tall, "loss")->outer.y.lo > find(*tall, "map")->outer.y.hi);
}

TEST_CASE("a page too small for its text says how large it must be", "[compose]")
{
    constexpr double kMillimetre = 72 / 25.4;
    for (const double aspect : {1.0, 0.6}) {
        std::vector<double> needed;
        for (const double width_mm : {15.0, 17.3, 20.0, 21.0, 22.6}) {
            CAPTURE(width_mm, aspect);
            try {
                compose(usual(), context(),
                    canvas::page_format(width_mm * kMillimetre, aspect * width_mm * kMillimetre));
                FAIL("it fits");
            } catch (const DoesNotFit& refusal) {
                CHECK(refusal.needed_width > width_mm * kMillimetre);
                needed.push_back(refusal.needed_width / kMillimetre);
                CHECK(needed.back() == Approx(std::round(needed.back())));
                CHECK_NOTHROW(compose(usual(), context(),
                    canvas::page_format(refusal.needed_width, refusal.needed_height)));
            }
        }
        // The size that was tried does not matter.
        for (const double width_mm : needed)
            CHECK(width_mm == Approx(needed.front()).margin(1.01));
    }
}

TEST_CASE("a picture that would be higher than its page may be gets smaller maps", "[figure]")
{
    canvas::Format page = canvas::page_format(250, 0);
    const double height = compose(usual(), context(), page)->format().height;
    page.most_height = 0.9 * height;
    const FigurePtr lower = compose(usual(), context(), page);
    CHECK(lower->format().height <= page.most_height + 1e-9);
    CHECK(lower->format().width == page.width);
    check_apart(*lower);
    page.most_height = 60; // less than the text needs
    CHECK_THROWS_AS(compose(usual(), context(), page), DoesNotFit);
}

TEST_CASE(
    "several maps stand in rows, and a curve takes the cell that they leave open", "[compose]")
{
    FigurePlan plan = usual();
    plan.panels.insert(plan.panels.begin() + 2, {{"second", map_plan()}, {"third", map_plan()}});
    const auto figure = compose(plan, context(), canvas::film_format(1080, 1920));
    check_apart(*figure);
    const Box first = find(*figure, "map")->inner, second = find(*figure, "second")->inner,
              third = find(*figure, "third")->inner;
    CHECK(first.y.lo == second.y.lo);
    CHECK(third.y.lo > first.y.hi);
    CHECK(third.x.lo == first.x.lo);
    CHECK(find(*figure, "loss")->inner.x.lo == Approx(second.x.lo).margin(2));
    CHECK(find(*figure, "loss")->outer.y.lo > second.y.hi);
    CHECK(first.width() > 0.4 * 540);
}

TEST_CASE("a mosaic in portrait has its maps in rows of two", "[compose]")
{
    FigurePlan plan = usual();
    plan.panels.insert(plan.panels.begin() + 2, {"second", map_plan()});
    plan.layout.wide = Mosaic{.rows = {{"map", "loss", "second"}, {"legend", "legend", "title"}}};
    const auto figure = compose(plan, context(), canvas::film_format(540, 700));
    check_apart(*figure);
    CHECK(find(*figure, "map")->inner.y.lo == find(*figure, "second")->inner.y.lo);
    CHECK(find(*figure, "title")->outer.y.hi < find(*figure, "map")->outer.y.lo);
    CHECK(find(*figure, "loss")->outer.y.lo > find(*figure, "map")->outer.y.hi);
}

TEST_CASE("what stands alone is set large, in the middle", "[compose]")
{
    FigurePlan plan{.layout = {}, .panels = {{"words", text_plan(200, 30)}}};
    plan.layout.wide = Mosaic{.rows = {{"words"}}};
    const auto figure = compose(plan, context(), canvas::film_format(1920, 1080));
    const canvas::Format& format = figure->format();
    CHECK(format.scale * format.type.name > 2 * 30); // pixels; beside a map names have 30
    CHECK(find(*figure, "words")->inner.center().y == Approx(0.5 * format.height).margin(1));
}

TEST_CASE("a picture says which panels it lacks that explain it", "[figure]")
{
    const auto left_out = [](double height, const std::string& lacked) {
        FigurePlan plan = usual();
        plan.panels.back().plan = std::make_shared<WishPlan>(
            panel::SizeRequest{.least_width = 100, .least_height = height, .stretches = false},
            false, lacked);
        const auto figure = compose(plan, context(), canvas::film_format(1920, 1080));
        CHECK((find(*figure, "colorbar") == nullptr) == (height > 1000));
        return figure->left_out();
    };
    CHECK(left_out(30, "the legend of the basins").empty());
    CHECK(left_out(3000, "").empty());
    CHECK(left_out(3000, "the legend of the basins")
        == std::vector<std::string>{"the legend of the basins"});
}

TEST_CASE("a picture says which panels it lacks that its scene asks for", "[figure]")
{
    const auto left_out = [](FigurePlan plan) {
        return compose(plan, context(), canvas::film_format(1920, 1080))->left_out();
    };
    FigurePlan plan = usual();
    NamedPanel& last = plan.panels.back();
    last.plan = std::make_shared<WishPlan>(
        panel::SizeRequest{.least_width = 100, .least_height = 3000, .stretches = false}, false,
        "");
    CHECK(left_out(plan).empty());
    last.is_wanted = true;
    REQUIRE(left_out(plan).size() == 1);
    CHECK(left_out(plan).front().find("the panel \"" + last.name + "\"") == 0);
    plan.layout.wide = Mosaic{.rows = {{"map"}}}; // chosen by its author
    CHECK(left_out(plan).empty());
}
