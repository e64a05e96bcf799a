#include "panel/contour/history.hpp"

#include "core/polyline.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg::panel {

namespace {

constexpr std::size_t kBlockPoints = 48;
constexpr double kWidth = 1.1, kCasing = 1.4; // units; the casing is so much wider
constexpr double kLeastScale = 0.65; // thinner lines could not be told apart in print
constexpr double kOpacity = 0.8; // what the opaque line looks like, over the middle of the ground
constexpr double kHaze = 0.8; // opacity of crowded paths, which let the ground be seen
constexpr double kFlatness = 0.04; // of the lines that stand for a curve, in units
constexpr double kSamplesPerSecond = 30;

} // namespace

History::History(const Context& context, const std::vector<std::size_t>& runs,
    const std::vector<RunPath>& paths, const TrailReach& reach, double least_zoom)
{
    for (std::size_t run = 0; run < runs.size(); ++run)
        for (std::size_t first = 0; first < paths[run].last(); first += kBlockPoints)
            blocks_.push_back({run, static_cast<double>(first),
                static_cast<double>(std::min(first + kBlockPoints, paths[run].last())),
                std::numeric_limits<double>::infinity()});

    const auto& timeline = *context.timeline;
    const auto count = static_cast<int>(std::ceil(timeline.duration_s() * kSamplesPerSecond));
    for (int i = 0; i <= count; ++i) {
        const experiment::Moment moment = timeline.moment(i / kSamplesPerSecond);
        std::vector<double> free; // of each run's trail, up to here
        for (std::size_t run = 0; run < runs.size(); ++run)
            free.push_back(trail_window(paths[run], reach, moment.steps[runs[run]], least_zoom,
                kept_trail(context.experiments->trajectory(runs[run]), timeline, moment))
                               .begin);
        for (Block& block : blocks_)
            if (block.last <= free[block.run])
                block.settled_s = std::min(block.settled_s, moment.time_s);
    }
    std::ranges::stable_sort(blocks_, {}, &Block::settled_s);
}

std::size_t History::settled(double time_s) const
{
    return static_cast<std::size_t>(
        std::ranges::upper_bound(blocks_, time_s, {}, &Block::settled_s) - blocks_.begin());
}

double history_strength(double crowding)
{
    constexpr double kUncrowded = 5, kLeast = 0.2;
    return std::clamp(kUncrowded / crowding, kLeast, 1.0);
}

double walked_width(double scale)
{
    return (kWidth + kCasing) * std::max(scale, kLeastScale);
}

void draw_walked(canvas::Canvas& canvas, const RunPath& path, const Walked& part,
    const Projection& project, const HistoryStyle& style)
{
    if (!(part.end > part.begin))
        return;
    const std::vector<Vec2> places
        = projected_part(path, part.begin, part.end, path.at(part.end), project);
    std::vector<Vec2> kept;
    for (const std::size_t i : simplify(places, kFlatness))
        kept.push_back(places[i]);
    draw_walked_line(canvas, kept, style);
}

void draw_walked_line(
    canvas::Canvas& canvas, const std::vector<Vec2>& points, const HistoryStyle& style)
{
    const canvas::Palette& palette = canvas.palette();
    const canvas::Path line = canvas::Path::polyline(points);
    const double scale = std::max(style.scale, kLeastScale);
    canvas.stroke(line,
        {.color = palette.casing.with_alpha(style.strength * palette.casing.a),
            .width = walked_width(scale),
            .cap = canvas::Cap::butt});
    const Color ground = canvas::ground_color(palette, 0.5);
    std::vector<double> dashes;
    for (const double length : style.dashes)
        dashes.push_back(length * scale);
    canvas.stroke(line,
        {.color = style.strength < 1 ? style.color.with_alpha(kHaze * style.strength)
                                     : blend(ground, style.color.with_alpha(kOpacity)),
            .width = kWidth * scale,
            .dashes = dashes,
            .dash_offset = dashes.empty() ? 0 : style.walked});
}

} // namespace thalweg::panel
