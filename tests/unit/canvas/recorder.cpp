#include "canvas/recorder.hpp"

#include "canvas/pixel_layer.hpp"
#include "support/catch.hpp"
#include "unit/canvas/drawing.hpp"

using namespace thalweg;
using namespace thalweg::canvas;

namespace {

constexpr double kScale = 4;
constexpr Box kPicture{{0, test::kDrawingWidth}, {0, test::kDrawingHeight}};

/// The box of all pixels that a text makes, in layout units.
Box ink_of(Typesetter& type, const std::string& text, const TextStyle& style, const Anchor& anchor)
{
    PixelLayer layer(1200, 1200); // of 300 units a side
    layer.canvas(kScale, palette(Theme::dark), type)->text(text, style, anchor);
    const Pixels& pixels = layer.pixels();
    Box box{{1e9, -1e9}, {1e9, -1e9}};
    for (int y = 0; y < pixels.height(); ++y)
        for (int x = 0; x < pixels.width(); ++x)
            if ((pixels.row(y)[static_cast<std::size_t>(x)] & 0xFFFFFF) != 0)
                box = hull(box, {{x / kScale, (x + 1) / kScale}, {y / kScale, (y + 1) / kScale}});
    return box;
}

} // namespace

TEST_CASE("a recorded box holds the text's ink, and is not much wider", "[canvas]")
{
    Typesetter type;
    Recorder recorder(palette(Theme::dark), type, kPicture, false);
    const TextStyle style{.size = 16, .color = rgb(0xFFFFFF)};
    for (const char* text :
        {"Hamburgefons", "gradient descent", "\u22121.5", "$x_1^2 + \\beta$", "two\nlines"})
        for (const AlignX x : {AlignX::left, AlignX::center, AlignX::right})
            for (const AlignY y : {AlignY::top, AlignY::middle, AlignY::baseline, AlignY::bottom})
                for (const bool upward : {false, true}) {
                    CAPTURE(text, static_cast<int>(x), static_cast<int>(y), upward);
                    const Anchor anchor{{150, 150}, x, y, upward};
                    recorder.clear();
                    recorder.text(text, style, anchor);
                    const Box box = recorder.texts().at(0).box;
                    const Box ink = ink_of(type, text, style, anchor);
                    const Box all = hull(grown(box, 1), ink);
                    CHECK(all == grown(box, 1)); // a unit for what leans out
                    const double along
                        = upward ? box.height() - ink.height() : box.width() - ink.width();
                    CHECK(along < 0.3 * style.size);
                }
}

TEST_CASE("the recorder knows groups, clips and fills", "[canvas]")
{
    Typesetter type;
    Recorder recorder(palette(Theme::light), type, kPicture, true);
    test::draw_everything(recorder);
    CHECK(recorder.is_page());
    REQUIRE(recorder.texts().size() == 6);
    CHECK(recorder.texts()[0].text == "momentum 0.9");
    CHECK(recorder.texts()[0].groups == std::vector<std::string>{"words"});
    CHECK(recorder.texts()[0].clip == kPicture);
    REQUIRE(recorder.fills().size() == 7);
    CHECK(recorder.fills()[0].extent == kPicture);
    CHECK(recorder.fills().back().groups == std::vector<std::string>{"curves"});
    {
        const Clip outer(recorder, {{10, 50}, {10, 50}});
        const Clip inner(recorder, {{30, 90}, {0, 40}});
        recorder.text("in", {}, {});
    }
    CHECK(recorder.texts().back().clip == Box{{30, 50}, {10, 40}});
}

TEST_CASE("ids of groups are small letters, digits and hyphens", "[canvas]")
{
    CHECK(group_id("run", "Momentum, 0.9") == "run-momentum-0-9");
    CHECK(group_id("run", "") == "run");
    CHECK(group_id("run", "\u03b2") == "run");
    CHECK(group_id("", "3 runs") == "g-3-runs");
    CHECK(group_id("", "\u03b2") == "g-");
}
