#include "panel/contour/heads.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {
constexpr double kSamplesPerSecond = 60;
constexpr double kMostSamples = 36'000; ///< of a long film there are fewer a second
constexpr double kReach = 1e6; ///< views: farther away only the direction counts
} // namespace

Head on_map(const Projection& project, Vec2 point)
{
    const Box &view = project.view, &map = project.box;
    const Box reach{{view.x.lo - kReach * view.width(), view.x.hi + kReach * view.width()},
        {view.y.lo - kReach * view.height(), view.y.hi + kReach * view.height()}};
    const Vec2 target = project(reach.clamp(point)), middle = map.center();
    if (map.contains(target))
        return {.at = target};
    double enter = 0, leave = 1;
    clip_segment(map, middle, target, enter, leave);
    const Vec2 way = target - middle;
    return {.at = map.clamp(middle + leave * way), .direction = way / norm(way)};
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
    const experiment::Moment& moment)
{
    std::vector<Head> heads;
    for (const std::size_t run : runs) {
        const optimizer::Trajectory& path = experiments.trajectory(run);
        heads.push_back(on_map(project, experiment::position_at(path, moment.steps[run])));
        heads.back().diverged = is_lost(path, moment);
    }
    return heads;
}

HeadFilm film_heads(const Context& context, const std::vector<std::size_t>& runs,
    const Camera& camera, const Box& map)
{
    HeadFilm film;
    const double duration_s = context.timeline->duration_s();
    film.per_second = std::min(kSamplesPerSecond, kMostSamples / std::max(duration_s, 1.0));
    const auto last = static_cast<std::size_t>(std::ceil(duration_s * film.per_second));
    for (std::size_t i = 0; i <= last; ++i) {
        const double time_s = std::min(static_cast<double>(i) / film.per_second, duration_s);
        film.samples.push_back(heads_at(*context.experiments, runs,
            Projection{camera.view(time_s), map}, context.timeline->moment(time_s)));
    }
    return film;
}

} // namespace thalweg::panel
