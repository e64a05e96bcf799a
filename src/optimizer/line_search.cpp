#include "optimizer/line_search.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::optimizer {

namespace {

constexpr int kTries = 40;
constexpr int kHalvings = 60;
constexpr double kRounding = 1e-15; // of a value: below it a fall cannot be told from rounding

/// Whether the value has fallen enough, as far as rounding lets one see.
bool falls(const LinePoint& origin, double at, double value, double decrease)
{
    return value
        <= origin.value + decrease * at * origin.slope + kRounding * std::abs(origin.value);
}

LinePoint look_along(const Probe& f, const Line& line, double at)
{
    LinePoint p = look_at(f, line.origin.point + at * line.direction);
    f.tell_trial(p.point);
    p.at = at;
    p.slope = dot(p.gradient, line.direction);
    return p;
}

/// Where the slope would vanish if it changed evenly between two points; NaN where it does not
/// change.
double secant(const LinePoint& a, const LinePoint& b)
{
    return a.at + (b.at - a.at) * a.slope / (a.slope - b.slope);
}

/// The next length to try: inside the bracket, or beyond `low` where nothing bounds it yet.
double next_length(
    const LinePoint& before, const LinePoint& low, const std::optional<LinePoint>& high)
{
    if (high) {
        const double margin = 0.1 * (high->at - low.at);
        const double at = secant(low, *high);
        const bool inside = at >= low.at + margin && at <= high->at - margin;
        return inside ? at : 0.5 * (low.at + high->at);
    }
    const double at = secant(before, low);
    return at > low.at ? std::clamp(at, 1.5 * low.at, 10 * low.at) : 2 * low.at;
}

/// Where a line goes up again: it descends at `low` and no more at `high`, or is higher there.
struct Bracket {
    LinePoint low;
    std::optional<LinePoint> high; ///< nothing where no end of the descent was found
};

Bracket bracket_minimum(const Probe& f, const Line& line, double first)
{
    LinePoint before = line.origin, low = line.origin;
    double at = first;
    for (int i = 0; i < kTries; ++i) {
        const LinePoint p = look_along(f, line, at);
        // Not below 0, and so also of a point where nothing is defined.
        if (!(p.slope < 0) || !falls(low, 0, p.value, 0))
            return {low, p};
        before = low;
        low = p;
        at = next_length(before, low, std::nullopt);
    }
    return {low, std::nullopt};
}

/// Where to look next between both ends. The secant where the slopes differ in sign, else the
/// middle; `low_weight` and `high_weight` are the Illinois rule's.
double between(LinePoint low, LinePoint high, double low_weight, double high_weight)
{
    low.slope *= low_weight;
    high.slope *= high_weight;
    const double at = high.slope > 0 ? secant(low, high) : 0.5 * (low.at + high.at);
    return std::clamp(at, low.at, high.at);
}

/// Narrows a bracket until no number, or none that matters, is left between its ends.
LinePoint narrow(const Probe& f, const Line& line, LinePoint low, LinePoint high)
{
    constexpr int kMost = 200;
    constexpr double kUlps = 4e-16;
    double low_weight = 1, high_weight = 1;
    for (int i = 0; i < kMost; ++i) {
        const double at = between(low, high, low_weight, high_weight);
        if (at - low.at <= kUlps * at || high.at - at <= kUlps * at)
            break;
        const LinePoint p = look_along(f, line, at);
        if (p.slope == 0)
            return p;
        // Once the slopes enclose the minimum, values tell less: they are flat about it.
        const bool descends = p.slope < 0 && (high.slope > 0 || falls(low, 0, p.value, 0));
        (descends ? low : high) = p;
        low_weight = descends ? 1 : 0.5 * low_weight;
        high_weight = descends ? 0.5 * high_weight : 1;
    }
    return low.at > 0 && !(std::abs(high.slope) < std::abs(low.slope)) ? low : high;
}

/// Whether no point is left between both.
bool closed(const Line& line, const LinePoint& low, const std::optional<LinePoint>& high)
{
    const double size = std::max(norm(line.origin.point), 1e-300);
    return high && (high->at - low.at) * norm(line.direction) <= 1e-16 * size;
}

} // namespace

LinePoint look_at(const Probe& f, Vec2 x)
{
    return {.point = x, .value = f.value(x), .gradient = f.gradient(x)};
}

Line::Line(const LinePoint& from, Vec2 along)
    : origin(from)
    , direction(along)
{
    origin.at = 0;
    origin.slope = dot(from.gradient, along);
}

std::optional<LinePoint> wolfe_point(
    const Probe& f, const Line& line, double first, const WolfeRule& rule)
{
    // `low` has fallen enough and still descends; `high` has not, or ascends: a good point lies
    // between them.
    LinePoint before = line.origin, low = line.origin;
    std::optional<LinePoint> high;
    double at = first;
    if (!(line.origin.slope < 0))
        return std::nullopt;
    for (int i = 0; i < kTries && !closed(line, low, high); ++i) {
        const LinePoint p = look_along(f, line, at);
        const double flat = rule.curvature * std::abs(line.origin.slope);
        if (!falls(line.origin, at, p.value, rule.decrease) || p.slope > flat) {
            high = p;
        } else if (p.slope < -flat) {
            before = low;
            low = p;
        } else {
            return p;
        }
        at = next_length(before, low, high);
    }
    return low.at > 0 ? std::optional(low) : std::nullopt;
}

std::optional<LinePoint> line_minimum(const Probe& f, const Line& line, double first)
{
    if (!(line.origin.slope < 0))
        return std::nullopt;
    const auto [low, high] = bracket_minimum(f, line, first);
    const LinePoint p = high ? narrow(f, line, low, *high) : low;
    return p.at > 0 && falls(line.origin, 0, p.value, 0) ? std::optional(p) : std::nullopt;
}

std::optional<Vec2> armijo_point(const Probe& f, const Line& line, double first, double decrease)
{
    double at = first;
    for (int i = 0; i < kHalvings; ++i, at /= 2) {
        const Vec2 p = line.origin.point + at * line.direction;
        f.tell_trial(p);
        if (falls(line.origin, at, f.value(p), decrease))
            return p;
    }
    return std::nullopt;
}

} // namespace thalweg::optimizer
