// What is drawn of a surface in space is what rays through the picture meet.
#include "canvas/pixel_layer.hpp"
#include "canvas/typesetter.hpp"
#include "core/parallel.hpp"
#include "panel/space/vector_ground.hpp"
#include "ray_caster.hpp"
#include "support/catch.hpp"
#include "support/picture.hpp"
#include "unit/surface/grid_files.hpp"

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr int kWidth = 160, kHeight = 120;
const Box kPicture{{0, kWidth}, {0, kHeight}};
constexpr double kMeshError_px = 0.3; // as pictures have it
constexpr int kOneShade = 4; // of 255: a step of light, and rounding
constexpr double kAgreeing = 0.995;

struct Comparison {
    int agreeing = 0, cracks = 0, pixels = 0;
};

/// Colours by ray, pixel by pixel.
std::vector<Rgb> cast(
    const Scenery& scenery, const panel::SpaceView& view, const panel::SpaceColors& colors)
{
    std::vector<Rgb> all(kWidth * kHeight);
    const RayCaster rays(scenery, view);
    for_each_part(kHeight, 2, [&](int y) {
        for (int x = 0; x < kWidth; ++x) {
            const auto hit = rays.at({x + 0.5, y + 0.5});
            auto shade = static_cast<std::size_t>(colors.background());
            if (hit) {
                const auto band = static_cast<std::size_t>(
                    std::ranges::upper_bound(scenery.experiment.levels, hit->value)
                    - scenery.experiment.levels.begin());
                constexpr int kLights = panel::SpaceColors::kLights;
                const int light
                    = std::clamp(static_cast<int>(hit->light * kLights), 0, kLights - 1);
                shade = band * panel::SpaceColors::kShades
                    + static_cast<std::size_t>(light + (hit->is_from_below ? kLights : 0));
            }
            all[static_cast<std::size_t>(y * kWidth + x)] = test::rgb(colors.pixels[shade]);
        }
    });
    return all;
}

/// A pixel agrees where its colour is one, or between those, that rays find there and beside it.
Comparison compare(const Pixels& drawn, const std::vector<Rgb>& expected, const Rgb& background,
    int shade = kOneShade)
{
    Comparison result;
    for (int y = 1; y + 1 < kHeight; ++y)
        for (int x = 1; x + 1 < kWidth; ++x) {
            Rgb low{255, 255, 255}, high{0, 0, 0};
            bool is_ground = true;
            for (int v = y - 1; v <= y + 1; ++v)
                for (int u = x - 1; u <= x + 1; ++u) {
                    const Rgb& color = expected[static_cast<std::size_t>(v * kWidth + u)];
                    is_ground = is_ground && color != background;
                    for (std::size_t i = 0; i < 3; ++i) {
                        low[i] = std::min(low[i], color[i]);
                        high[i] = std::max(high[i], color[i]);
                    }
                }
            const Rgb color = test::rgb(drawn.row(y)[static_cast<std::size_t>(x)]);
            bool agrees = true;
            for (std::size_t i = 0; i < 3; ++i)
                agrees = agrees && color[i] >= low[i] - shade && color[i] <= high[i] + shade;
            ++result.pixels;
            result.agreeing += agrees;
            result.cracks += is_ground && color == background;
        }
    return result;
}

/// The whole picture: what is drawn of the ground lies on the background.
Pixels drawn_on(const Box& picture, const panel::TerrainMesh& mesh, const panel::SpaceView& view,
    const panel::SpaceColors& colors)
{
    const panel::Rendering ground = render(mesh, view, {.box = picture}, colors);
    Pixels whole(static_cast<int>(picture.width()), static_cast<int>(picture.height()));
    for (int y = 0; y < whole.height(); ++y)
        std::ranges::fill(whole.row(y), colors.pixels.back());
    for (int y = 0; y < ground.pixels.height(); ++y)
        std::ranges::copy(ground.pixels.row(y),
            whole.row(y + static_cast<int>(ground.box.y.lo)).begin()
                + static_cast<int>(ground.box.x.lo));
    return whole;
}

/// Bands and shades alone: lines and outlines are drawn over them.
panel::SpaceColors plain_colors(const Scenery& scenery, canvas::Theme theme)
{
    panel::SpaceColors colors(canvas::palette(theme), panel::LevelScale(scenery.experiment.levels),
        0.5 + 0.5 * scenery.light.z, false, canvas::Opacity::whole);
    colors.edge_alpha = 0;
    return colors;
}

void check(const Scenery& scenery, const std::string& name)
{
    const panel::SpaceColors colors = plain_colors(scenery, canvas::Theme::dark);
    for (const panel::SpaceCameraPlan& plan : view_plans()) {
        const panel::SpaceView view = view_of(plan, scenery, kPicture);
        const panel::TerrainMesh mesh = make_mesh(*scenery.terrain, kMeshError_px / view.scale);
        const Comparison found = compare(drawn_on(kPicture, mesh, view, colors),
            cast(scenery, view, colors), test::rgb(colors.pixels.back()));
        CAPTURE(name, plan.azimuth, plan.elevation, found.agreeing, found.pixels);
        CHECK(found.agreeing >= kAgreeing * found.pixels);
        CHECK(found.cracks == 0);
    }
}

} // namespace

TEST_CASE("a surface is drawn as rays see it", "[space]")
{
    for (const std::string& name : sceneries())
        check(Scenery(name), name);
}

TEST_CASE("a grid with holes is drawn as rays see it", "[space]")
{
    const thalweg::testing::Scene scene;
    scene.folder.write("holes.csv",
        thalweg::testing::csv_of(
            [](double x, double y) {
                const bool is_hole = std::hypot(x - 0.5, y) < 0.4
                    || std::hypot(x + 0.5, y - 1) < 0.3 || std::hypot(x - 1.6, y + 1.6) < 0.5;
                return is_hole ? std::nan("") : thalweg::testing::wave(x, 2 * y);
            },
            41, 51));
    experiment::Experiment grid = experiments_of({{{0, 0}, {0, 0}}})->all.front();
    grid.plan.surface = ::made(scene.grid("holes.csv"));
    grid.plan.domain = grid.plan.surface->facts().domain;
    check(Scenery(grid, panel::HeightKind::automatic, 512), "a grid with holes");
}

TEST_CASE("steep walls at their true height are drawn as rays see them", "[space]")
{
    for (const std::string name : {"rosenbrock", "goldstein-price"})
        for (const auto kind : {panel::HeightKind::linear, panel::HeightKind::clipped})
            check(Scenery(name, kind), name);
}

TEST_CASE("the ground as vectors agrees with what rays see", "[space]")
{
    // Its shades are half as many, and small facets have one each.
    constexpr int kTwoShades = 9;
    constexpr double kMostlyAgreeing = 0.98;
    int drawn = 0;
    canvas::Typesetter type;
    for (const std::string& name : sceneries()) {
        const Scenery scenery(name);
        const panel::SpaceColors colors = plain_colors(scenery, canvas::Theme::light);
        for (const panel::SpaceCameraPlan& plan : view_plans()) {
            const panel::SpaceView view = view_of(plan, scenery, kPicture);
            const canvas::Format format = canvas::film_format(kWidth, kHeight);
            const panel::VectorGround ground({.experiment = scenery.experiment,
                .terrain = *scenery.terrain,
                .view = view,
                .format = format,
                .with_lines = false});
            CAPTURE(name, plan.azimuth, plan.elevation, ground.bytes());
            if (ground.bytes() > panel::VectorGround::kMostBytes)
                continue;
            ++drawn;
            canvas::PixelLayer layer(kWidth, kHeight);
            layer.set_box({0, 0, kWidth, kHeight}, colors.pixels.back());
            ground.draw(*layer.canvas(1, canvas::palette(canvas::Theme::light), type), colors);
            const Comparison found = compare(layer.pixels(), cast(scenery, view, colors),
                test::rgb(colors.pixels.back()), kTwoShades);
            CAPTURE(found.agreeing, found.pixels);
            CHECK(found.agreeing >= kMostlyAgreeing * found.pixels);
            CHECK(found.cracks == 0);
        }
    }
    CHECK(drawn >= 30); // of 50
}

TEST_CASE("the same picture results on any number of threads", "[space]")
{
    const experiment::Experiment himmelblau = Scenery("himmelblau").experiment;
    const Scenery one(himmelblau, panel::HeightKind::automatic, 256, 1),
        many(himmelblau, panel::HeightKind::automatic, 256, 5);
    const panel::SpaceView view = view_of({}, one, kPicture);
    const panel::SpaceColors colors = plain_colors(one, canvas::Theme::light);
    CHECK(drawn_on(kPicture, make_mesh(*one.terrain, 0.003), view, colors)
        == drawn_on(kPicture, make_mesh(*many.terrain, 0.003), view, colors));
}
