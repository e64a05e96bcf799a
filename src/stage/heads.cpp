#include "stage/heads.hpp"

#include "stage/layout.hpp"

#include <algorithm>

namespace thalweg {

Head on_panel(const Box& view, const Box& map, Vec2 point)
{
    // Far outside, projected numbers would lose all meaning; only the direction counts there.
    const double reach = 1e6;
    const Vec2 near = Box{{view.x.lo - reach * view.width(), view.x.hi + reach * view.width()},
        {view.y.lo - reach * view.height(), view.y.hi + reach * view.height()}}
                          .clamp(point);
    const Vec2 target = Projection{view, map}(near), middle = map.center();
    if (map.contains(target))
        return {.at = target};
    double enter = 0, leave = 1;
    clip_segment(map, middle, target, enter, leave);
    const Vec2 way = target - middle;
    return {.at = map.clamp(middle + leave * way), .direction = way / norm(way)};
}

Head head_at(const Experiment& experiment, const Camera& camera, const Box& map, std::size_t run,
    double time_s)
{
    const Trajectory& trajectory = experiment.trajectories[run];
    const double step = std::min<double>(experiment.step_at(time_s), trajectory.steps());
    Head head = on_panel(camera.view(time_s), map, position_at(trajectory, step));
    head.step = step;
    head.diverged = trajectory.outcome == Outcome::diverged
        && experiment.step_at(time_s) >= trajectory.ended_at;
    return head;
}

} // namespace thalweg
