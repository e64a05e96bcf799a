#include "panel/space/space_paths.hpp"

#include "core/polyline.hpp"
#include "panel/contour/heads.hpp"
#include "panel/marker.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

constexpr double kPathDetail = 0.3, kSpacing = 2.5; // layout units
constexpr double kHiddenAlpha = 0.3, kHiddenWidth = 0.8; // layout units on a map of scale 1

/// A path's points in the picture, without those on straight lines.
PathPart simplified(const PathPart& part)
{
    PathPart kept{.is_hidden = part.is_hidden};
    for (const std::size_t i : simplify(part.points, kTrailFlatness)) {
        kept.points.push_back(part.points[i]);
        kept.lengths.push_back(part.lengths[i]);
    }
    return kept;
}

} // namespace

SpacePaths::SpacePaths(const SpaceSetup& setup)
    : context_(setup.context)
    , runs_(setup.plan.runs)
    , plan_(setup.plan.trail)
    , terrain_(setup.terrain)
    , camera_(setup.camera)
    , scale_(setup.scale)
    , has_dashes_(setup.placement.setting.format.line < 1)
    , reach_{.steps = plan_.length, .scale = scale_}
{
    const SpaceBox& box = terrain_->box();
    const double units = camera_->view(0).scale;
    const Projection home{box.domain(), {{0, units * box.width()}, {0, units * box.depth()}}};
    const double apart = kPathDetail / std::max(home.units_per_x(), home.units_per_y());
    for (const std::size_t run : runs_) {
        paths_.push_back(thin_path(context_.experiments->trajectory(run), home, apart));
        draped_.push_back(drape(paths_.back(), *terrain_, kSpacing / units));
        strengths_.push_back(history_strength(crowding(paths_.back(), home)));
    }
    if (camera_->moves())
        return;
    history_.emplace(context_, runs_, paths_, reach_, 1);
    for (DrapedPath& path : draped_)
        note_hidden(path, *terrain_, camera_->view(0));
}

Color SpacePaths::color(const canvas::Palette& palette, std::size_t index) const
{
    return run_color(palette, *context_.experiments, runs_[index]);
}

TrailWindow SpacePaths::window(std::size_t index, const experiment::Moment& moment) const
{
    return trail_window(paths_[index], reach_, moment.steps[runs_[index]], 1,
        kept_trail(context_.experiments->trajectory(runs_[index]), *context_.timeline, moment));
}

double SpacePaths::history_end(std::size_t index, const TrailWindow& trail) const
{
    const RunPath& path = paths_[index];
    return path.place_of_length(
        std::lerp(path.length_at(trail.begin), path.length_at(trail.head), kOpaqueShare));
}

std::vector<PathPart> SpacePaths::walked(
    std::size_t index, double begin, double end, const SpaceView& view) const
{
    const RunPath& path = paths_[index];
    return parts_in_view(draped_[index], path, begin, end, path.at(end), *terrain_, view);
}

std::size_t SpacePaths::settled(double time_s) const
{
    return history_ ? history_->settled(time_s) : 0;
}

void SpacePaths::draw_block(
    canvas::Canvas& canvas, const History::Block& block, double end, const SpaceView& view) const
{
    const double last = std::min(block.last, end);
    if (last <= block.first)
        return;
    const std::vector<PathPart> parts = walked(block.run, block.first, last, view);
    draw_hidden(canvas, block.run, parts);
    draw_history(canvas, block.run, parts);
}

void SpacePaths::draw_settled(canvas::Canvas& canvas, std::size_t block) const
{
    if (canvas.is_page())
        return; // drawn with the action, in fewer lines
    const History::Block& drawn = history_->blocks()[block];
    draw_block(canvas, drawn, drawn.last, camera_->view(0));
}

void SpacePaths::draw_history(
    canvas::Canvas& canvas, std::size_t index, const std::vector<PathPart>& parts) const
{
    for (const PathPart& part : parts)
        if (!part.is_hidden)
            draw_walked_line(canvas, simplified(part).points,
                {.color = color(canvas.palette(), index),
                    .dashes = canvas.is_page() && has_dashes_
                        ? dash_pattern(*context_.experiments, runs_[index])
                        : std::span<const double>{},
                    .walked = part.lengths.front(),
                    .scale = scale_,
                    .strength = strengths_[index]});
}

void SpacePaths::draw_hidden(
    canvas::Canvas& canvas, std::size_t index, const std::vector<PathPart>& parts) const
{
    for (const PathPart& part : parts)
        if (part.is_hidden)
            canvas.stroke(canvas::Path::polyline(simplified(part).points),
                {.color
                    = color(canvas.palette(), index).with_alpha(kHiddenAlpha * strengths_[index]),
                    .width = kHiddenWidth * scale_,
                    .cap = canvas::Cap::butt});
}

void SpacePaths::draw_trail_lines(
    canvas::Canvas& canvas, const std::vector<std::vector<PathPart>>& trails) const
{
    std::vector<ColoredTrail> lines;
    for (std::size_t i = 0; i < trails.size(); ++i) {
        if (trails[i].empty())
            continue;
        const double length = trails[i].back().lengths.back(), head = kHeadRadius * scale_;
        const double seen = length > 2 * head ? length - head : length;
        for (const PathPart& part : trails[i]) {
            if (part.is_hidden)
                continue;
            PathPart kept = simplified(part);
            TrailLine line{std::move(kept.points), std::move(kept.lengths), length};
            for (double& share : line.shares)
                share = seen > 0 ? share / seen : 0;
            lines.push_back({std::move(line), color(canvas.palette(), i)});
        }
    }
    const canvas::Group group(canvas, "trails");
    draw_trails(canvas, lines, plan_, scale_);
}

void SpacePaths::draw(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    const SpaceView view = camera_->view(moment.time_s);
    const bool in_blocks = history_ && !canvas.is_page();
    std::vector<std::vector<PathPart>> trails;
    std::vector<double> ends;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        const TrailWindow trail = window(i, moment);
        const optimizer::Trajectory& run = context_.experiments->trajectory(runs_[i]);
        const Vec2 head = experiment::position_at(run, moment.steps[runs_[i]]);
        trails.push_back(
            parts_in_view(draped_[i], paths_[i], trail.begin, trail.head, head, *terrain_, view));
        ends.push_back(history_end(i, trail));
        const canvas::Group group(
            canvas, canvas::group_id("run", context_.experiments->run_plan(runs_[i]).name));
        draw_hidden(canvas, i, trails.back());
        if (in_blocks)
            continue;
        const std::vector<PathPart> parts = walked(i, 0, ends.back(), view);
        draw_hidden(canvas, i, parts);
        draw_history(canvas, i, parts);
    }
    for (std::size_t k = settled(moment.time_s); in_blocks && k < history_->blocks().size(); ++k)
        draw_block(canvas, history_->blocks()[k], ends[history_->blocks()[k].run], view);
    draw_trail_lines(canvas, trails);
}

void SpacePaths::add_key(const experiment::Moment& moment, std::vector<double>& key) const
{
    for (const std::size_t run : runs_)
        key.push_back(
            kept_trail(context_.experiments->trajectory(run), *context_.timeline, moment));
}

} // namespace thalweg::panel
