#include "panel/contour/joined_blocks.hpp"

#include "canvas/pixel_layer.hpp"
#include "moving.hpp"
#include "support/catch.hpp"
#include "support/picture.hpp"

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

const Projection kHome{{{-2, 2}, {-1, 3}}, {{0, 480}, {0, 480}}}; // 120 units for 1

using Part = JoinedBlocks::Part;

std::vector<RunPath> paths_of(const std::vector<std::vector<Vec2>>& all)
{
    const auto rosenbrock = made_by<surface::SurfacePtr>(surface::surface_kinds(), "rosenbrock");
    std::vector<RunPath> paths;
    for (const std::vector<Vec2>& points : all)
        paths.push_back(thin_path(trajectory_of(points, *rosenbrock), kHome, 0));
    return paths;
}

/// Blocks of some steps each, of all runs in turn.
std::vector<Part> blocks_of(const std::vector<RunPath>& paths, std::size_t size)
{
    std::vector<Part> blocks;
    for (std::size_t first = 0; first < 400; first += size)
        for (std::size_t run = 0; run < paths.size(); ++run)
            if (first < paths[run].last())
                blocks.push_back({run,
                    {static_cast<double>(first),
                        static_cast<double>(std::min(first + size, paths[run].last()))}});
    return blocks;
}

std::vector<Part> joined(const std::vector<RunPath>& paths, const std::vector<Part>& blocks)
{
    JoinedBlocks joined(paths, kHome, walked_width(1));
    for (const Part& block : blocks)
        joined.add(block.run, block.walked);
    return joined.parts();
}

Pixels drawn(const std::vector<RunPath>& paths, const std::vector<Part>& parts)
{
    canvas::Typesetter type;
    canvas::PixelLayer layer(960, 960);
    const canvas::Palette& palette = canvas::palette(canvas::Theme::dark);
    {
        const auto canvas = layer.canvas(2, palette, type);
        for (const Part& part : parts)
            draw_walked(*canvas, paths[part.run], part.walked, kHome,
                {.color = canvas::accent(palette, part.run)});
    }
    return layer.pixels();
}

/// Blackens the surroundings of all ends of blocks: there, the corners of lines are smoothed where
/// blocks are joined.
Pixels without_ends(
    Pixels picture, const std::vector<RunPath>& paths, const std::vector<Part>& blocks)
{
    constexpr int kReach = 5;
    for (const Part& block : blocks)
        for (const double end : {block.walked.begin, block.walked.end}) {
            const Vec2 at = 2 * kHome(paths[block.run].at(end));
            for (int y = static_cast<int>(at.y) - kReach; y <= at.y + kReach; ++y)
                for (int x = static_cast<int>(at.x) - kReach; x <= at.x + kReach; ++x)
                    if (y >= 0 && y < picture.height() && x >= 0 && x < picture.width())
                        picture.row(y)[static_cast<std::size_t>(x)] = 0;
        }
    return picture;
}

} // namespace

TEST_CASE("joined blocks look like the blocks, also where paths cross", "[panel]")
{
    const std::vector<std::vector<std::vector<Vec2>>> scenes{
        {wandering(1, 0.05, 400), wandering(2, 0.05, 400), wandering(3, 0.05, 400)},
        {zigzag({-1.5, 1}, {1.5, 1}, {0.1, 0.6}, 300), zigzag({-1, 2}, {1, 0}, {0.3, 0.3}, 200)},
        {arc_of({0, 1}, 1, 0, 2.5, 400), arc_of({0.3, 1}, 1, 0, 2.5, 400)}};
    for (const auto& scene : scenes)
        for (const std::size_t size : {7UL, 48UL}) {
            const auto paths = paths_of(scene);
            const auto blocks = blocks_of(paths, size);
            const auto parts = joined(paths, blocks);
            CHECK(parts.size() <= blocks.size());
            const Difference d = difference(without_ends(drawn(paths, blocks), paths, blocks),
                without_ends(drawn(paths, parts), paths, blocks));
            INFO("max " << d.max << ", mean " << d.mean);
            CHECK(d.max <= 24); // other points stand for a curve; a wrong crossing makes 60
        }
}

TEST_CASE("blocks of runs that do not meet become one part a run", "[panel]")
{
    const auto paths = paths_of({arc_of({0, 1}, 1, 0, 0.9, 400), arc_of({0, 1}, 0.5, 0, 0.9, 400)});
    const auto parts = joined(paths, blocks_of(paths, 48));
    REQUIRE(parts.size() == 2);
    for (const Part& part : parts) {
        CHECK(part.walked.begin == 0);
        CHECK(part.walked.end == 400);
    }
}

TEST_CASE("a block waits for what crosses it", "[panel]")
{
    // The second run crosses the place of the first one's second block before that is drawn.
    const auto paths = paths_of({{{-1, 1}, {0, 1}, {1, 1}}, {{0.5, 0}, {0.5, 2}}});
    const auto parts = joined(paths, {{0, {0, 1}}, {1, {0, 1}}, {0, {1, 2}}});
    REQUIRE(parts.size() == 3);
    const auto apart = joined(paths, {{0, {0, 1}}, {0, {1, 2}}, {1, {0, 1}}});
    CHECK(apart.size() == 2);
}
