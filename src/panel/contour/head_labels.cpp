#include "panel/contour/head_labels.hpp"

#include "panel/marker.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thalweg::panel {

namespace {

constexpr double kBadgeFade_s = 0.2;
constexpr double kHalo = 1.6 / 13; // of the text's size, on each side
constexpr double kBadgeGap = 0.3; // of the text's size
constexpr double kMark = 0.36, kMarkGap = 0.35; // radius of a mark, and the gap behind; likewise
constexpr double kLeastMark = 0.05; // of its size; a smaller one is left out
constexpr double kMarkRoom = 1.2; // of all but large numbers, likewise
constexpr double kOfMap = 0.27; // the longest line of a label, in the map's width
constexpr double kLeastLine = 9; // but it may be so long, in the text's size
constexpr double kLeaderWidth = 1.1; // units, on a map of scale 1
constexpr double kLeaderFrom = 7, kLeaderFull = 14; // free way from head to label, likewise

canvas::TextStyle label_style(double size)
{
    return {.size = size};
}

/// The run's mark at the left of a label's first line.
void draw_own_mark(canvas::Canvas& canvas, const experiment::Experiments& experiments,
    const HeadLabel& label, const LabelSpot& spot, const HeadsStyle& style)
{
    const canvas::Palette& palette = canvas.palette();
    const double line = spot.box.height() / static_cast<double>(label.lines.size());
    const double middle = 0.5 * (label.mark_room - kMarkGap * style.text_size);
    const Color fill = run_color(palette, experiments, label.run);
    draw_mark(canvas, mark_of(experiments, label.run),
        {spot.box.x.lo + spot.marked * middle, spot.box.y.lo + 0.5 * line},
        {.radius = spot.marked * kMark * style.text_size,
            .number_size = spot.marked * style.number_size,
            .fill = fill.with_alpha(fill.a * spot.opacity),
            .edge = palette.marker_edge.with_alpha(palette.marker_edge.a * spot.opacity)});
}

} // namespace

std::vector<HeadLabel> head_labels(const experiment::Experiments& experiments,
    std::span<const std::size_t> runs, double map_width, const Setting& setting)
{
    const double size = setting.format.type.label;
    std::vector<std::string> names;
    for (const std::size_t run : runs)
        names.push_back(experiments.run_plan(run).title);
    const std::vector<NameLines> fitted = fitted_names(names,
        {.width = std::max(kOfMap * map_width, kLeastLine * size),
            .size = size,
            .metrics = setting.metrics});
    std::vector<HeadLabel> labels;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        HeadLabel& label = labels.emplace_back(HeadLabel{.run = runs[i], .lines = fitted[i]});
        const optimizer::Trajectory& path = experiments.trajectory(runs[i]);
        if (optimizer::is_lost(path.outcome))
            label.badge
                = fmt::format("· {} at step {}", optimizer::lost_word(path.outcome), path.ended_at);
        label.badge_at
            = setting.metrics.size(label.lines.back(), label_style(size)).x + kBadgeGap * size;
        const Box mark
            = mark_extent(mark_of(experiments, runs[i]), kMark * size, setting.format.type.least);
        label.mark_room = std::max(kMarkRoom * size, mark.width() + kMarkGap * size);
    }
    return labels;
}

LabelSize measure(const HeadLabel& label, const Setting& setting)
{
    const canvas::TextStyle style = label_style(setting.format.type.label);
    LabelSize size;
    for (const std::string& line : label.lines) {
        const Vec2 one = setting.metrics.size(line, style);
        size.width = std::max(size.width, one.x);
        size.height = std::max(size.height, one.y);
    }
    size.diverged_width = size.width;
    size.mark = label.mark_room;
    if (!label.badge.empty()) {
        const Vec2 badge = setting.metrics.size(label.badge, style);
        size.diverged_width = std::max(size.width, label.badge_at + badge.x);
        size.height = std::max(size.height, badge.y);
    }
    size.height *= static_cast<double>(label.lines.size());
    return size;
}

void draw_head(canvas::Canvas& canvas, const experiment::Experiments& experiments, std::size_t run,
    const Head& head, const HeadsStyle& style, double hidden)
{
    const Color accent = run_color(canvas.palette(), experiments, run);
    if (hidden > 0)
        draw_mark_outline(canvas, mark_of(experiments, run), head.at,
            {.radius = kHeadRadius * style.scale,
                .number_size = style.number_size,
                .fill = accent.with_alpha(accent.a * hidden),
                .edge = canvas.palette().casing.with_alpha(canvas.palette().casing.a * hidden)});
    if (hidden >= 1)
        return;
    const Color fill = accent.with_alpha(accent.a * (1 - hidden)),
                edge = canvas.palette().marker_edge.with_alpha(1 - hidden);
    if (head.outside())
        draw_edge_arrow(canvas, head.at, head.direction, kArrowSize * style.scale, fill, edge);
    else
        draw_mark(canvas, mark_of(experiments, run), head.at,
            {.radius = kHeadRadius * style.scale,
                .number_size = style.number_size,
                .fill = fill,
                .edge = edge});
}

Box head_extent(
    const experiment::Experiments& experiments, std::size_t run, const HeadsStyle& style)
{
    return mark_extent(mark_of(experiments, run), kHeadRadius * style.scale, style.number_size);
}

void draw_leader(canvas::Canvas& canvas, const Color& color, const Head& head,
    const LabelSpot& spot, const HeadsStyle& style)
{
    const Vec2 from = head.middle(style.scale);
    const Box& box = spot.box;
    const bool is_beside = !box.x.contains(from.x);
    const Vec2 to = is_beside ? Vec2{box.x.clamp(from.x), box.y.middle()} : box.clamp(from);
    // What counts as away is the free way to the box, not to where the line ends.
    const double free = distance(from, box.clamp(from)) - kHeadRadius * style.scale;
    const double seen
        = std::clamp((free / style.scale - kLeaderFrom) / (kLeaderFull - kLeaderFrom), 0.0, 1.0);
    if (seen <= 0)
        return;
    const double gap = is_beside ? 2 : 0;
    const Vec2 end = to + (to.x < from.x ? gap : -gap) * Vec2{is_beside ? 1.0 : 0.0, 0};
    const canvas::Path line = canvas::Path::line(from, end);
    const double width = kLeaderWidth * std::min(1.0, style.scale);
    const Color& casing = canvas.palette().casing;
    canvas.stroke(line,
        {.color = casing.with_alpha(casing.a * seen * spot.opacity),
            .width = width + 1.6 * style.scale,
            .cap = canvas::Cap::butt});
    canvas.stroke(line, {.color = color.with_alpha(seen * spot.opacity), .width = width});
}

double badge_opacity(const optimizer::Trajectory& run, const experiment::Timeline& timeline,
    const experiment::Moment& moment)
{
    if (!is_lost(run, moment))
        return 0;
    const double since_s = moment.time_s - timeline.time_of(run.ended_at);
    return std::clamp(since_s / kBadgeFade_s, 0.0, 1.0);
}

void draw_label(canvas::Canvas& canvas, const experiment::Experiments& experiments,
    const HeadLabel& label, const LabelSpot& spot, double badge_opacity, const HeadsStyle& style)
{
    if (spot.marked > kLeastMark)
        draw_own_mark(canvas, experiments, label, spot, style);
    const canvas::Palette& palette = canvas.palette();
    const double line = spot.box.height() / static_cast<double>(label.lines.size());
    const auto draw = [&](const std::string& text, std::size_t row, double x, double opacity) {
        canvas::TextStyle look = label_style(style.text_size);
        look.color = palette.text.with_alpha(palette.text.a * opacity);
        look.halo = {.color = palette.halo.with_alpha(palette.halo.a * opacity),
            .width = kHalo * style.text_size};
        const double middle = spot.box.y.lo + (static_cast<double>(row) + 0.5) * line;
        canvas.text(text, look,
            {.at = {spot.box.x.lo + spot.marked * label.mark_room + x, middle},
                .x = canvas::AlignX::left,
                .y = canvas::AlignY::middle});
    };
    for (std::size_t row = 0; row < label.lines.size(); ++row)
        draw(label.lines[row], row, 0, spot.opacity);
    if (badge_opacity > 0 && !label.badge.empty())
        draw(label.badge, label.lines.size() - 1, label.badge_at, spot.opacity * badge_opacity);
}

} // namespace thalweg::panel
