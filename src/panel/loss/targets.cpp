#include "panel/loss/targets.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

constexpr double kRule = 1; // in line units
constexpr std::array<double, 2> kDashes{5, 4}; // likewise
constexpr double kGap = 3; // between a mark and its number, in line units
constexpr double kSmaller = 0.8; // marks, beside those of heads

bool meets_line(const Box& box, const std::vector<Vec2>& points)
{
    double enter = 0, leave = 1;
    for (std::size_t i = 1; i < points.size(); ++i)
        if (clip_segment(box, points[i - 1], points[i], enter, leave))
            return true;
    return false;
}

bool holds(const Box& outer, const Box& inner)
{
    return outer.contains({inner.x.lo, inner.y.lo}) && outer.contains({inner.x.hi, inner.y.hi});
}

} // namespace

std::optional<std::size_t> first_reach(const Curve& curve, double target)
{
    const auto found = std::ranges::find_if(curve.y, [&](double y) { return y <= target; });
    if (found == curve.y.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - curve.y.begin());
}

Targets::Targets(const std::vector<double>& values, const std::vector<LossLine>& lines,
    const LossProjection& project, const Setting& setting)
    : format_(setting.format)
    , box_(project.box)
{
    for (const double value : values) {
        const double y = project.y(value);
        if (!grown(box_, 0.5).contains({box_.x.lo, y}))
            continue; // a neighbour's scale, or a logarithm, does not show it
        heights_.push_back(y);
        for (const LossLine& line : lines)
            if (const auto step = first_reach(*line.curve, value))
                reached_.push_back({line.curve->run, *step, {project.x(line.curve->x[*step]), y}});
    }
    place_labels(lines, setting.metrics);
}

/// A number stands beside its mark where it meets no curve, no mark and no other number; the runs
/// that come first choose first.
void Targets::place_labels(const std::vector<LossLine>& lines, canvas::TextMetrics& metrics)
{
    const double radius = kSmaller * curve_head_reach(format_), gap = kGap * format_.line;
    std::vector<Box> taken;
    for (const Reach& one : reached_)
        taken.push_back(grown({{one.at.x, one.at.x}, {one.at.y, one.at.y}}, radius));
    std::vector<Reach*> order;
    for (Reach& one : reached_)
        order.push_back(&one);
    std::ranges::stable_sort(order, {}, [](const Reach* one) { return one->at.x; });
    for (Reach* one : order) {
        const std::string label = fmt::format("{}", one->step);
        const Vec2 size = metrics.size(label, {.size = format_.type.small});
        for (const Vec2 away : {Vec2{1, -1}, {-1, 1}, {1, 1}, {-1, -1}}) {
            const double left = away.x > 0 ? one->at.x + 0.5 * radius + gap
                                           : one->at.x - 0.5 * radius - gap - size.x;
            const double middle = one->at.y + away.y * (radius + 0.5 * size.y);
            const Box box{{left, left + size.x}, {middle - 0.5 * size.y, middle + 0.5 * size.y}};
            const Box wide = grown(box, 0.5 * gap);
            if (!holds(box_, box)
                || std::ranges::any_of(taken, [&](const Box& other) { return overlap(box, other); })
                || std::ranges::any_of(
                    lines, [&](const LossLine& line) { return meets_line(wide, line.points); })
                || std::ranges::any_of(
                    heights_, [&](double y) { return box.y.lo < y && y < box.y.hi; }))
                continue;
            one->label = label;
            one->label_at = {left, middle};
            taken.push_back(wide);
            break;
        }
    }
}

void Targets::draw_lines(canvas::Canvas& canvas) const
{
    canvas::Path path;
    for (const double y : heights_)
        path.add(canvas::Path::line({box_.x.lo, y}, {box_.x.hi, y}));
    const std::array<double, 2> dashes{kDashes[0] * format_.line, kDashes[1] * format_.line};
    if (!heights_.empty())
        canvas.stroke(path,
            {.color = canvas.palette().muted,
                .width = kRule * format_.line,
                .dashes = dashes,
                .cap = canvas::Cap::butt});
}

void Targets::draw_reached(canvas::Canvas& canvas, const experiment::Experiments& experiments,
    const experiment::Moment& moment) const
{
    for (const Reach& one : reached_) {
        if (moment.steps[one.run] < static_cast<double>(one.step))
            continue;
        const Color color = run_color(canvas.palette(), experiments, one.run);
        draw_mark(canvas, mark_of(experiments, one.run), one.at,
            {.radius = kSmaller * curve_head_radius(format_),
                .number_size = format_.type.least,
                .fill = color,
                .edge = canvas.palette().background});
        if (!one.label.empty())
            canvas.text(one.label, {.size = format_.type.small, .color = canvas.palette().text},
                {.at = one.label_at, .y = canvas::AlignY::middle});
    }
}

} // namespace thalweg::panel
