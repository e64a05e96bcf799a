#include "panel/loss/placed_loss.hpp"

#include "panel/contour/heads.hpp"
#include "panel/marker.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kPast = 1.6, kFuture = 1, kFutureAlpha = 0.25; // widths in line units
constexpr double kHiding = 4; // length of dashes over another curve, in widths
constexpr double kArrow = 2.2; // length, in radii of heads

/// A positive range for a logarithmic scale that others may have made one.
ScaleRequest usable(ScaleRequest scales)
{
    if (scales.logarithmic && !(scales.y.lo > 0)) {
        scales.y.hi = scales.y.hi > 0 ? scales.y.hi : 1;
        scales.y.lo = 1e-6 * scales.y.hi;
    }
    return scales;
}

} // namespace

std::span<const double> experiment_dashes(std::size_t experiment)
{
    // Caps are round, so that gaps look one width shorter. The legend's samples have some 16
    // widths.
    static constexpr std::array<double, 2> kDashed{3.5, 2.5}, kDotted{0.01, 2.2}, kLong{7, 2.2},
        kSparse{0.01, 5};
    static constexpr std::array<double, 4> kDashDot{5, 2.2, 0.01, 2.2}, kLongShort{6, 2, 1.5, 2};
    static constexpr std::array<double, 6> kDashDotDot{4, 2, 0.01, 2, 0.01, 2};
    static constexpr std::array<std::span<const double>, 8> kPatterns{std::span<const double>{},
        kDashed, kDotted, kDashDot, kLong, kDashDotDot, kSparse, kLongShort};
    return kPatterns[experiment % kPatterns.size()];
}

PlacedLoss::PlacedLoss(const Context& context, const LossWords& words,
    std::shared_ptr<const std::vector<Curve>> curves, const Placement& placement)
    : context_(context)
    , curves_(std::move(curves))
    , format_(placement.setting.format)
    , project_{usable(placement.scales), placement.inner}
    , left_(placement.outer.x.lo)
    , axes_(project_, words, format_, placement.setting.metrics)
{
    for (const Curve& curve : *curves_)
        lines_.push_back(loss_line(curve, project_, format_, kPast * format_.line));
    set_dashes();
    if (placement.setting.detail.curve_labels)
        labels_.emplace(*context_.experiments, *curves_, project_, placement.setting);
    if (!words.targets.empty())
        targets_.emplace(words.targets, lines_, project_, placement.setting);
}

/// Runs of one name in several experiments have one colour; dashes tell them apart.
void PlacedLoss::set_dashes()
{
    const experiment::Experiments& experiments = *context_.experiments;
    const auto number = [&](const LossLine& line) {
        return &experiments.of_run(line.curve->run) - experiments.all.data();
    };
    const auto differs
        = [&](const LossLine& line) { return number(line) != number(lines_.front()); };
    if (std::ranges::none_of(lines_, differs)) {
        dash_what_hides();
        return;
    }
    for (LossLine& line : lines_)
        for (const double dash : experiment_dashes(static_cast<std::size_t>(number(line))))
            line.dashes.push_back(dash * kPast * format_.line);
}

/// Where curves coincide, gaps in the upper one show the lower one.
void PlacedLoss::dash_what_hides()
{
    const double width = kPast * format_.line;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
        double below = 0;
        for (std::size_t k = 0; k < i; ++k)
            if (coincide(*lines_[i].curve, *lines_[k].curve, project_, 0.5 * width))
                ++below;
        if (below > 0)
            lines_[i].dashes = {kHiding * width, (kHiding * below + 1) * width};
    }
}

Box PlacedLoss::strips(std::size_t first, std::size_t last) const
{
    Box box = grown(project_.box, 0.5 * kPast * format_.line);
    if (first > 0)
        box.x.lo = loss_strip(project_, format_, first).lo;
    if (last + 1 < kLossStrips)
        box.x.hi = loss_strip(project_, format_, last).hi;
    return box;
}

void PlacedLoss::draw_backdrop(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    const canvas::Group group(canvas, "loss");
    axes_.draw(canvas, left_);
    if (targets_)
        targets_->draw_lines(canvas);
    if (labels_)
        labels_->draw(canvas, *context_.experiments);
    const canvas::Clip only(canvas, clip());
    for (const LossLine& line : lines_) {
        if (line.points.size() < 2)
            continue;
        const std::size_t first = first_shown(line, moment);
        const std::span<const Vec2> shown = std::span(line.points).subspan(first);
        if (shown.size() > 1)
            canvas.stroke(canvas::Path::polyline(shown),
                {.color = run_color(canvas.palette(), *context_.experiments, line.curve->run)
                              .with_alpha(kFutureAlpha),
                    .width = kFuture * format_.line,
                    .dashes = line.dashes,
                    .dash_offset = line.lengths[first]});
        draw_rest(canvas, line);
    }
}

/// A run at rest goes on at its last value.
void PlacedLoss::draw_rest(canvas::Canvas& canvas, const LossLine& line) const
{
    const Vec2 end = line.points.back();
    const Vec2 until{project_.x(line.curve->rest_until), end.y};
    if (until.x > end.x)
        canvas.stroke(canvas::Path::line(end, until),
            {.color = run_color(canvas.palette(), *context_.experiments, line.curve->run)
                          .with_alpha(kFutureAlpha),
                .width = kFuture * format_.line,
                .dashes = line.dashes});
}

/// The first point of a curve's faint future; what the run has passed is drawn over it. A film's
/// backdrop serves all moments.
std::size_t PlacedLoss::first_shown(const LossLine& line, const experiment::Moment& moment) const
{
    if (!format_.is_page)
        return 0;
    const auto passed = static_cast<std::size_t>(std::max(moment.steps[line.curve->run], 0.0));
    const auto after = std::ranges::upper_bound(line.steps, passed);
    return after == line.steps.begin() ? 0
                                       : static_cast<std::size_t>(after - line.steps.begin()) - 1;
}

std::size_t PlacedLoss::settled(const experiment::Moment& moment) const
{
    if (format_.is_page)
        return 0; // each curve is one line
    for (std::size_t strip = 0; strip < kLossStrips; ++strip)
        for (const LossLine& line : lines_)
            if (!line.steps.empty()
                && moment.steps[line.curve->run]
                    < static_cast<double>(line.steps[line.strips[strip].last]))
                return strip;
    return kLossStrips;
}

void PlacedLoss::draw_settled(
    canvas::Canvas& canvas, const experiment::Moment&, std::size_t strip) const
{
    const canvas::Group group(canvas, "loss");
    const canvas::Clip only(canvas, strips(strip, strip));
    for (const LossLine& line : lines_) {
        if (line.points.empty())
            continue;
        const auto [first, last] = line.strips[strip];
        if (last > first)
            stroke(canvas, line, first, std::span(line.points).subspan(first, last - first + 1));
    }
}

/// first  the number of the first point, where dashes go on
void PlacedLoss::stroke(canvas::Canvas& canvas, const LossLine& line, std::size_t first,
    std::span<const Vec2> points) const
{
    canvas.stroke(canvas::Path::polyline(points),
        {.color = run_color(canvas.palette(), *context_.experiments, line.curve->run),
            .width = kPast * format_.line,
            .dashes = line.dashes,
            .dash_offset = line.lengths[first]});
}

/// Draws what a run has walked from a strip on.
void PlacedLoss::draw_walked(
    canvas::Canvas& canvas, const LossLine& line, double step, std::size_t strip) const
{
    if (line.steps.empty() || step < static_cast<double>(line.steps.front()))
        return;
    const std::size_t first = line.strips[strip].first;
    std::vector<Vec2> walked;
    for (std::size_t i = first; i < line.points.size(); ++i)
        if (i == first || static_cast<double>(line.steps[i]) <= step)
            walked.push_back(line.points[i]);
    const Vec2 head = head_of(line, project_, step);
    if (std::isfinite(head.y) && step > static_cast<double>(line.steps[first]))
        walked.push_back(head);
    if (walked.size() > 1)
        stroke(canvas, line, first, walked);
}

void PlacedLoss::draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    const canvas::Group group(canvas, "loss");
    if (const std::size_t strip = settled(moment); strip < kLossStrips) {
        const canvas::Clip only(canvas, strips(strip, kLossStrips - 1));
        for (const LossLine& line : lines_)
            draw_walked(canvas, line, moment.steps[line.curve->run], strip);
    }
    if (targets_)
        targets_->draw_reached(canvas, *context_.experiments, moment);
    for (const LossLine& line : lines_)
        draw_head(canvas, line, moment);
}

/// Where a head has left the panel, an arrow stays.
void PlacedLoss::draw_head(
    canvas::Canvas& canvas, const LossLine& line, const experiment::Moment& moment) const
{
    const std::size_t run = line.curve->run;
    if (line.steps.empty())
        return;
    const Color color = run_color(canvas.palette(), *context_.experiments, run);
    const Color& edge = canvas.palette().background;
    const double radius = curve_head_radius(format_);
    const Vec2 head = resting_head_of(line, project_, moment.steps[run], moment.counter);
    if (grown(project_.box, 0.5).contains(head)) // false for what is no number
        draw_mark(canvas, mark_of(*context_.experiments, run), head,
            {.radius = radius, .number_size = format_.type.least, .fill = color, .edge = edge});
    else if (const auto exit = exit_of(line, project_.box, moment.steps[run]))
        draw_edge_arrow(canvas, exit->at, exit->direction, kArrow * radius, color, edge);
}

} // namespace thalweg::panel
