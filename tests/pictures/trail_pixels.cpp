#include "pictures/trail_pixels.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_map>

namespace thalweg::test {

namespace {

constexpr double kSteps = 240, kUnits = 260; ///< of a trail without a wish
constexpr double kLikeColor = 0.06; ///< OKLab distance
constexpr double kLeastContrast = 3;
constexpr int kLeastSeen = 2; ///< units of path in a colour
constexpr int kBand = 4; ///< pixels around a point that tell the band below it
constexpr double kOnPath = 3, kApart = 12, kMostCovered = 0.25; // units, units of path, fraction

/// Adds the part of a segment that is on the map, a point every unit.
void append(TrailPath& path, Vec2 from, Vec2 to, const Box& map)
{
    double enter = 0, leave = 1;
    if (!clip_segment(map, from, to, enter, leave))
        return;
    const Vec2 begin = lerp(from, to, enter), end = lerp(from, to, leave);
    const double length = distance(begin, end);
    for (double next = std::ceil(path.length); next < path.length + length; ++next)
        path.points.push_back(path.scale * lerp(begin, end, (next - path.length) / length));
    path.length += length;
}

Vec2 lab(const Oklch& c)
{
    const double angle = c.hue * std::numbers::pi / 180;
    return c.chroma * Vec2{std::cos(angle), std::sin(angle)};
}

double color_distance(const Color& a, const Color& b)
{
    const Oklch p = to_oklch(a), q = to_oklch(b);
    return std::hypot(p.lightness - q.lightness, norm(lab(p) - lab(q)));
}

Color at(const Pixels& picture, int x, int y)
{
    return rgb(picture.row(y)[static_cast<std::size_t>(x)] & 0xFFFFFFU);
}

/// The band under a pixel: the most frequent colour around it, since lines are thinner than bands.
Color band_at(const Pixels& backdrop, int x, int y)
{
    std::unordered_map<std::uint32_t, int> counts;
    std::uint32_t best = 0;
    for (int row = std::max(0, y - kBand); row <= std::min(backdrop.height() - 1, y + kBand); ++row)
        for (int column = std::max(0, x - kBand);
             column <= std::min(backdrop.width() - 1, x + kBand); ++column) {
            const std::uint32_t c = backdrop.row(row)[static_cast<std::size_t>(column)] & 0xFFFFFFU;
            if (++counts[c] > counts[best])
                best = c;
        }
    return rgb(best);
}

} // namespace

TrailPath trail_path(
    const Film& film, const MapWatch& watch, const experiment::Moment& moment, std::size_t run)
{
    const optimizer::Trajectory& walked = film.production->experiments().trajectory(run);
    const panel::Projection project = watch.projection(moment);
    const double most = film.trail.length ? 0 : kUnits * panel::map_scale(project.box.width());
    const double oldest = moment.steps[run] - film.trail.length.value_or(kSteps);
    TrailPath path{.scale = watch.figure().format().scale};
    Vec2 from = experiment::position_at(walked, moment.steps[run]);
    double all = 0; // of the path walked, on the map or not
    for (double step = std::ceil(moment.steps[run]) - 1;
         step >= 0 && (step >= oldest || all < most); --step) {
        const Vec2 to = experiment::position_at(walked, step);
        append(path, project(from), project(to), project.box);
        all += distance(project(from), project(to));
        from = to;
    }
    return path;
}

bool is_retraced(const TrailPath& path, std::span<const TrailPath> others)
{
    const std::vector<Vec2>& own = path.points;
    const auto meets = [&](const std::vector<Vec2>& points, std::size_t fresher, Vec2 at) {
        return std::any_of(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(fresher),
            [&](Vec2 p) { return distance(p, at) < kOnPath * path.scale; });
    };
    const auto is_covered = [&](std::size_t i) {
        const auto apart = std::min(i, static_cast<std::size_t>(kApart));
        return meets(own, i - apart, own[i])
            || std::ranges::any_of(others, [&](const TrailPath& other) {
                   return meets(other.points, i * other.points.size() / own.size(), own[i]);
               });
    };
    std::size_t covered = 0;
    for (std::size_t i = 0; i < own.size(); ++i)
        covered += is_covered(i);
    return static_cast<double>(covered) > kMostCovered * static_cast<double>(own.size());
}

bool shows_teal_and_amber(const TrailPath& path, const Pixels& frame, const Pixels& backdrop,
    const canvas::Palette& palette)
{
    const auto ramp = [&](double share) {
        return canvas::trail_color(palette, canvas::TrailColors::teal_amber, share, {});
    };
    const Color teal = ramp(0), amber = ramp(1);
    int teals = 0, ambers = 0;
    for (const Vec2 p : path.points) {
        const int x = std::clamp(static_cast<int>(p.x), 0, frame.width() - 1),
                  y = std::clamp(static_cast<int>(p.y), 0, frame.height() - 1);
        const Color seen = at(frame, x, y);
        const bool is_teal = color_distance(seen, teal) < kLikeColor,
                   is_amber = color_distance(seen, amber) < kLikeColor;
        if ((is_teal || is_amber)
            && contrast_ratio(seen, band_at(backdrop, x, y)) >= kLeastContrast)
            ++(is_teal ? teals : ambers);
    }
    return teals >= kLeastSeen && ambers >= kLeastSeen;
}

} // namespace thalweg::test
