#include "stage/camera.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

/// Smooth over a share 0 to 1 of the way.
/// Source  cubic smoothing, as CSS and animation programs use it
double eased(Ease ease, double t)
{
    switch (ease) {
    case Ease::linear:
        return t;
    case Ease::in:
        return t * t * t;
    case Ease::out:
        return 1 - (1 - t) * (1 - t) * (1 - t);
    case Ease::in_out:
        return t * t * (3 - 2 * t);
    }
    return t;
}

/// A followed head is averaged over this time, so that a zigzag does not shake the picture.
constexpr double kFollowWindow_s = 0.8;
constexpr int kFollowSamples = 33;

} // namespace

Camera::Camera(ExperimentPtr experiment)
    : experiment_(std::move(experiment))
    , follows_(std::ranges::any_of(
          experiment_->plan.camera, [](const Keyframe& key) { return key.follow.has_value(); }))
{
}

Vec2 Camera::center(const Keyframe& key, double time_s) const
{
    const auto& runs = experiment_->plan.runs;
    if (!key.follow)
        return key.center.value_or(experiment_->plan.domain.center());
    const auto run = std::ranges::find(runs, *key.follow, &RunPlan::name) - runs.begin();
    const Trajectory& trajectory = experiment_->trajectories.at(static_cast<std::size_t>(run));
    Vec2 sum;
    for (int i = 0; i < kFollowSamples; ++i) {
        const double shift
            = kFollowWindow_s * (static_cast<double>(i) / (kFollowSamples - 1) - 0.5);
        sum += position_at(trajectory, experiment_->step_at(time_s + shift));
    }
    return sum / kFollowSamples;
}

Box Camera::around(Vec2 center, double width) const
{
    const Box& domain = experiment_->plan.domain;
    const double half_width = 0.5 * width,
                 half_height = half_width * domain.height() / domain.width();
    return {{center.x - half_width, center.x + half_width},
        {center.y - half_height, center.y + half_height}};
}

Box Camera::view(double time_s) const
{
    const auto& keys = experiment_->plan.camera;
    if (keys.empty())
        return experiment_->plan.domain;
    const auto next = std::ranges::upper_bound(keys, time_s, {}, &Keyframe::at_s);
    if (next == keys.begin())
        return around(center(keys.front(), time_s), keys.front().width);
    const Keyframe& before = *(next - 1);
    if (next == keys.end())
        return around(center(before, time_s), before.width);

    const double share = eased(next->ease, (time_s - before.at_s) / (next->at_s - before.at_s));
    const double ratio = next->width / before.width;
    const double width
        = before.width * std::pow(ratio, share); // even zoom: equal factors in equal times
    // The centre moves in step with the scale, so that a zoom heads straight for its goal.
    const double way = std::abs(ratio - 1) < 1e-9
        ? share
        : (width - before.width) / (next->width - before.width);
    return around(lerp(center(before, time_s), center(*next, time_s), way), width);
}

} // namespace thalweg
