#include "panel/space/space_paths.hpp"

#include "core/polyline.hpp"
#include "panel/contour/heads.hpp"
#include "panel/contour/history.hpp"
#include "panel/marker.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

constexpr double kPathDetail = 0.3, kSpacing = 2.5; // layout units
constexpr double kFlatness = 0.06; // of the lines that stand for a curve, in layout units
constexpr double kHiddenAlpha = 0.3, kHiddenWidth = 0.8; // layout units on a map of scale 1

/// A path's points in the picture, without those on straight lines.
PathPart simplified(const PathPart& part)
{
    PathPart kept{.is_hidden = part.is_hidden};
    for (const std::size_t i : simplify(part.points, kFlatness)) {
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
}

Color SpacePaths::color(const canvas::Palette& palette, std::size_t index) const
{
    return run_color(palette, *context_.experiments, runs_[index]);
}

SpacePaths::Walk SpacePaths::walk(
    std::size_t index, const experiment::Moment& moment, const SpaceView& view) const
{
    const RunPath& path = paths_[index];
    const optimizer::Trajectory& run = context_.experiments->trajectory(runs_[index]);
    const TrailWindow window = trail_window(
        path, reach_, moment.steps[runs_[index]], 1, kept_trail(run, *context_.timeline, moment));
    const double opaque = path.place_of_length(
        std::lerp(path.length_at(window.begin), path.length_at(window.head), kOpaqueShare));
    const auto part = [&](double begin, double end, Vec2 last) {
        return parts_in_view(draped_[index], path, begin, end, last, *terrain_, view);
    };
    return {part(0, opaque, path.at(opaque)),
        part(window.begin, window.head, experiment::position_at(run, moment.steps[runs_[index]]))};
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

void SpacePaths::draw_trail_lines(canvas::Canvas& canvas, const std::vector<Walk>& walks) const
{
    std::vector<ColoredTrail> lines;
    for (std::size_t i = 0; i < walks.size(); ++i) {
        if (walks[i].trail.empty())
            continue;
        const double length = walks[i].trail.back().lengths.back(), head = kHeadRadius * scale_;
        const double seen = length > 2 * head ? length - head : length;
        for (const PathPart& part : walks[i].trail) {
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
    std::vector<Walk> walks;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        walks.push_back(walk(i, moment, view));
        const canvas::Group group(
            canvas, canvas::group_id("run", context_.experiments->run_plan(runs_[i]).name));
        draw_hidden(canvas, i, walks[i].history);
        draw_hidden(canvas, i, walks[i].trail);
        draw_history(canvas, i, walks[i].history);
    }
    draw_trail_lines(canvas, walks);
}

void SpacePaths::add_key(const experiment::Moment& moment, std::vector<double>& key) const
{
    for (const std::size_t run : runs_)
        key.push_back(
            kept_trail(context_.experiments->trajectory(run), *context_.timeline, moment));
}

} // namespace thalweg::panel
