#pragma once

#include "scenery.hpp"

#include <optional>

namespace thalweg::test {

/// Follows rays through space to the surface itself, without the mesh: slow, and independent of how
/// the program draws.
class RayCaster {
public:
    RayCaster(const Scenery& scenery, const panel::SpaceView& view)
        : scenery_(scenery)
        , view_(view)
        , box_(scenery.terrain->box())
    {
    }

    struct Hit {
        double value = 0; ///< the surface's
        double light = 0; ///< 0 to 1, of the upper side
        bool is_from_below = false;
    };
    /// What is seen at a place of the picture.
    std::optional<Hit> at(Vec2 picture) const
    {
        const double u = (picture.x - view_.middle.x) / view_.scale,
                     v = (view_.middle.y - picture.y) / view_.scale;
        const panel::Vec3 through = u * view_.right + v * view_.up;
        const panel::Vec3 eye
            = view_.distance > 0 ? view_.distance * view_.towards : through + 3 * view_.towards;
        const panel::Vec3 way = 1 / norm(through - eye) * (through - eye);
        const double middle = dot(-1 * eye, way);
        double before = kNone;
        for (double t = middle - kReach; t < middle + kReach; t += kStep) {
            const double now = clearance(eye + t * way);
            if (before * now <= 0) // false where one is NaN
                return hit(eye, way, t - kStep, t, before > 0);
            before = now;
        }
        return std::nullopt;
    }

    /// How far a point of space is above the ground; NaN where there is none.
    double clearance(panel::Vec3 p) const
    {
        const double height = scenery_.terrain->heights()(value(p));
        const bool is_shown = std::abs(p.x) <= 0.5 * box_.width()
            && std::abs(p.y) <= 0.5 * box_.depth() && panel::HeightScale::shows(height);
        return is_shown ? p.z - (height - 0.5) * panel::SpaceBox::kHeight : kNone;
    }
    double value(panel::Vec3 p) const
    {
        const Box& d = box_.domain();
        return scenery_.experiment.plan.surface->value(
            {d.x.at(p.x / box_.width() + 0.5), d.y.at(p.y / box_.depth() + 0.5)});
    }

private:
    static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    static constexpr double kReach = 0.8, kStep = 0.002, kNear = 1e-5;

    Hit hit(panel::Vec3 eye, panel::Vec3 way, double from, double to, bool from_above) const
    {
        for (int i = 0; i < 40; ++i) {
            const double half = 0.5 * (from + to);
            ((clearance(eye + half * way) > 0) == from_above ? from : to) = half;
        }
        const panel::Vec3 p = eye + from * way;
        const auto slope = [&](panel::Vec3 step) {
            return (clearance(p - step) - clearance(p + step)) / (2 * kNear);
        };
        const double dx = slope({kNear, 0, 0}), dy = slope({0, kNear, 0});
        const panel::Vec3& light = scenery_.light;
        const double facing
            = (light.z - light.x * dx - light.y * dy) / std::sqrt(1 + dx * dx + dy * dy);
        return {value(p), 0.5 + 0.5 * facing, !from_above};
    }

    const Scenery& scenery_;
    const panel::SpaceView& view_;
    panel::SpaceBox box_;
};

} // namespace thalweg::test
