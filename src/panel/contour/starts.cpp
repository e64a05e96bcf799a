#include "panel/contour/starts.hpp"

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

std::vector<Start> starts_of(
    const experiment::Experiments& experiments, const std::vector<std::size_t>& runs)
{
    std::vector<Start> starts;
    for (const std::size_t run : runs) {
        const Vec2 at = experiments.run_plan(run).start;
        const auto same = std::ranges::find(starts, at, &Start::at);
        Start& start = same != starts.end() ? *same : starts.emplace_back(Start{at});
        start.runs.push_back(run);
    }
    return starts;
}

void draw_start(canvas::Canvas& canvas, const experiment::Experiments& experiments,
    const Start& start, bool is_of_several, const Head& head, double scale)
{
    const canvas::Palette& palette = canvas.palette();
    const bool is_of_one = is_of_several && start.runs.size() == 1;
    const Color color
        = is_of_one ? run_color(palette, experiments, start.runs.front()) : palette.text;
    const MarkerShape shape = mark_of(experiments, start.runs.front()).shape;
    if (head.outside())
        draw_edge_arrow( // hollow, unlike those of heads
            canvas, head.at, head.direction, kArrow * scale, palette.marker_edge, color);
    else if (is_of_one)
        draw_mark(canvas, {.shape = shape}, head.at,
            {.radius = kRadius * scale, .fill = palette.marker_edge, .edge = color});
    else
        draw_ring(canvas, head.at, scale, color);
}

MapStarts::MapStarts(const ActionSetup& setup)
    : context_(setup.context)
    , camera_(setup.camera)
    , map_(setup.placement.inner)
    , covered_(setup.placement.obstacles)
    , scale_(map_scale(map_.width()))
{
    if (setup.shows_starts)
        starts_ = starts_of(*context_.experiments, setup.runs);
}

void MapStarts::draw(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    if (starts_.empty())
        return;
    const canvas::Group group(canvas, "starts");
    const canvas::Clip clip(canvas, map_);
    const Projection project{camera_->view(moment.time_s), map_};
    for (const Start& start : starts_)
        draw_start(canvas, *context_.experiments, start, starts_.size() > 1,
            on_map(project, start.at, covered_), scale_);
}

} // namespace thalweg::panel
