#include "panel/loss/placed_loss.hpp"

#include "panel/contour/heads.hpp"
#include "panel/loss/thinning.hpp"
#include "panel/marker.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kPast = 1.6, kFuture = 1, kFutureAlpha = 0.25; // widths in line units
constexpr std::size_t kBlocks = 24;
constexpr double kPagePixel = 0.4; // columns of pages, in points
constexpr double kFlatness = 0.2; // of thinned curves, in columns
constexpr double kFarOutside = 4; // heights of the panel beyond which a curve is not followed

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
    static constexpr std::array<double, 2> kDashed{3.5, 2.5}, kDotted{0.01, 2.2};
    static constexpr std::array<double, 4> kDashDot{5, 2.2, 0.01, 2.2};
    static constexpr std::array<std::span<const double>, 4> kPatterns{
        std::span<const double>{}, kDashed, kDotted, kDashDot};
    return kPatterns[experiment % kPatterns.size()];
}

PlacedLoss::PlacedLoss(const Context& context, const std::string& caption,
    std::shared_ptr<const std::vector<Curve>> curves, const Placement& placement)
    : context_(context)
    , curves_(std::move(curves))
    , format_(placement.setting.format)
    , project_{usable(placement.scales), placement.inner}
    , axes_(project_, caption, format_, placement.setting.metrics)
{
    for (const Curve& curve : *curves_)
        lines_.push_back(line_of(curve));
    set_dashes();
}

/// A point of a curve; what is far outside is brought near, since a canvas takes no huge numbers.
Vec2 PlacedLoss::place(const Curve& curve, std::size_t step) const
{
    const double far = kFarOutside * project_.box.height(), y = project_.y(curve.y[step]);
    if (std::isnan(y))
        return {project_.x(curve.x[step]), y};
    return {
        project_.x(curve.x[step]), std::clamp(y, project_.box.y.lo - far, project_.box.y.hi + far)};
}

PlacedLoss::Line PlacedLoss::line_of(const Curve& curve) const
{
    std::vector<Vec2> all;
    for (std::size_t k = 0; k < curve.x.size(); ++k)
        all.push_back(place(curve, k));
    const double column = format_.is_page ? kPagePixel * format_.line / 0.55 : 1 / format_.scale;
    Line line{.curve = &curve, .steps = thinned(all, column, kFlatness * column)};
    double length = 0;
    for (const std::size_t k : line.steps) {
        length += line.points.empty() ? 0 : distance(line.points.back(), all[k]);
        line.points.push_back(all[k]);
        line.lengths.push_back(length);
    }
    set_blocks(line);
    return line;
}

void PlacedLoss::set_blocks(Line& line) const
{
    std::size_t end = 0;
    for (std::size_t block = 1; block <= kBlocks; ++block) {
        const double border = project_.box.x.at(static_cast<double>(block) / kBlocks);
        while (
            end + 1 < line.points.size() && (block == kBlocks || line.points[end + 1].x <= border))
            ++end;
        line.block_ends.push_back(end);
    }
}

/// Runs of one name in several experiments have one colour; dashes tell them apart.
void PlacedLoss::set_dashes()
{
    std::vector<const experiment::Experiment*> seen;
    for (Line& line : lines_) {
        const experiment::Experiment* one = &context_.experiments->of_run(line.curve->run);
        auto at = std::ranges::find(seen, one);
        if (at == seen.end())
            at = seen.insert(seen.end(), one);
        for (const double dash : experiment_dashes(static_cast<std::size_t>(at - seen.begin())))
            line.dashes.push_back(dash * kPast * format_.line);
    }
}

Box PlacedLoss::clip() const
{
    return grown(project_.box, 0.5 * kPast * format_.line);
}

void PlacedLoss::draw_backdrop(canvas::Canvas& canvas, const experiment::Moment&) const
{
    const canvas::Group group(canvas, "loss");
    axes_.draw(canvas);
    const canvas::Clip only(canvas, clip());
    for (const Line& line : lines_)
        if (line.points.size() > 1)
            canvas.stroke(canvas::Path::polyline(line.points),
                {.color = run_color(canvas.palette(), *context_.experiments, line.curve->run)
                              .with_alpha(kFutureAlpha),
                    .width = kFuture * format_.line,
                    .dashes = line.dashes});
}

std::size_t PlacedLoss::settled(const experiment::Moment& moment) const
{
    for (std::size_t block = 0; block < kBlocks; ++block)
        for (const Line& line : lines_)
            if (!line.steps.empty()
                && moment.steps[line.curve->run]
                    < static_cast<double>(line.steps[line.block_ends[block]]))
                return block;
    return kBlocks;
}

void PlacedLoss::draw_settled(
    canvas::Canvas& canvas, const experiment::Moment&, std::size_t block) const
{
    const canvas::Group group(canvas, "loss");
    const canvas::Clip only(canvas, clip());
    for (const Line& line : lines_) {
        const std::size_t first = block == 0 ? 0 : line.block_ends[block - 1];
        if (line.block_ends[block] > first)
            stroke(canvas, line, first,
                std::span(line.points).subspan(first, line.block_ends[block] - first + 1));
    }
}

/// first  the number of the first point, where dashes go on
void PlacedLoss::stroke(
    canvas::Canvas& canvas, const Line& line, std::size_t first, std::span<const Vec2> points) const
{
    canvas.stroke(canvas::Path::polyline(points),
        {.color = run_color(canvas.palette(), *context_.experiments, line.curve->run),
            .width = kPast * format_.line,
            .dashes = line.dashes,
            .dash_offset = line.lengths[first]});
}

/// On the straight line between the points of two steps; not finite where they are not.
Vec2 PlacedLoss::head_of(const Line& line, double step) const
{
    const std::size_t last = line.curve->x.size() - 1;
    const auto k = std::min(static_cast<std::size_t>(std::max(step, 0.0)), last);
    if (k == last)
        return place(*line.curve, last);
    return lerp(place(*line.curve, k), place(*line.curve, k + 1), step - static_cast<double>(k));
}

void PlacedLoss::draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    const canvas::Group group(canvas, "loss");
    const std::size_t blocks = settled(moment);
    {
        const canvas::Clip only(canvas, clip());
        for (const Line& line : lines_) {
            const double step = moment.steps[line.curve->run];
            if (line.steps.empty() || step < static_cast<double>(line.steps.front()))
                continue;
            const std::size_t first = blocks == 0 ? 0 : line.block_ends[blocks - 1];
            const auto after = std::ranges::upper_bound(line.steps, static_cast<std::size_t>(step));
            std::vector<Vec2> end(line.points.begin() + static_cast<std::ptrdiff_t>(first),
                line.points.begin()
                    + std::max<std::ptrdiff_t>(
                        after - line.steps.begin(), static_cast<std::ptrdiff_t>(first) + 1));
            const Vec2 head = head_of(line, step);
            if (std::isfinite(head.y) && step > static_cast<double>(line.steps[first]))
                end.push_back(head);
            if (end.size() > 1)
                stroke(canvas, line, first, end);
        }
    }
    for (const Line& line : lines_)
        draw_head(canvas, line, moment);
}

/// A head that has left the panel is not shown.
void PlacedLoss::draw_head(
    canvas::Canvas& canvas, const Line& line, const experiment::Moment& moment) const
{
    const std::size_t run = line.curve->run;
    if (line.steps.empty() || has_diverged(context_.experiments->trajectory(run), moment))
        return;
    const Vec2 head = head_of(line, moment.steps[run]);
    if (!grown(project_.box, 0.5).contains(head)) // false for what is no number
        return;
    draw_marker(canvas, marker_shape(*context_.experiments, run), head, curve_head_radius(format_),
        run_color(canvas.palette(), *context_.experiments, run), canvas.palette().background);
}

} // namespace thalweg::panel
