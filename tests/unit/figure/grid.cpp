#include "figure/grid.hpp"

#include "canvas/typesetter.hpp"
#include "support/catch.hpp"
#include "unit/figure/wishes.hpp"

using namespace thalweg;
using namespace thalweg::figure;
using test::Wish;

namespace {

Wish map_of(double aspect, panel::Insets insets = {})
{
    return Wish({.least_width = 60, .least_height = 60, .aspect = aspect}, insets);
}
Wish text_of(double width, double height)
{
    return Wish({.least_width = width, .least_height = height, .stretches = false});
}

struct Solve {
    canvas::Typesetter metrics;
    canvas::Format format;

    std::optional<SolvedGrid> operator()(const Grid& grid)
    {
        return solve(grid, {.format = format, .metrics = metrics});
    }
};

bool meet(const SolvedGrid& solved)
{
    for (std::size_t i = 0; i < solved.items.size(); ++i)
        for (std::size_t j = i + 1; j < solved.items.size(); ++j)
            if (overlap(solved.items[i].outer, solved.items[j].outer))
                return true;
    return false;
}

} // namespace

TEST_CASE("a map beside a text takes the whole height", "[grid]")
{
    Solve solved{.metrics = {}, .format = {.width = 960, .height = 540}};
    const Wish map = map_of(1), text = text_of(200, 100);
    const auto grid = solved({.items = {{.panel = &map}, {.panel = &text, .column = 1}},
        .widths = {1, 1},
        .heights = {1}});
    REQUIRE(grid);
    CHECK(grid->items[0].inner.height() == Approx(540 - 2 * 24).margin(0.51));
    CHECK(grid->items[0].inner.width() == Approx(grid->items[0].inner.height()).margin(0.51));
    CHECK(grid->items[1].inner.x.lo == Approx(24 + 492 + 16).margin(1));
    CHECK(grid->items[1].inner.x.hi == Approx(960 - 24).margin(0.51));
}

TEST_CASE("a map gives way to what a text needs at least", "[grid]")
{
    Solve solved{.metrics = {}, .format = {.width = 540, .height = 540}};
    const Wish map = map_of(1), text = text_of(200, 100);
    const auto grid = solved({.items = {{.panel = &map}, {.panel = &text, .column = 1}},
        .widths = {1, 1},
        .heights = {1}});
    REQUIRE(grid);
    CHECK(grid->items[1].inner.width() >= 199.5);
    CHECK(grid->items[0].inner.width() == Approx(540 - 48 - 16 - 200).margin(1));
    const Wish wide = text_of(460, 100);
    CHECK(!solved({.items = {{.panel = &map}, {.panel = &wide, .column = 1}},
        .widths = {1, 1},
        .heights = {1}}));
}

TEST_CASE("inner boxes align, whatever stands outside of them", "[grid]")
{
    Solve solved{.metrics = {}, .format = {.width = 960, .height = 540}};
    const Wish left = map_of(1, {.left = 40, .bottom = 30}), right = map_of(1, {.bottom = 10});
    const Wish curve({.least_width = 100, .least_height = 60}, {.left = 10, .bottom = 20});
    const auto grid = solved({.items = {{.panel = &left}, {.panel = &right, .column = 1},
                                  {.panel = &curve, .row = 1, .columns = 2}},
        .widths = {1, 1},
        .heights = {1, 1}});
    REQUIRE(grid);
    const auto& items = grid->items;
    CHECK(items[0].inner.y.lo == items[1].inner.y.lo);
    CHECK(items[0].inner.y.hi == items[1].inner.y.hi);
    CHECK(items[2].inner.y.lo >= items[0].outer.y.hi + 15.5);
    CHECK(!meet(*grid));
}

TEST_CASE("a page without a height takes what it needs", "[grid]")
{
    Solve solved{.metrics = {},
        .format = {.width = 250,
            .height = 0,
            .margin = 3,
            .gap = 7,
            .is_page = true,
            .has_title = false,
            .is_narrow_page = true}};
    const Wish map = map_of(1.25), text = text_of(100, 44);
    const auto grid = solved(
        {.items = {{.panel = &map}, {.panel = &text, .row = 1}}, .widths = {1}, .heights = {1, 1}});
    REQUIRE(grid);
    CHECK(grid->items[0].inner.width() == Approx(244).margin(0.51));
    CHECK(grid->height == Approx(3 + 244 / 1.25 + 7 + 44 + 3).margin(1));
    CHECK(grid->full_width);
}

TEST_CASE("ratios share what maps leave", "[grid]")
{
    Solve solved{.metrics = {}, .format = {.width = 960, .height = 540}};
    const Wish a({.least_width = 10, .least_height = 10}), b = a;
    const auto grid = solved(
        {.items = {{.panel = &a}, {.panel = &b, .column = 1}}, .widths = {3, 2}, .heights = {1}});
    REQUIRE(grid);
    const double inner = 960 - 48 - 16;
    CHECK(grid->items[0].inner.width() == Approx(inner * 0.6).margin(0.6));
    CHECK(grid->items[1].inner.width() == Approx(inner * 0.4).margin(0.6));
}

TEST_CASE("headings of a row stand at one height", "[grid]")
{
    Solve solved{.metrics = {}, .format = {.width = 960, .height = 540}};
    const Wish low = map_of(1), high = map_of(1, {.top = 9});
    const auto grid = solved(
        {.items = {{.panel = &low, .heading = 20}, {.panel = &high, .column = 1, .heading = 20}},
            .widths = {1, 1},
            .heights = {1}});
    REQUIRE(grid);
    CHECK(grid->items[0].outer.y.lo == Approx(grid->items[1].outer.y.lo));
    CHECK(grid->items[0].outer.y.lo == Approx(grid->items[0].inner.y.lo - 29));
}
