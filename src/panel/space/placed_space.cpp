#include "panel/space/placed_space.hpp"

#include "panel/contour/minima.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

constexpr double kPageDpi = 300, kPointsPerInch = 72;
constexpr double kTolerance_px = 0.3; // of the mesh; more makes contour lines waver
constexpr int kCells = 512, kFewCells = 256; // along a side of the terrain
constexpr double kFewPixels = 500; // such small pictures need no finer terrain
constexpr double kHiddenMark = 0.3; // opacity of a global minimum's mark behind a hill
constexpr double kLabelGap = 3; // layout units between a run's label and the axes' texts
constexpr double kWidthOfMap = 0.85; // of a map that would show the domain as large

Box inside(const Box& box, const Insets& room)
{
    return {{box.x.lo + room.left, std::max(box.x.lo + room.left + 1, box.x.hi - room.right)},
        {box.y.lo + room.top, std::max(box.y.lo + room.top + 1, box.y.hi - room.bottom)}};
}

std::shared_ptr<const Terrain> make_terrain(const SpacePlan& plan,
    const experiment::Experiment& experiment, Vec3 light, const Placement& placement)
{
    const double pixels = placement.inner.width() * placement.setting.format.scale;
    const bool is_fine = placement.setting.format.is_page || pixels > kFewPixels;
    return std::make_shared<const Terrain>(TerrainSetup{.experiment = experiment,
        .heights = HeightScale(plan.scale, experiment),
        .light = light,
        .cells = is_fine ? kCells : kFewCells,
        .jobs = placement.jobs});
}

/// The largest view whose box and texts lie inside.
std::shared_ptr<const SpaceCamera> fitted_camera(const SpaceCameraPlan& plan, const SpaceAxes& axes,
    const SpaceBox& box, double duration_s, const Box& inner)
{
    constexpr int kRounds = 3; // texts hardly move against the box as it grows
    auto camera = std::make_shared<const SpaceCamera>(plan, box, duration_s, inner);
    for (int i = 0; i < kRounds; ++i) {
        const Box ground = camera->extent();
        Box all = ground;
        for (const SpaceView& view : camera->views())
            all = hull(all, axes.extent(view));
        const Insets room{ground.x.lo - all.x.lo, ground.y.lo - all.y.lo, all.x.hi - ground.x.hi,
            all.y.hi - ground.y.hi};
        camera = std::make_shared<const SpaceCamera>(plan, box, duration_s, inside(inner, room));
    }
    return camera;
}

} // namespace

PlacedSpace::PlacedSpace(const SpacePlan& plan, const Context& context, const Placement& placement)
    : plan_(plan)
    , context_(context)
    , format_(placement.setting.format)
    , inner_(placement.inner)
    , scale_(map_scale(kWidthOfMap * std::min(inner_.width(), 1.3 * inner_.height())))
    , light_(light_beside(view_from(plan.camera, plan.camera.azimuth)))
    , terrain_(make_terrain(plan, experiment(), light_, placement))
    , axes_(plan, *terrain_, 0.6 * inner_.width(), placement.setting)
    , camera_(fitted_camera(
          plan.camera, axes_, terrain_->box(), context.timeline->duration_s(), inner_))
    , mesh_(make_mesh(*terrain_, kTolerance_px / (camera_->view(0).scale * pixels_per_unit())))
    , colors_{colors(canvas::palette(canvas::Theme::dark)),
          colors(canvas::palette(canvas::Theme::light))}
    , starts_(starts_of(*context.experiments, plan.runs))
    , paths_(setup(placement))
    , heads_(setup(placement), inner_, still_texts())
{
}

SpaceSetup PlacedSpace::setup(const Placement& placement) const
{
    return {plan_, context_, terrain_, camera_, placement, scale_};
}

/// The texts of axes that labels must leave free, where the view stands still.
std::vector<Box> PlacedSpace::still_texts() const
{
    std::vector<Box> boxes;
    if (!camera_->moves())
        for (const AxisText& text : axes_.texts(camera_->view(0), inner_))
            boxes.push_back(text.box);
    return boxes;
}

SpaceColors PlacedSpace::colors(const canvas::Palette& palette) const
{
    return {
        palette, LevelScale(experiment().levels), 0.5 + 0.5 * light_.z, plan_.lines, background()};
}

/// Films may lie over nothing; in print transparent pictures cause trouble.
canvas::Opacity PlacedSpace::background() const
{
    return format_.is_page ? canvas::Opacity::whole : canvas::Opacity::by_pixel;
}

double PlacedSpace::pixels_per_unit() const
{
    return format_.is_page ? format_.scale * kPageDpi / kPointsPerInch : format_.scale;
}

std::vector<double> PlacedSpace::view(const experiment::Moment& moment) const
{
    return {camera_->azimuth(moment.time_s)};
}

void PlacedSpace::draw_backdrop(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    const SpaceView view = camera_->view(moment.time_s);
    if (canvas.shows_grounds())
        draw_ground(canvas, view);
    axes_.draw_lines(canvas, *terrain_, view);
    if (!camera_->moves())
        axes_.draw_texts(canvas, axes_.texts(view, inner_));
    draw_minima(canvas, view);
}

void PlacedSpace::draw_ground(canvas::Canvas& canvas, const SpaceView& view) const
{
    const bool is_light = &canvas.palette() == &canvas::palette(canvas::Theme::light);
    const SpaceColors& colors = colors_[is_light ? 1 : 0];
    if (canvas.is_page())
        draw_on_page(canvas, view, colors);
    else
        draw_picture(canvas, view, colors);
}

VectorGround PlacedSpace::vector_ground(const SpaceView& view) const
{
    return VectorGround({.experiment = experiment(),
        .terrain = *terrain_,
        .view = view,
        .format = format_,
        .with_lines = plan_.lines});
}

/// As vectors, unless they are too many.
void PlacedSpace::draw_on_page(
    canvas::Canvas& canvas, const SpaceView& view, const SpaceColors& colors) const
{
    const VectorGround ground = vector_ground(view);
    if (ground.bytes() <= VectorGround::kMostBytes)
        ground.draw(canvas, colors);
    else
        draw_picture(canvas, view, colors);
}

std::string PlacedSpace::vector_note(const experiment::Moment& moment) const
{
    const std::size_t bytes = vector_ground(camera_->view(moment.time_s)).bytes();
    const std::string name = plan_.title.empty() ? "the surface in space" : '"' + plan_.title + '"';
    if (bytes <= VectorGround::kMostBytes)
        return fmt::format("the ground of {} is drawn as vectors, about {} KB", name, bytes / 1024);
    return fmt::format(
        "the ground of {} is one picture at {} dpi, since vectors would take more than "
        "{} KB",
        name, kPageDpi, VectorGround::kMostBytes / 1024);
}

void PlacedSpace::draw_picture(
    canvas::Canvas& canvas, const SpaceView& view, const SpaceColors& colors) const
{
    const Rendering ground = render(mesh_, view,
        {.box = inner_, .pixels_per_unit = pixels_per_unit(), .line = format_.line}, colors);
    canvas.image(ground.pixels, ground.box, background());
}

void PlacedSpace::draw_minima(canvas::Canvas& canvas, const SpaceView& view) const
{
    if (plan_.minima == MinimaMark::none)
        return;
    const canvas::Group group(canvas, "minima");
    const auto draw = [&](const std::vector<Vec2>& minima, auto draw_one, double hidden) {
        for (const Vec2 minimum : minima) {
            const Vec3 place = terrain_->place(minimum);
            const double opacity = terrain_->is_seen(place, view) ? 1 : hidden;
            if (!std::isnan(place.z) && opacity > 0)
                draw_one(canvas, view(place), scale_, opacity);
        }
    };
    draw(experiment().minima.global, draw_global_minimum, kHiddenMark);
    draw(experiment().minima.local, draw_local_minimum, 0);
}

void PlacedSpace::draw_starts(canvas::Canvas& canvas, const SpaceView& view) const
{
    const canvas::Group group(canvas, "starts");
    for (const Start& start : starts_) {
        const Vec3 place = terrain_->place(start.at);
        if (std::isnan(place.z) || terrain_->is_seen(place, view))
            draw_start(canvas, *context_.experiments, start, starts_.size() > 1,
                on_terrain(*terrain_, view, start.at), scale_);
    }
}

std::size_t PlacedSpace::settled(const experiment::Moment& moment) const
{
    return paths_.settled(moment.time_s);
}

void PlacedSpace::draw_settled(
    canvas::Canvas& canvas, const experiment::Moment&, std::size_t block) const
{
    const canvas::Clip clip(canvas, inner_);
    paths_.draw_settled(canvas, block);
}

void PlacedSpace::add_action_key(const experiment::Moment& moment, std::vector<double>& key) const
{
    paths_.add_key(moment, key);
    heads_.add_key(moment, key);
}

/// While the view moves, texts of axes fade where labels of heads pass.
std::vector<AxisText> PlacedSpace::axis_texts(const experiment::Moment& moment) const
{
    std::vector<AxisText> texts = axes_.texts(camera_->view(moment.time_s), inner_);
    const std::vector<Box> labels = heads_.label_boxes(moment.time_s);
    std::erase_if(texts, [&](const AxisText& text) {
        return std::ranges::any_of(
            labels, [&](const Box& label) { return overlap(grown(label, kLabelGap), text.box); });
    });
    return texts;
}

void PlacedSpace::draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    const SpaceView view = camera_->view(moment.time_s);
    const canvas::Clip clip(canvas, inner_);
    if (camera_->moves())
        axes_.draw_texts(canvas, axis_texts(moment));
    paths_.draw(canvas, moment);
    draw_starts(canvas, view);
    heads_.draw(canvas, moment);
}

std::vector<Color> PlacedSpace::flat_colors(const canvas::Palette& palette) const
{
    std::vector<Color> bands;
    const int count = static_cast<int>(experiment().levels.size()) + 1;
    for (int band = 0; band < count; ++band)
        bands.push_back(canvas::band_color(palette, band, count));
    return bands;
}

} // namespace thalweg::panel
