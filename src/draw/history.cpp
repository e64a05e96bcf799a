#include "draw/history.hpp"

#include "core/polyline.hpp"
#include "draw/map_panel.hpp"
#include "draw/marker.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {
constexpr std::size_t kBlockPoints = 48;
constexpr double kLineWidth = 0.9;
constexpr double kFlatness = 0.04; // of the lines that stand for a curve, in units
constexpr double kReach = 20; // panels: how far outside the view a point may be projected
} // namespace

History::History(const Stage& stage, const Palette& palette, const Box& view)
    : stage_(stage)
    , palette_(palette)
    , project_{view, stage.layout.map}
{
    const Box reach = grown(stage.layout.map, kReach * stage.layout.map.width());
    for (std::size_t run = 0; run < stage.paths.size(); ++run) {
        const RunPath& path = stage.paths[run];
        Line line;
        for (const Vec2 p : path.points) {
            const Vec2 at = reach.clamp(project_(p));
            line.lengths.push_back(
                line.points.empty() ? 0 : line.lengths.back() + distance(line.points.back(), at));
            line.points.push_back(at);
        }
        for (std::size_t first = 0; first + kBlockPoints < path.points.size();
             first += kBlockPoints)
            blocks_.push_back({run, first, first + kBlockPoints, path.steps[first + kBlockPoints]});
        lines_.push_back(std::move(line));
    }
    std::ranges::stable_sort(blocks_, {}, &Block::step);
}

std::size_t History::finished(double step) const
{
    return static_cast<std::size_t>(
        std::ranges::upper_bound(blocks_, step, {}, &Block::step) - blocks_.begin());
}

void History::draw_block(Canvas& canvas, std::size_t block) const
{
    const auto& [run, first, last, step] = blocks_[block];
    stroke(canvas, run, std::span(lines_[run].points).subspan(first, last - first + 1),
        lines_[run].lengths[first]);
}

void History::draw_ends(Canvas& canvas, double step) const
{
    for (std::size_t run = 0; run < lines_.size(); ++run) {
        const std::size_t reached = stage_.paths[run].reached(step);
        const std::size_t first = (reached - 1) / kBlockPoints * kBlockPoints;
        std::vector<Vec2> points(lines_[run].points.begin() + static_cast<std::ptrdiff_t>(first),
            lines_[run].points.begin() + static_cast<std::ptrdiff_t>(reached));
        if (reached < lines_[run].points.size())
            points.push_back(project_(position_at(stage_.experiment->trajectories[run], step)));
        stroke(canvas, run, points, lines_[run].lengths[first]);
    }
}

void History::stroke(
    Canvas& canvas, std::size_t run, std::span<const Vec2> points, double length_before) const
{
    if (points.size() < 2)
        return;
    const MapClip clip(canvas, stage_.layout.map);
    for (const std::size_t i : simplify(points, kFlatness))
        cairo_line_to(canvas.cr(), points[i].x, points[i].y);
    // The run's colour, half-way to the ground's lightness, so that the trail stands out on it.
    Oklch color = to_oklch(palette_.accents[run % palette_.accents.size()]);
    color.lightness
        = std::lerp(color.lightness, mix(palette_.low, palette_.high, 0.5).lightness, 0.35);
    color.chroma *= 0.8;
    canvas.stroke(to_color(color), kLineWidth, dash_pattern(run), length_before);
}

} // namespace thalweg
