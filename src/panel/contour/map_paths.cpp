#include "panel/contour/map_paths.hpp"

#include "panel/marker.hpp"

#include <cmath>

namespace thalweg::panel {

namespace {

/// Points of a path closer than this, in units at the camera's closest view, look like one.
constexpr double kPathDetail = 0.3;
constexpr double kViewsPerSecond = 20;

/// How much larger than the home view the camera shows things: the range over the film.
Range zooms(const Camera& camera, double duration_s)
{
    const double home = camera.domain().width(), first = home / camera.view(0).width();
    Range zoom{first, first};
    const int count = camera.moves() ? static_cast<int>(duration_s * kViewsPerSecond) : 0;
    for (int i = 1; i <= count; ++i) {
        const double now = home / camera.view(i / kViewsPerSecond).width();
        zoom = {std::min(zoom.lo, now), std::max(zoom.hi, now)};
    }
    return zoom;
}

std::vector<RunPath> thin_paths(const ActionSetup& setup)
{
    const Projection home{setup.camera->domain(), setup.placement.inner};
    const double closest
        = zooms(*setup.camera, setup.context.timeline->duration_s()).hi * home.units_per_x();
    std::vector<RunPath> paths;
    for (const std::size_t run : setup.runs)
        paths.push_back(
            thin_path(setup.context.experiments->trajectory(run), home, kPathDetail / closest));
    return paths;
}

} // namespace

MapPaths::MapPaths(const ActionSetup& setup)
    : context_(setup.context)
    , runs_(setup.runs)
    , plan_(setup.trail)
    , camera_(setup.camera)
    , map_(setup.placement.inner)
    , scale_(map_scale(map_.width()))
    , has_dashes_(setup.placement.setting.format.line < 1)
    , reach_{.steps = plan_.length, .scale = scale_}
    , paths_(thin_paths(setup))
    , history_(context_, runs_, paths_, reach_, zooms(*camera_, context_.timeline->duration_s()).lo)
{
}

std::vector<TrailWindow> MapPaths::windows(const experiment::Moment& moment) const
{
    const double zoom = camera_->domain().width() / camera_->view(moment.time_s).width();
    std::vector<TrailWindow> all;
    for (std::size_t i = 0; i < runs_.size(); ++i)
        all.push_back(trail_window(paths_[i], reach_, moment.steps[runs_[i]], zoom,
            kept_trail(context_.experiments->trajectory(runs_[i]), *context_.timeline, moment)));
    return all;
}

Color MapPaths::color(const canvas::Palette& palette, std::size_t index) const
{
    return run_color(palette, *context_.experiments, runs_[index]);
}

void MapPaths::draw_block(canvas::Canvas& canvas, const experiment::Moment& moment,
    const History::Block& block, double end) const
{
    draw_walked(canvas, paths_[block.run], {block.first, std::min(block.last, end)},
        projection(moment.time_s), {.color = color(canvas.palette(), block.run), .scale = scale_});
}

void MapPaths::draw_settled(
    canvas::Canvas& canvas, const experiment::Moment& moment, std::size_t block) const
{
    if (canvas.is_page())
        return; // drawn with the action, run by run
    const canvas::Clip clip(canvas, map_);
    draw_block(canvas, moment, history_.blocks()[block], history_.blocks()[block].last);
}

/// Up to where the trails are opaque. On a page each run's path is one line in a group of its
/// own, dashed in print, where colour may be missing.
void MapPaths::draw_histories(canvas::Canvas& canvas, const experiment::Moment& moment,
    const std::vector<TrailWindow>& trails) const
{
    std::vector<double> ends;
    for (std::size_t i = 0; i < runs_.size(); ++i)
        ends.push_back(paths_[i].place_of_length(std::lerp(paths_[i].length_at(trails[i].begin),
            paths_[i].length_at(trails[i].head), kOpaqueShare)));
    const std::size_t first = canvas.is_page() ? history_.blocks().size() : settled(moment.time_s);
    for (std::size_t i = first; i < history_.blocks().size(); ++i)
        draw_block(canvas, moment, history_.blocks()[i], ends[history_.blocks()[i].run]);
    for (std::size_t i = 0; i < runs_.size() && canvas.is_page(); ++i) {
        const canvas::Group group(
            canvas, canvas::group_id("run", context_.experiments->run_plan(runs_[i]).name));
        draw_walked(canvas, paths_[i], {0, ends[i]}, projection(moment.time_s),
            {.color = color(canvas.palette(), i),
                .dashes = has_dashes_ ? dash_pattern(*context_.experiments, runs_[i])
                                      : std::span<const double>{},
                .scale = scale_});
    }
}

void MapPaths::draw_trail_lines(canvas::Canvas& canvas, const experiment::Moment& moment,
    const std::vector<TrailWindow>& trails) const
{
    std::vector<ColoredTrail> lines;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        const Vec2 head = experiment::position_at(
            context_.experiments->trajectory(runs_[i]), moment.steps[runs_[i]]);
        lines.push_back({trail_line(paths_[i], trails[i], head, projection(moment.time_s)),
            color(canvas.palette(), i)});
    }
    const canvas::Group group(canvas, "trails");
    draw_trails(canvas, lines, plan_, scale_);
}

void MapPaths::draw(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    const canvas::Clip clip(canvas, map_);
    const std::vector<TrailWindow> trails = windows(moment);
    draw_histories(canvas, moment, trails);
    draw_trail_lines(canvas, moment, trails);
}

void MapPaths::add_key(const experiment::Moment& moment, std::vector<double>& key) const
{
    for (const std::size_t run : runs_)
        key.push_back(
            kept_trail(context_.experiments->trajectory(run), *context_.timeline, moment));
}

void MapPaths::occupy(Occupancy& occupancy) const
{
    const Projection project = projection(0);
    for (const RunPath& path : paths_)
        for (std::size_t i = 1; i < path.points.size(); ++i)
            occupancy.add_segment(project(path.points[i - 1]), project(path.points[i]));
}

} // namespace thalweg::panel
