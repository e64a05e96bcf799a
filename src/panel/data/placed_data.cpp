#include "panel/data/placed_data.hpp"

#include "panel/contour/heads.hpp"
#include "panel/contour/trail_window.hpp"
#include "panel/data/class_ticks.hpp"
#include "panel/fitted_names.hpp"
#include "panel/loss/loss_axes.hpp"
#include "panel/marker.hpp"

#include "core/polyline.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

// In line units.
constexpr double kLine = 2, kResidual = 0.9, kDiagonal = 1;
constexpr double kColumn = 2; // between points of a bent curve
constexpr double kFlatness = 0.05;
constexpr double kDot = 2.8, kLeastDot = 1.1; // radius of a point
constexpr double kCross = 0.85, kCrossLine = 0.7; // half a side, and the width, in radii of dots
constexpr double kFew = 60; // points that have whole dots
constexpr double kThinned = 0.5; // of many points, none within so many radii
constexpr double kDotAlpha = 0.62, kResidualAlpha = 0.6;
constexpr double kDash = 7, kApart = 1.5; // of lines at one place, in their widths
constexpr double kArrow = 2.2; // in radii of heads
constexpr double kSpur = 3.2; // of borders, to class 1, likewise
constexpr std::size_t kMostMarks = 120; // of each run, in agreement
constexpr double kSmallMark = 0.55; // in radii of heads
constexpr double kKeyGap = 0.4, kKeyApart = 1.4; // in sizes of text

canvas::TextStyle key_style(const canvas::Format& format, const Color& color = {})
{
    return {.size = format.type.small, .color = color};
}

std::string fitted(const std::string& name, double width, const Setting& setting)
{
    if (name.empty())
        return name;
    const NameRoom room{
        .width = width, .size = setting.format.type.small, .lines = 1, .metrics = setting.metrics};
    return fitted_names(std::array{name}, room).front().front();
}

/// One path of a dot at each place, whatever their number: lines without length.
canvas::Path dots_at(const std::vector<Vec2>& places)
{
    canvas::Path path;
    for (const Vec2 p : places)
        path.add(canvas::Path::line(p, p));
    return path;
}

canvas::Path crosses_at(const std::vector<Vec2>& places, double half)
{
    canvas::Path path;
    for (const Vec2 p : places) {
        path.add(canvas::Path::line(p + Vec2{-half, -half}, p + Vec2{half, half}));
        path.add(canvas::Path::line(p + Vec2{-half, half}, p + Vec2{half, -half}));
    }
    return path;
}

double dot_radius(std::size_t count, const canvas::Format& format)
{
    const double crowd = std::sqrt(kFew / std::max<double>(kFew, static_cast<double>(count)));
    return std::max(kDot * crowd, kLeastDot) * format.line;
}

} // namespace

DataFrame DataFrame::of(
    const DataPlan& plan, const DataView& view, const Box& box, const Setting& setting)
{
    DataFrame frame{.axes = linear_axes(view.range, box, setting.format, setting.metrics)};
    frame.axes.x.name
        = fitted(plan.x_label.empty() ? view.x_name : plan.x_label, box.width(), setting);
    frame.axes.y.name
        = fitted(plan.y_label.empty() ? view.y_name : plan.y_label, box.height(), setting);
    if (!view.class_name.empty()) {
        constexpr double kLongest = 8; // of a name, in sizes of text
        const std::string name
            = fitted(view.class_name, kLongest * setting.format.type.small, setting);
        frame.class_one = name + " 1";
        frame.class_zero = name + " 0";
    }
    return frame;
}

Insets DataFrame::insets(const Box& box, const Setting& setting) const
{
    const canvas::Format& format = setting.format;
    Insets room = axes_insets(axes, box, format, setting.metrics);
    const double frame = 0.5 * format.line;
    for (double* side : {&room.left, &room.top, &room.right, &room.bottom})
        *side = std::max(*side, frame);
    if (!class_one.empty())
        room.top = std::max(room.top, 1.5 * setting.metrics.size("0", key_style(format)).y);
    return room;
}

double DataFrame::key_width(const Setting& setting) const
{
    if (class_one.empty())
        return 0;
    const auto width = [&](const std::string& text) {
        return setting.metrics.size(text, key_style(setting.format)).x;
    };
    return width(class_one) + width(class_zero)
        + 2 * (2 * kDot * setting.format.line + kKeyGap * setting.format.type.small)
        + kKeyApart * setting.format.type.small;
}

PlacedData::PlacedData(const DataPlan& plan, const Context& context,
    std::shared_ptr<const DataView> view, const Placement& placement)
    : plan_(plan)
    , context_(context)
    , view_(std::move(view))
    , format_(placement.setting.format)
    , project_{view_->range, placement.inner}
    , outer_(placement.outer)
    , frame_(DataFrame::of(plan, *view_, placement.inner, placement.setting))
    , dot_(dot_radius(view_->targets.size(), format_))
{
    std::vector<Vec2> ones, zeros;
    for (std::size_t i = 0; i < view_->points.size(); ++i) {
        const bool is_zero = view_->form == DataForm::border && view_->targets[i] == 0;
        (is_zero ? zeros : ones).push_back(project_(view_->points[i]));
    }
    for (const std::size_t i : distinct_places(ones, kThinned * dot_))
        dots_.push_back(ones[i]);
    if (view_->has_classes) {
        dots_.clear();
        ticks_ = class_ticks(ones, project_.box, format_.line);
    }
    for (const std::size_t i : distinct_places(zeros, kThinned * dot_))
        crosses_.push_back(zeros[i]);
    const std::size_t every = (view_->targets.size() + kMostMarks - 1) / kMostMarks;
    if (view_->form == DataForm::agreement)
        for (std::size_t i = 0; i < view_->targets.size(); i += every)
            sampled_.push_back(i);
}

const surface::DataSurface& PlacedData::surface() const
{
    return dynamic_cast<const surface::DataSurface&>(
        *context_.experiments->all[plan_.experiment].plan.surface);
}

Color PlacedData::color_of(const canvas::Canvas& canvas, const Shown& one) const
{
    const Color color = run_color(canvas.palette(), *context_.experiments, one.run);
    return color.with_alpha(color.a * one.opacity);
}

/// The models of the runs, without those of runs that are lost.
std::vector<PlacedData::Shown> PlacedData::shown_at(const experiment::Moment& moment) const
{
    std::vector<Shown> all;
    for (const std::size_t run : plan_.runs) {
        const optimizer::Trajectory& path = context_.experiments->trajectory(run);
        const double opacity = kept_trail(path, *context_.timeline, moment);
        const Vec2 p = experiment::position_at(path, moment.steps[run]);
        if (opacity > 0 && is_finite(p))
            all.push_back({run, p, opacity,
                model_line(surface(), *view_, p, project_, kColumn * format_.line)});
    }
    return all;
}

void PlacedData::draw_backdrop(canvas::Canvas& canvas, const experiment::Moment&) const
{
    const canvas::Group group(canvas, "data");
    draw_axes(canvas, frame_.axes, project_.box, outer_, format_);
    draw_key(canvas);
    const canvas::Clip only(canvas, project_.box);
    draw_points(canvas);
    if (view_->form == DataForm::agreement)
        canvas.stroke(canvas::Path::line({project_.box.x.lo, project_.box.y.hi},
                          {project_.box.x.hi, project_.box.y.lo}),
            {.color = canvas.palette().muted, .width = kDiagonal * format_.line});
}

void PlacedData::draw_points(canvas::Canvas& canvas) const
{
    const canvas::Group group(canvas, "points");
    const Color color = canvas.palette().text.with_alpha(kDotAlpha);
    if (!dots_.empty())
        canvas.stroke(dots_at(dots_), {.color = color, .width = 2 * dot_});
    if (view_->has_classes)
        canvas.stroke(
            ticks_, {.color = color, .width = kTickWidth * format_.line, .cap = canvas::Cap::butt});
    if (!crosses_.empty())
        canvas.stroke(
            crosses_at(crosses_, kCross * dot_), {.color = color, .width = kCrossLine * dot_});
}

/// "● passed 1  × passed 0", above the box.
void PlacedData::draw_key(canvas::Canvas& canvas) const
{
    if (frame_.class_one.empty())
        return;
    const double size = format_.type.small, radius = kDot * format_.line;
    const double line = canvas.metrics().size("0", key_style(format_)).y;
    const double middle = project_.box.y.lo - line;
    const Color color = canvas.palette().text.with_alpha(kDotAlpha);
    double x = project_.box.x.lo + radius;
    const auto add = [&](const std::string& name) {
        const canvas::TextStyle style = key_style(format_, canvas.palette().muted);
        const Vec2 at{x + radius + kKeyGap * size, middle};
        canvas.text(name, style, {.at = at, .y = canvas::AlignY::middle});
        x = at.x + canvas.metrics().size(name, style).x + kKeyApart * size + radius;
    };
    canvas.stroke(dots_at({{x, middle}}), {.color = color, .width = 2 * radius});
    add(frame_.class_one);
    canvas.stroke(
        crosses_at({{x, middle}}, kCross * radius), {.color = color, .width = kCrossLine * radius});
    add(frame_.class_zero);
}

void PlacedData::add_action_key(const experiment::Moment& moment, std::vector<double>& key) const
{
    for (const std::size_t run : plan_.runs)
        key.push_back(
            kept_trail(context_.experiments->trajectory(run), *context_.timeline, moment));
}

void PlacedData::draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    const canvas::Group group(canvas, "data");
    const std::vector<Shown> all = shown_at(moment);
    {
        const canvas::Clip only(canvas, project_.box);
        for (const Shown& one : all)
            if (one.run == plan_.residuals_of)
                draw_residuals(canvas, one);
        draw_lines(canvas, all);
        if (view_->form == DataForm::agreement)
            for (const Shown& one : all)
                draw_agreement(canvas, one);
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        draw_marker(canvas, all[i], i);
}

/// From each point to what the model says at its input.
void PlacedData::draw_residuals(canvas::Canvas& canvas, const Shown& one) const
{
    canvas::Path lines;
    for (const Vec2 p : view_->points) {
        const double input = p.x, said = surface().predict(view_->inputs(input), one.parameters);
        if (const Vec2 end = project_({input, said}); is_finite(end))
            lines.add(
                canvas::Path::line(project_(p), {end.x, grown(project_.box, 1).y.clamp(end.y)}));
    }
    const Color color = color_of(canvas, one);
    canvas.stroke(lines,
        {.color = color.with_alpha(color.a * kResidualAlpha),
            .width = kResidual * format_.line,
            .cap = canvas::Cap::butt});
}

/// Where lines lie on each other, dashes of the lower ones show through the upper one.
void PlacedData::draw_lines(canvas::Canvas& canvas, const std::vector<Shown>& all) const
{
    const double width = kLine * format_.line, dash = kDash * width;
    const auto draw = [&](const Shown& one, const canvas::Stroke& stroke) {
        std::vector<Vec2> points;
        for (const std::size_t i : simplify(one.line.points, kFlatness * format_.line))
            points.push_back(one.line.points[i]);
        canvas.stroke(canvas::Path::polyline(points), stroke);
    };
    for (const Shown& one : all)
        if (one.line.is_seen())
            draw(one, {.color = color_of(canvas, one), .width = width});
    for (std::size_t i = 0; i < all.size(); ++i) {
        double near = 0;
        for (std::size_t k = i + 1; k < all.size(); ++k)
            near = std::max(
                near, all[k].opacity * nearness(all[i].line, all[k].line, kApart * width));
        if (near <= 0)
            continue;
        const Color color = color_of(canvas, all[i]);
        const auto others = static_cast<double>(all.size() - 1);
        const std::array<double, 2> dashes{dash, others * dash};
        const double slot
            = all[i].line.points.front().x - project_.box.x.lo - static_cast<double>(i) * dash;
        draw(all[i],
            {.color = color.with_alpha(color.a * near),
                .width = width,
                .dashes = dashes,
                .dash_offset = slot,
                .cap = canvas::Cap::butt});
    }
}

/// Runs have their markers at different places of their lines, so that equal lines show all.
double PlacedData::place_on_line(std::size_t i) const
{
    return (static_cast<double>(i) + 1) / (static_cast<double>(plan_.runs.size()) + 1);
}

void PlacedData::draw_marker(canvas::Canvas& canvas, const Shown& one, std::size_t i) const
{
    const Color color = color_of(canvas, one);
    const Color edge = canvas.palette().background.with_alpha(one.opacity);
    const double radius = curve_head_radius(format_);
    if (one.line.is_seen()) {
        const Vec2 at = one.line.at(place_on_line(i));
        if (norm2(one.line.side) > 0)
            canvas.stroke(canvas::Path::line(at, at + kSpur * radius * one.line.side),
                {.color = color, .width = kLine * format_.line});
        draw_mark(canvas, mark_of(*context_.experiments, one.run), at,
            {.radius = radius, .number_size = format_.type.least, .fill = color, .edge = edge});
    } else if (one.line.towards) {
        const Head head = on_map(project_, {one.line.towards->x, one.line.towards->y});
        if (head.outside())
            draw_edge_arrow(canvas, head.at, head.direction, kArrow * radius, color, edge);
    }
}

/// A run's own marker for each sample: at the model's number and the target.
void PlacedData::draw_agreement(canvas::Canvas& canvas, const Shown& one) const
{
    const std::vector<surface::Sample>& samples = surface().data().list;
    const double radius = kSmallMark * curve_head_radius(format_);
    for (const std::size_t i : sampled_) {
        const Vec2 at
            = project_({surface().predict(samples[i].inputs, one.parameters), samples[i].target});
        if (is_finite(at) && grown(project_.box, radius).contains(at))
            draw_mark(canvas, mark_of(*context_.experiments, one.run), at,
                {.radius = radius,
                    .number_size = 0.7 * format_.type.least,
                    .fill = color_of(canvas, one),
                    .edge = canvas.palette().background.with_alpha(one.opacity)});
    }
}

} // namespace thalweg::panel
