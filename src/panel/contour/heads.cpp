#include "panel/contour/heads.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {
constexpr double kSamplesPerSecond = 60;
constexpr double kMostSamples = 36'000; ///< of a long film there are fewer a second
constexpr double kReach = 1e6; ///< views: farther away only the direction counts
constexpr double kOnEdge = 0.01; ///< units

// Heads that would hide each other, in their own size.
constexpr double kTooNear = 1.2; ///< such heads part
constexpr double kMostOff = 0.5; ///< on the map a head stands no farther from its run
constexpr double kMostOffset = 2; ///< others; among more, a head stands where its run is
constexpr double kParted = 1.9; ///< the distance between equal arrows at the edge
constexpr double kMostParted = 6; ///< more heads than this stand closer

/// 1 for heads at equal places, 0 for those that do not hide each other, and smooth between.
double nearness(const Head& a, const Head& b, double size)
{
    const double far = std::min(distance(a.at, b.at) / (kTooNear * size), 1.0);
    return a.outside() == b.outside() ? 1 - far * far * (3 - 2 * far) : 0;
}

/// Along the edge for what is outside, otherwise down.
Vec2 parting_direction(const Head& head, const Box& map, std::span<const Box> covered)
{
    const auto is_at = [&](double edge) { return std::abs(head.at.y - edge) < kOnEdge; };
    const bool is_above_or_below = is_at(map.y.lo) || is_at(map.y.hi)
        || std::ranges::any_of(
            covered, [&](const Box& box) { return is_at(box.y.lo) || is_at(box.y.hi); });
    return head.outside() && is_above_or_below ? Vec2{1, 0} : Vec2{0, 1};
}

/// What a row of heads along one side of the map is moved by to stay on it; no more than the half
/// of it, since the place that it is about lies on the map.
double into_side(Range side, double middle, double half, double size)
{
    return std::clamp(side.lo + size - (middle - half), 0.0, half)
        - std::clamp(middle + half - (side.hi - size), 0.0, half);
}

} // namespace

void part_equal(std::vector<Head>& heads, const Box& map, std::span<const Box> covered)
{
    const std::vector<Head> true_heads = heads;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const Head& head = true_heads[i];
        const double scale = map_scale(map.width());
        const double size = (head.outside() ? kArrowSize : kHeadRadius) * scale;
        double near = 0, rank = 0;
        for (std::size_t j = 0; j < heads.size(); ++j) {
            const double one = j == i ? 0 : nearness(head, true_heads[j], size);
            near += one;
            rank += j < i ? one : -one;
        }
        if (!head.outside()) {
            const double few = std::clamp(kMostOffset + 1 - near, 0.0, 1.0);
            const double off = few * kMostOff * size * rank / std::max(1.0, near);
            heads[i].at = map.clamp(head.at + Vec2{0, off});
            continue;
        }
        const double step = kParted * size / std::max(1.0, near / kMostParted);
        const Vec2 way = parting_direction(head, map, covered);
        const double shift = way.x > 0 ? into_side(map.x, head.at.x, 0.5 * near * step, size)
                                       : into_side(map.y, head.at.y, 0.5 * near * step, size);
        heads[i].at = map.clamp(head.at + (0.5 * rank * step + shift) * way);
    }
}

Head on_map(const Projection& project, Vec2 point, std::span<const Box> covered)
{
    const Box &view = project.view, &map = project.box;
    const Box reach{{view.x.lo - kReach * view.width(), view.x.hi + kReach * view.width()},
        {view.y.lo - kReach * view.height(), view.y.hi + kReach * view.height()}};
    const Vec2 target = project(reach.clamp(point)), middle = map.center();
    const Vec2 way = target - middle;
    double seen = 1; // of the way to it
    if (!map.contains(target)) {
        double enter = 0;
        clip_segment(map, middle, target, enter, seen);
    }
    for (const Box& box : covered) {
        double enter = 0, leave = 1;
        if (box.contains(map.clamp(middle + seen * way))
            && clip_segment(box, middle, target, enter, leave))
            seen = enter;
    }
    if (seen == 1 && map.contains(target))
        return {.at = target};
    return {.at = map.clamp(middle + seen * way), .direction = way / norm(way)};
}

bool is_lost(const optimizer::Trajectory& run, const experiment::Moment& moment)
{
    return optimizer::is_lost(run.outcome) && moment.counter >= run.ended_at;
}

double HeadFilm::sample_at(double time_s) const
{
    return std::clamp(time_s * per_second, 0.0, static_cast<double>(samples.size()) - 1);
}

std::vector<Head> heads_at(const experiment::Experiments& experiments,
    const std::vector<std::size_t>& runs, const Projection& project,
    const experiment::Moment& moment, std::span<const Box> covered)
{
    std::vector<Head> heads;
    for (const std::size_t run : runs) {
        const optimizer::Trajectory& path = experiments.trajectory(run);
        heads.push_back(on_map(project, experiment::position_at(path, moment.steps[run]), covered));
        heads.back().diverged = is_lost(path, moment);
    }
    part_equal(heads, project.box, covered);
    return heads;
}

HeadFilm empty_film(double duration_s)
{
    HeadFilm film;
    film.per_second = std::min(kSamplesPerSecond, kMostSamples / std::max(duration_s, 1.0));
    film.samples.resize(static_cast<std::size_t>(std::ceil(duration_s * film.per_second)) + 1);
    return film;
}

HeadFilm film_heads(const Context& context, const std::vector<std::size_t>& runs,
    const Camera& camera, const Box& map, std::span<const Box> covered)
{
    const double duration_s = context.timeline->duration_s();
    HeadFilm film = empty_film(duration_s);
    for (std::size_t i = 0; i < film.samples.size(); ++i) {
        const double time_s = std::min(static_cast<double>(i) / film.per_second, duration_s);
        film.samples[i] = heads_at(*context.experiments, runs, Projection{camera.view(time_s), map},
            context.timeline->moment(time_s), covered);
    }
    return film;
}

} // namespace thalweg::panel
