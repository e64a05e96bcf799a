#include "panel/contour/map_paths.hpp"

#include "panel/contour/heads.hpp"
#include "panel/contour/joined_blocks.hpp"
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

std::vector<double> strengths(const std::vector<RunPath>& paths, const Projection& home)
{
    std::vector<double> list;
    for (const RunPath& path : paths)
        list.push_back(history_strength(crowding(path, home)));
    return list;
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
    , strengths_(strengths(paths_, {camera_->domain(), map_}))
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
        projection(moment.time_s),
        {.color = color(canvas.palette(), block.run),
            .scale = scale_,
            .strength = strengths_[block.run]});
}

void MapPaths::draw_settled(
    canvas::Canvas& canvas, const experiment::Moment& moment, std::size_t block) const
{
    if (canvas.is_page())
        return; // drawn with the action, in fewer lines
    const canvas::Clip clip(canvas, map_);
    draw_block(canvas, moment, history_.blocks()[block], history_.blocks()[block].last);
}

std::vector<double> MapPaths::history_ends(const std::vector<TrailWindow>& trails) const
{
    std::vector<double> ends;
    for (std::size_t i = 0; i < runs_.size(); ++i)
        ends.push_back(paths_[i].place_of_length(std::lerp(paths_[i].length_at(trails[i].begin),
            paths_[i].length_at(trails[i].head), kOpaqueShare)));
    return ends;
}

void MapPaths::draw_unsettled(
    canvas::Canvas& canvas, const experiment::Moment& moment, const std::vector<double>& ends) const
{
    const auto& blocks = history_.blocks();
    for (std::size_t i = settled(moment.time_s); i < blocks.size(); ++i)
        draw_block(canvas, moment, blocks[i], ends[blocks[i].run]);
}

/// The picture that a film shows, in fewer lines; dashed in print, where colour may be missing.
void MapPaths::draw_on_page(
    canvas::Canvas& canvas, const experiment::Moment& moment, const std::vector<double>& ends) const
{
    const Projection project = projection(moment.time_s);
    JoinedBlocks joined(paths_, project, walked_width(scale_));
    for (const History::Block& block : history_.blocks())
        joined.add(block.run, {block.first, std::min(block.last, ends[block.run])});
    const double zoom = camera_->domain().width() / project.view.width();
    for (const auto& [run, walked] : joined.parts()) {
        const canvas::Group group(
            canvas, canvas::group_id("run", context_.experiments->run_plan(runs_[run]).name));
        draw_walked(canvas, paths_[run], walked, project,
            {.color = color(canvas.palette(), run),
                .dashes = has_dashes_ ? dash_pattern(*context_.experiments, runs_[run])
                                      : std::span<const double>{},
                .walked = zoom * paths_[run].length_at(walked.begin),
                .scale = scale_,
                .strength = strengths_[run]});
    }
}

void MapPaths::draw_trail_lines(canvas::Canvas& canvas, const experiment::Moment& moment,
    const std::vector<TrailWindow>& trails) const
{
    std::vector<ColoredTrail> lines;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        const Vec2 head = experiment::position_at(
            context_.experiments->trajectory(runs_[i]), moment.steps[runs_[i]]);
        lines.push_back({trail_line(paths_[i], trails[i], head, projection(moment.time_s),
                             kHeadRadius * scale_),
            color(canvas.palette(), i)});
    }
    const canvas::Group group(canvas, "trails");
    draw_trails(canvas, lines, plan_, scale_);
}

void MapPaths::draw(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    const canvas::Clip clip(canvas, map_);
    const std::vector<TrailWindow> trails = windows(moment);
    if (canvas.is_page())
        draw_on_page(canvas, moment, history_ends(trails));
    else
        draw_unsettled(canvas, moment, history_ends(trails));
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
