#include "panel/loss/loss_line.hpp"

#include "panel/loss/thinning.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kPagePixel = 0.4; // columns of pages, in points
constexpr double kFlatness = 0.2; // of thinned curves, in columns
constexpr double kTogether = 0.9; // the fraction of steps from which curves coincide
constexpr double kFarOutside = 4; // heights of the panel beyond which a curve is not followed

/// A point of a curve; what is far outside is brought near, since a canvas takes no huge numbers.
Vec2 place(const Curve& curve, const LossProjection& project, std::size_t step)
{
    const double far = kFarOutside * project.box.height(), y = project.y(curve.y[step]);
    if (std::isnan(y))
        return {project.x(curve.x[step]), y};
    return {
        project.x(curve.x[step]), std::clamp(y, project.box.y.lo - far, project.box.y.hi + far)};
}

void set_strips(
    LossLine& line, const LossProjection& project, const canvas::Format& format, double reach)
{
    if (line.points.empty())
        return;
    const std::size_t end = line.points.size() - 1;
    for (std::size_t strip = 0; strip < kLossStrips; ++strip) {
        const Range x = loss_strip(project, format, strip);
        const auto inside = std::ranges::upper_bound(line.points, x.lo - reach, {}, &Vec2::x);
        const auto beyond = std::ranges::lower_bound(line.points, x.hi + reach, {}, &Vec2::x);
        const auto from = static_cast<std::size_t>(inside - line.points.begin());
        const auto to = static_cast<std::size_t>(beyond - line.points.begin());
        line.strips.push_back({from == 0 ? 0 : from - 1, std::min(to, end)});
    }
}

} // namespace

Range loss_strip(const LossProjection& project, const canvas::Format& format, std::size_t strip)
{
    const auto border = [&](std::size_t k) {
        const double x = project.box.x.at(static_cast<double>(k) / kLossStrips);
        return std::round(x * format.snap) / format.snap;
    };
    return {border(strip), border(strip + 1)};
}

LossLine loss_line(
    const Curve& curve, const LossProjection& project, const canvas::Format& format, double reach)
{
    std::vector<Vec2> all;
    for (std::size_t k = 0; k < curve.x.size(); ++k)
        all.push_back(place(curve, project, k));
    const double column = format.is_page ? kPagePixel * format.line / 0.55 : 1 / format.scale;
    LossLine line{.curve = &curve, .steps = thinned(all, column, kFlatness * column)};
    double length = 0;
    for (const std::size_t k : line.steps) {
        length += line.points.empty() ? 0 : distance(line.points.back(), all[k]);
        line.points.push_back(all[k]);
        line.lengths.push_back(length);
    }
    set_strips(line, project, format, reach);
    return line;
}

bool coincide(const Curve& a, const Curve& b, const LossProjection& project, double apart)
{
    const std::size_t common = std::min(a.x.size(), b.x.size());
    std::size_t together = 0;
    for (std::size_t k = 0; k < common; ++k)
        if (a.x[k] == b.x[k] && std::abs(project.y(a.y[k]) - project.y(b.y[k])) < apart)
            ++together;
    const std::size_t all = std::max(a.x.size(), b.x.size());
    return all > 1 && static_cast<double>(together) > kTogether * static_cast<double>(all);
}

Vec2 head_of(const LossLine& line, const LossProjection& project, double step)
{
    const std::size_t last = line.curve->x.size() - 1;
    const auto k = std::min(static_cast<std::size_t>(std::max(step, 0.0)), last);
    if (k == last)
        return place(*line.curve, project, last);
    return lerp(place(*line.curve, project, k), place(*line.curve, project, k + 1),
        step - static_cast<double>(k));
}

Vec2 resting_head_of(
    const LossLine& line, const LossProjection& project, double step, double counter)
{
    Vec2 head = head_of(line, project, step);
    const Curve& curve = *line.curve;
    const double end = curve.x.back();
    if (step >= static_cast<double>(curve.x.size() - 1) && curve.rest_until > end)
        head.x = project.x(std::clamp(counter, end, curve.rest_until));
    return head;
}

std::optional<Exit> exit_of(const LossLine& line, const Box& box, double step)
{
    const auto passed = std::ranges::upper_bound(line.steps, static_cast<std::size_t>(step));
    auto outside = std::min(static_cast<std::size_t>(passed - line.steps.begin()),
        line.points.size() - 1); // the point that is walked to, or the last
    if (box.y.contains(line.points[outside].y))
        return std::nullopt;
    while (outside > 0 && !box.y.contains(line.points[outside - 1].y))
        --outside;
    const bool is_above = line.points[outside].y < box.y.lo;
    const double side = is_above ? box.y.lo : box.y.hi;
    Vec2 at{line.points[outside].x, side};
    if (outside > 0) {
        const Vec2 from = line.points[outside - 1], to = line.points[outside];
        at.x = lerp(from, to, (side - from.y) / (to.y - from.y)).x;
    }
    return Exit{at, {0, is_above ? -1.0 : 1.0}};
}

} // namespace thalweg::panel
