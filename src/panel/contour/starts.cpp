#include "panel/contour/starts.hpp"

#include "panel/contour/heads.hpp"
#include "panel/marker.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

constexpr double kWidth = 1.5; // layout units on a map of scale 1
constexpr double kRadius = kStartReach - kWidth;
constexpr double kArrow = 9;

void draw_ring(canvas::Canvas& canvas, Vec2 at, double scale, const Color& color)
{
    const canvas::Path circle = canvas::Path::circle(at, kRadius * scale);
    const double width = kWidth * scale;
    canvas.fill(circle, canvas.palette().marker_edge);
    canvas.stroke(circle, {.color = canvas.palette().marker_edge, .width = 2 * width});
    canvas.stroke(circle, {.color = color, .width = width});
}

} // namespace

std::vector<Vec2> starts_of(const ActionSetup& setup)
{
    std::vector<Vec2> starts;
    if (!setup.shows_starts)
        return starts;
    for (const std::size_t run : setup.runs) {
        const Vec2 start = setup.context.experiments->run_plan(run).start;
        if (std::ranges::find(starts, start) == starts.end())
            starts.push_back(start);
    }
    return starts;
}

MapStarts::MapStarts(const ActionSetup& setup)
    : context_(setup.context)
    , camera_(setup.camera)
    , map_(setup.placement.inner)
    , covered_(setup.placement.obstacles)
    , scale_(map_scale(map_.width()))
{
    for (const Vec2 at : starts_of(setup)) {
        Start& start = starts_.emplace_back(Start{at});
        std::ranges::copy_if(setup.runs, std::back_inserter(start.runs),
            [&](std::size_t run) { return context_.experiments->run_plan(run).start == at; });
    }
}

void MapStarts::draw(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    if (starts_.empty())
        return;
    const canvas::Group group(canvas, "starts");
    const canvas::Clip clip(canvas, map_);
    const Projection project{camera_->view(moment.time_s), map_};
    for (const Start& start : starts_)
        draw(canvas, project, start);
}

void MapStarts::draw(canvas::Canvas& canvas, const Projection& project, const Start& start) const
{
    const canvas::Palette& palette = canvas.palette();
    const experiment::Experiments& experiments = *context_.experiments;
    const bool is_of_one = starts_.size() > 1 && start.runs.size() == 1;
    const Color color
        = is_of_one ? run_color(palette, experiments, start.runs.front()) : palette.text;
    const MarkerShape shape = mark_of(experiments, start.runs.front()).shape;
    const Head head = on_map(project, start.at, covered_);
    if (head.outside())
        draw_edge_arrow( // hollow, unlike those of heads
            canvas, head.at, head.direction, kArrow * scale_, palette.marker_edge, color);
    else if (is_of_one)
        draw_mark(canvas, {.shape = shape}, head.at,
            {.radius = kRadius * scale_, .fill = palette.marker_edge, .edge = color});
    else
        draw_ring(canvas, head.at, scale_, color);
}

} // namespace thalweg::panel
