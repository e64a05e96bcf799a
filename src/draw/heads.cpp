#include "draw/heads.hpp"

#include "draw/marker.hpp"
#include "stage/heads.hpp"

#include <algorithm>

namespace thalweg {

namespace {

constexpr double kRadius = 4.6;
constexpr double kPlatePadding = 2.5, kPlateCorner = 3;

void add_rounded_box(Canvas& canvas, const Box& box, double radius)
{
    constexpr double quarter = 1.5707963267948966;
    cairo_new_sub_path(canvas.cr());
    cairo_arc(canvas.cr(), box.x.hi - radius, box.y.lo + radius, radius, -quarter, 0);
    cairo_arc(canvas.cr(), box.x.hi - radius, box.y.hi - radius, radius, 0, quarter);
    cairo_arc(canvas.cr(), box.x.lo + radius, box.y.hi - radius, radius, quarter, 2 * quarter);
    cairo_arc(canvas.cr(), box.x.lo + radius, box.y.lo + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(canvas.cr());
}

/// A thin line to a label that had to move away from its head.
void draw_leader(Canvas& canvas, const Head& head, const LabelSpot& label, const Palette& palette)
{
    const Vec2 nearest = label.box.clamp(head.at);
    const double away = label.box.y.contains(head.at.y) ? 0 : distance(head.at, nearest);
    if (away < 2 * kRadius)
        return;
    canvas.line(head.at, nearest);
    canvas.stroke(palette.text.with_alpha(0.5 * label.opacity), 0.7);
}

void draw_label(Canvas& canvas, Typesetter& type, const Stage& stage, const Palette& palette,
    std::size_t run, const Head& head, const LabelSpot& label)
{
    std::string text = stage.experiment->plan.runs[run].name;
    if (head.diverged)
        text += " · " + divergence_badge(stage.experiment->trajectories[run]);
    const auto faded = [&](const Color& c) { return c.with_alpha(c.a * label.opacity); };
    add_rounded_box(canvas,
        {{label.box.x.lo - kPlatePadding, label.box.x.hi + kPlatePadding}, label.box.y},
        kPlateCorner);
    canvas.fill(faded(palette.plate));
    type.draw(canvas, text, head_label_style(stage.format, faded(palette.text)),
        {label.box.x.lo, label.box.center().y}, AlignX::left, AlignY::middle);
}

} // namespace

TextStyle head_label_style(const Format& format, const Color& color)
{
    return {.size = 0.9 * format.text_size(), .color = color};
}

void draw_heads(
    Canvas& canvas, Typesetter& type, const Stage& stage, const Palette& palette, double time_s)
{
    const std::vector<LabelSpot> labels = stage.labels.at(time_s);
    std::vector<Head> heads;
    for (std::size_t run = 0; run < stage.experiment->plan.runs.size(); ++run)
        heads.push_back(head_at(*stage.experiment, stage.camera, stage.layout.map, run, time_s));

    for (std::size_t run = 0; run < labels.size(); ++run)
        if (labels[run].opacity > 0) {
            draw_leader(canvas, heads[run], labels[run], palette);
            draw_label(canvas, type, stage, palette, run, heads[run], labels[run]);
        }
    for (std::size_t run = 0; run < heads.size(); ++run) {
        const Color& accent = palette.accents[run % palette.accents.size()];
        if (heads[run].outside())
            draw_edge_arrow(
                canvas, heads[run].at, heads[run].direction, 11, accent, palette.marker_edge);
        else
            draw_marker(
                canvas, marker_shape(run), heads[run].at, kRadius, accent, palette.marker_edge);
    }
}

} // namespace thalweg
