#include "panel/contour/run_path.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

namespace thalweg::panel {

namespace {

constexpr std::size_t kMostPoints = 4096;
constexpr double kReach = 20; ///< maps around the map: what is kept of a line
constexpr double kFarthest = 1e6; ///< maps: numbers beyond it leave the map in the same direction

/// The fractional index at which rising values reach `value`.
template <class Number>
double place_in(const std::vector<Number>& rising, double value)
{
    const auto next = std::ranges::upper_bound(
        rising, value, {}, [](Number v) { return static_cast<double>(v); });
    if (next == rising.begin())
        return 0;
    if (next == rising.end())
        return static_cast<double>(rising.size() - 1);
    const auto before = next - 1;
    const auto from = static_cast<double>(*before), to = static_cast<double>(*next);
    return static_cast<double>(before - rising.begin()) + (value - from) / (to - from);
}

/// The point itself, or one in its direction that is so far from the middle.
Vec2 nearer(Vec2 point, Vec2 middle, double farthest)
{
    constexpr double kFinite = 1e150; // its square is a number
    const Box finite{{-kFinite, kFinite}, {-kFinite, kFinite}};
    const Vec2 way = finite.clamp(point - middle);
    return norm(way) > farthest ? middle + farthest / norm(way) * way : point;
}

/// Where a place lies between two points.
struct Between {
    std::size_t before, after;
    double share;
};
Between around(double place, std::size_t last)
{
    const double at = std::clamp(place, 0.0, static_cast<double>(last));
    const auto before = static_cast<std::size_t>(at);
    return {before, std::min(before + 1, last), at - std::floor(at)};
}

} // namespace

double RunPath::place_of_step(double step) const
{
    return place_in(steps, step);
}

double RunPath::place_of_length(double length) const
{
    return place_in(lengths, length);
}

double RunPath::length_at(double place) const
{
    const auto [before, after, share] = around(place, last());
    return std::lerp(lengths[before], lengths[after], share);
}

Vec2 RunPath::at(double place) const
{
    const auto [before, after, share] = around(place, last());
    return lerp(points[before], points[after], share);
}

RunPath thin_path(const optimizer::Trajectory& run, const Projection& home, double apart)
{
    for (double least = apart;; least *= 2) {
        RunPath path;
        for (int step = 0; step <= run.steps() && path.points.size() <= kMostPoints; ++step) {
            const Vec2 p = run.points[static_cast<std::size_t>(step)];
            if (!path.points.empty() && step != run.steps()
                && distance(path.points.back(), p) < least)
                continue;
            const double length = path.points.empty()
                ? 0
                : path.lengths.back() + distance(home(path.points.back()), home(p));
            path.points.push_back(p);
            path.steps.push_back(step);
            path.lengths.push_back(length);
        }
        if (path.points.size() <= kMostPoints)
            return path;
    }
}

double crowding(const RunPath& path, const Projection& home)
{
    constexpr double kCell = 6, kStride = 3; // layout units
    constexpr double kRegion = 4; // cells seen, over those along the extent's diagonal
    const Box& map = home.box;
    std::set<std::pair<int, int>> seen;
    std::pair<int, int> before{-1, -1};
    double entries = 0;
    for (std::size_t i = 1; i < path.points.size(); ++i) {
        const Vec2 from = home(path.points[i - 1]), to = home(path.points[i]);
        double enter = 0, leave = 1;
        if (!clip_segment(map, from, to, enter, leave))
            continue;
        const double length = (leave - enter) * distance(from, to);
        const int count = static_cast<int>(length / kStride) + 1;
        for (int k = 1; k <= count; ++k) {
            const Vec2 p = lerp(from, to, std::lerp(enter, leave, k / static_cast<double>(count)));
            const std::pair cell{static_cast<int>((p.x - map.x.lo) / kCell),
                static_cast<int>((p.y - map.y.lo) / kCell)};
            if (cell == before)
                continue;
            before = cell;
            ++entries;
            seen.insert(cell);
        }
    }
    Box extent;
    for (const auto& [x, y] : seen) {
        const Box cell{{x * 1.0, x + 1.0}, {y * 1.0, y + 1.0}};
        extent = extent == Box{} ? cell : hull(extent, cell);
    }
    const auto count = static_cast<double>(seen.size());
    return count > kRegion * thalweg::hypot(extent.width(), extent.height()) ? entries / count : 1;
}

std::vector<Vec2> projected_part(
    const RunPath& path, double begin, double end, Vec2 last, const Projection& project)
{
    const double side = std::max(project.box.width(), project.box.height());
    const Box reach = grown(project.box, kReach * side);
    std::vector<Vec2> line;
    std::optional<Vec2> before;
    const auto add = [&](Vec2 point) {
        const Vec2 p = nearer(project(point), project.box.center(), kFarthest * side);
        double enter = 0, leave = 1;
        if (before && clip_segment(reach, *before, p, enter, leave)) {
            if (enter > 0)
                line.push_back(lerp(*before, p, enter));
            if (leave < 1)
                line.push_back(lerp(*before, p, leave));
        }
        line.push_back(reach.clamp(p));
        before = p;
    };
    add(path.at(begin));
    for (double i = std::floor(begin) + 1; i < end; ++i)
        add(path.points[static_cast<std::size_t>(i)]);
    add(last);
    return line;
}

} // namespace thalweg::panel
