#include "figure/painter.hpp"

#include "support/catch.hpp"
#include "support/experiments.hpp"
#include "unit/figure/wishes.hpp"

using namespace thalweg;
using namespace thalweg::figure;
using test::WishPlan;

namespace {

constexpr int kWidth = 480, kHeight = 270;

FigurePtr figure_of_two(bool moves)
{
    const panel::SizeRequest size{.least_width = 60, .least_height = 60, .aspect = 1};
    const FigurePlan plan{.layout = {},
        .panels = {{"left", std::make_shared<WishPlan>(size, moves)},
            {"right", std::make_shared<WishPlan>(size)}}};
    return compose(plan,
        test::context_of(test::experiments_of({test::arc_of({0, 1}, 1, 0, 0.5, 300)})),
        canvas::film_format(kWidth, kHeight));
}

Pixels alone(const FigurePtr& figure, double time_s, canvas::Backing backing)
{
    TileSet changed;
    return Painter(figure, canvas::palette(canvas::Theme::dark), kWidth, kHeight, backing)
        .draw(time_s, changed);
}

} // namespace

TEST_CASE("a frame drawn alone equals the frame drawn in sequence", "[painter]")
{
    const auto backing = GENERATE(canvas::Backing::page, canvas::Backing::nothing);
    for (const bool moves : {false, true}) {
        const FigurePtr figure = figure_of_two(moves);
        Painter painter(figure, canvas::palette(canvas::Theme::dark), kWidth, kHeight, backing);
        TileSet changed;
        for (const double time : {0.0, 1.0, 1.1, 2.5, 3.7, 2.0, 9.0})
            CHECK(painter.draw(time, changed) == alone(figure, time, backing));
    }
}

TEST_CASE("over nothing, exactly what is drawn differs from 0", "[painter]")
{
    const FigurePtr figure = figure_of_two(true);
    const Pixels page = alone(figure, 2, canvas::Backing::page);
    const Pixels nothing = alone(figure, 2, canvas::Backing::nothing);
    const Color& background = canvas::palette(canvas::Theme::dark).background;
    const auto channel
        = [](std::uint32_t pixel, int shift) { return static_cast<int>(pixel >> shift & 255U); };
    int empty = 0, worst = 0;
    for (int y = 0; y < kHeight; ++y)
        for (std::size_t x = 0; x < kWidth; ++x) {
            const std::uint32_t over = nothing.row(y)[x];
            empty += over == 0;
            // Laid on the page, it is the picture of the page.
            for (const int shift : {16, 8, 0}) {
                const int below = channel(to_hex(background), shift);
                const int laid
                    = channel(over, shift) + (below * (255 - channel(over, 24)) + 127) / 255;
                worst = std::max(worst, std::abs(laid - channel(page.row(y)[x], shift)));
            }
        }
    CHECK(empty > kWidth * kHeight / 10);
    CHECK(worst <= 2);
}

TEST_CASE("pixels outside of the changed tiles stay", "[painter]")
{
    const FigurePtr figure = figure_of_two(true);
    Painter painter(figure, canvas::palette(canvas::Theme::dark), kWidth, kHeight);
    TileSet changed;
    Pixels before = painter.draw(0, changed);
    for (double time = 0.5; time < 5; time += 0.25) {
        const Pixels& now = painter.draw(time, changed);
        changed.for_each([&](const PixelRect& tile) {
            for (int y = tile.y; y < tile.y + tile.height; ++y)
                for (int x = tile.x; x < tile.x + tile.width; ++x)
                    before.row(y)[static_cast<std::size_t>(x)]
                        = now.row(y)[static_cast<std::size_t>(x)];
        });
        CHECK(before == now);
    }
}

TEST_CASE("a film that rests is not drawn again", "[painter]")
{
    const FigurePtr figure = figure_of_two(false);
    Painter painter(figure, canvas::palette(canvas::Theme::dark), kWidth, kHeight);
    TileSet changed;
    const double end = figure->timeline().play_end_s();
    painter.draw(end + 0.2, changed);
    painter.draw(end + 0.9, changed);
    CHECK(changed.count() == 0);
}
