#include "panel/contour/head_labels.hpp"

#include "panel/marker.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thalweg::panel {

namespace {

constexpr double kHalo = 1.6 / 13; // of the text's size, on each side
constexpr double kBadgeGap = 0.3; // of the text's size
constexpr double kLeaderWidth = 1.1; // units, on a map of scale 1
constexpr double kLeaderFrom = 7, kLeaderFull = 14; // free way from head to label, likewise

canvas::TextStyle label_style(double size)
{
    return {.size = size};
}

} // namespace

HeadLabel head_label(
    const experiment::Experiments& experiments, std::size_t run, const Setting& setting)
{
    HeadLabel label{.name = experiments.run_plan(run).title};
    const optimizer::Trajectory& path = experiments.trajectory(run);
    if (optimizer::is_lost(path.outcome))
        label.badge
            = fmt::format("· {} at step {}", optimizer::lost_word(path.outcome), path.ended_at);
    const double size = setting.format.type.label;
    label.name_width = setting.metrics.size(label.name, label_style(size)).x + kBadgeGap * size;
    return label;
}

LabelSize measure(const HeadLabel& label, const Setting& setting)
{
    const canvas::TextStyle style = label_style(setting.format.type.label);
    const Vec2 name = setting.metrics.size(label.name, style);
    if (label.badge.empty())
        return {.width = name.x, .height = name.y, .diverged_width = name.x};
    const Vec2 badge = setting.metrics.size(label.badge, style);
    return {.width = name.x,
        .height = std::max(name.y, badge.y),
        .diverged_width = label.name_width + badge.x};
}

void draw_head(canvas::Canvas& canvas, const experiment::Experiments& experiments, std::size_t run,
    const Head& head, const HeadsStyle& style)
{
    const Color fill = run_color(canvas.palette(), experiments, run);
    const Color& edge = canvas.palette().marker_edge;
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

void draw_label(canvas::Canvas& canvas, const HeadLabel& label, const LabelSpot& spot,
    double badge_opacity, const HeadsStyle& style)
{
    const canvas::Palette& palette = canvas.palette();
    const auto draw = [&](const std::string& text, double x, double opacity) {
        canvas::TextStyle look = label_style(style.text_size);
        look.color = palette.text.with_alpha(palette.text.a * opacity);
        look.halo = {.color = palette.halo.with_alpha(palette.halo.a * opacity),
            .width = kHalo * style.text_size};
        canvas.text(text, look,
            {.at = {x, spot.box.y.middle()},
                .x = canvas::AlignX::left,
                .y = canvas::AlignY::middle});
    };
    draw(label.name, spot.box.x.lo, spot.opacity);
    if (badge_opacity > 0 && !label.badge.empty())
        draw(label.badge, spot.box.x.lo + label.name_width, spot.opacity * badge_opacity);
}

} // namespace thalweg::panel
