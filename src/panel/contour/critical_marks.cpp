#include "panel/contour/critical_marks.hpp"

#include "panel/contour/minima.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace thalweg::panel {

namespace {

using surface::CriticalKind;

// In layout units on a map of scale 1.
constexpr double kCross = 3.6, kTriangle = 4.4, kDiamond = 4.2;
constexpr double kRoomy = 50, kSmallest = 0.6; // marks that are nearer on the mean are smaller
constexpr double kWidth = 1.5, kCasing = 2; // of strokes; how much wider the casing is

// Of the key, in sizes of its text.
constexpr double kLine = 1.4, kGap = 0.4, kMarkRoom = 1.5, kBetween = 1.2;
constexpr double kMarkScale = 0.075; // of marks, by the size of the text in layout units
constexpr double kRingScale = 0.55; // of the ring of a minimum beside the other marks

void draw_critical_point(canvas::Canvas& canvas, Vec2 p, CriticalKind kind, double scale)
{
    const canvas::Palette& palette = canvas.palette();
    canvas::Path path;
    if (kind == CriticalKind::saddle) {
        for (const Vec2 way : {Vec2{1, 1}, Vec2{1, -1}}) {
            const Vec2 arm = kCross * scale * way;
            path.add(canvas::Path::line(p - arm, p + arm));
        }
    } else if (kind == CriticalKind::maximum) {
        const double r = kTriangle * scale;
        path = canvas::Path::polygon(
            std::array{p + Vec2{0, -r}, p + Vec2{0.87 * r, 0.5 * r}, p + Vec2{-0.87 * r, 0.5 * r}});
    } else {
        const double r = kDiamond * scale;
        path = canvas::Path::polygon(
            std::array{p + Vec2{0, -r}, p + Vec2{r, 0}, p + Vec2{0, r}, p + Vec2{-r, 0}});
    }
    canvas.stroke(path, {.color = palette.casing, .width = (kWidth + kCasing) * scale});
    if (kind == CriticalKind::maximum)
        canvas.fill(path, palette.minimum);
    else
        canvas.stroke(path, {.color = palette.minimum, .width = kWidth * scale});
}

} // namespace

void draw_critical_points(canvas::Canvas& canvas, const Projection& project,
    const experiment::Experiment& experiment, double scale)
{
    const canvas::Group group(canvas, "critical-points");
    // The mean distance of marks in the domain, at the view's zoom.
    const Box& domain = experiment.plan.domain;
    const double area
        = domain.width() * project.units_per_x() * domain.height() * project.units_per_y();
    const auto count = static_cast<double>(experiment.critical_points.size());
    const double apart = std::sqrt(area / std::max(1.0, count));
    const double size = scale * std::clamp(apart / (kRoomy * scale), kSmallest, 1.0);
    for (const surface::CriticalPoint& point : experiment.critical_points)
        if (point.kind != CriticalKind::minimum && project.view.contains(point.at))
            draw_critical_point(canvas, project(point.at), point.kind, size);
}

CriticalKey::CriticalKey(const ContourPlan& plan, const experiment::Experiment& experiment)
{
    if (!plan.critical_points)
        return;
    const Box& domain = experiment.plan.domain;
    const auto is_seen = [&](Vec2 p) { return domain.contains(p); };
    const auto has = [&](CriticalKind kind) {
        return std::ranges::any_of(experiment.critical_points,
            [&](const auto& point) { return point.kind == kind && is_seen(point.at); });
    };
    const experiment::Minima& minima = experiment.minima;
    const bool marks_minima = plan.minima != MinimaMark::none;
    if (marks_minima && std::ranges::any_of(minima.global, is_seen))
        marks_.push_back({CriticalKind::minimum});
    if (marks_minima && std::ranges::any_of(minima.local, is_seen))
        marks_.push_back({CriticalKind::minimum, true});
    for (const CriticalKind kind :
        {CriticalKind::saddle, CriticalKind::maximum, CriticalKind::degenerate})
        if (has(kind))
            marks_.push_back({kind});
}

std::string CriticalKey::Mark::word() const
{
    return (is_local ? "local " : "") + std::string(surface::name_of(kind));
}

void CriticalKey::Mark::draw(canvas::Canvas& canvas, Vec2 at, double scale) const
{
    if (kind != CriticalKind::minimum)
        draw_critical_point(canvas, at, kind, scale);
    else if (is_local)
        draw_local_minimum(canvas, at, scale);
    else
        draw_global_minimum(canvas, at, kRingScale * scale);
}

std::vector<CriticalKey::Placed> CriticalKey::layout(
    double width, const canvas::Format& format, canvas::TextMetrics& metrics) const
{
    const double size = format.type.small;
    const auto room = [&](const Mark& mark) {
        return kMarkRoom * size + metrics.size(mark.word(), {.size = size}).x;
    };
    double needed = -kBetween * size;
    for (const Mark& mark : marks_)
        needed += room(mark) + kBetween * size;
    std::vector<Placed> placed;
    Vec2 at{0, (kGap + 0.5 * kLine) * size};
    for (const Mark& mark : marks_) {
        // Rings are the marks that maps without a key have, too.
        if (mark.kind == CriticalKind::minimum && !mark.is_local && needed > width
            && marks_.size() > 1)
            continue;
        if (at.x > 0 && at.x + room(mark) > width)
            at = {0, at.y + kLine * size};
        placed.push_back({mark, at});
        at.x += room(mark) + kBetween * size;
    }
    return placed;
}

double CriticalKey::height(double width, const Setting& setting) const
{
    if (marks_.empty() || !setting.detail.mark_keys)
        return 0;
    return layout(width, setting.format, setting.metrics).back().at.y
        + 0.5 * kLine * setting.format.type.small;
}

void CriticalKey::draw(canvas::Canvas& canvas, const Box& box, const canvas::Format& format) const
{
    const canvas::Group group(canvas, "critical-key");
    const double size = format.type.small, scale = kMarkScale * size;
    for (const Placed& entry : layout(box.width(), format, canvas.metrics())) {
        const Vec2 at = Vec2{box.x.lo, box.y.lo} + entry.at;
        entry.mark.draw(canvas, at + Vec2{0.5 * size, 0}, scale);
        canvas.text(entry.mark.word(), {.size = size, .color = canvas.palette().muted},
            {at + Vec2{kMarkRoom * size, 0}, canvas::AlignX::left, canvas::AlignY::middle});
    }
}

} // namespace thalweg::panel
