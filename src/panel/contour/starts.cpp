#include "panel/contour/starts.hpp"

#include "panel/contour/heads.hpp"
#include "panel/marker.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

constexpr double kRadius = 4, kWidth = 1.5; // layout units on a map of scale 1
constexpr double kArrow = 9;

/// A place where runs start.
struct Start {
    Vec2 at;
    std::vector<std::size_t> runs{};
};

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

void draw_ring(canvas::Canvas& canvas, Vec2 at, double scale, const Color& color)
{
    const canvas::Path circle = canvas::Path::circle(at, kRadius * scale);
    const double width = kWidth * scale;
    canvas.fill(circle, canvas.palette().marker_edge);
    canvas.stroke(circle, {.color = canvas.palette().marker_edge, .width = 2 * width});
    canvas.stroke(circle, {.color = color, .width = width});
}

} // namespace

void draw_starts(canvas::Canvas& canvas, const Projection& project,
    const experiment::Experiments& experiments, const std::vector<std::size_t>& runs, double scale)
{
    const std::vector<Start> starts = starts_of(experiments, runs);
    const canvas::Palette& palette = canvas.palette();
    for (const Start& start : starts) {
        const bool is_of_one = starts.size() > 1 && start.runs.size() == 1;
        const Color color
            = is_of_one ? run_color(palette, experiments, start.runs.front()) : palette.text;
        const Head head = on_map(project, start.at);
        if (head.outside())
            draw_edge_arrow(
                canvas, head.at, head.direction, kArrow * scale, color, palette.marker_edge);
        else if (is_of_one)
            draw_marker(canvas, marker_shape(experiments, start.runs.front()), head.at,
                kRadius * scale, palette.marker_edge, color);
        else
            draw_ring(canvas, head.at, scale, color);
    }
}

} // namespace thalweg::panel
