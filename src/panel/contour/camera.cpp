#include "panel/contour/camera.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

/// Smooth over a fraction 0 to 1 of the way.
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

bool look_alike(const Keyframe& a, const Keyframe& b)
{
    return a.center == b.center && a.width == b.width;
}

bool has_motion(const CameraPlan& plan)
{
    return std::ranges::any_of(plan, [&](const Keyframe& key) {
        return key.follow.has_value() || !look_alike(key, plan.front());
    });
}

} // namespace

Camera::Camera(CameraPlan plan, Box domain, Context context)
    : plan_(std::move(plan))
    , domain_(domain)
    , context_(std::move(context))
    , moves_(has_motion(plan_))
{
}

Vec2 Camera::center(const Keyframe& key, double time_s) const
{
    if (!key.follow)
        return key.center.value_or(domain_.center());
    const optimizer::Trajectory& run = context_.experiments->trajectory(*key.follow);
    Vec2 sum;
    for (int i = 0; i < kFollowSamples; ++i) {
        const double shift
            = kFollowWindow_s * (static_cast<double>(i) / (kFollowSamples - 1) - 0.5);
        const experiment::Moment moment = context_.timeline->moment(time_s + shift);
        sum += experiment::position_at(run, moment.steps[*key.follow]);
    }
    return sum / kFollowSamples;
}

Box Camera::around(Vec2 center, double width) const
{
    const double half_width = 0.5 * width,
                 half_height = half_width * domain_.height() / domain_.width();
    return {{center.x - half_width, center.x + half_width},
        {center.y - half_height, center.y + half_height}};
}

Box Camera::view(double time_s) const
{
    if (plan_.empty())
        return domain_;
    const auto next = std::ranges::upper_bound(plan_, time_s, {}, &Keyframe::at_s);
    if (next == plan_.begin())
        return around(center(plan_.front(), time_s), plan_.front().width);
    const Keyframe& before = *(next - 1);
    if (next == plan_.end())
        return around(center(before, time_s), before.width);

    const double share = eased(next->ease, (time_s - before.at_s) / (next->at_s - before.at_s));
    const double ratio = next->width / before.width;
    // An even zoom: equal factors in equal times.
    const double width = before.width * thalweg::pow(ratio, share);
    // The centre moves in step with the scale, so that a zoom heads straight for its goal.
    const double way = std::abs(ratio - 1) < 1e-9
        ? share
        : (width - before.width) / (next->width - before.width);
    return around(lerp(center(before, time_s), center(*next, time_s), way), width);
}

} // namespace thalweg::panel
