#pragma once

#include "core/box.hpp"
#include "panel/space/plan.hpp"
#include "panel/space/vec3.hpp"

#include <vector>

namespace thalweg::panel {

/// The box in which a surface stands in space, around the origin: x and y lie along the domain's
/// sides, z upwards. The domain's longer side is 1.
class SpaceBox {
public:
    static constexpr double kHeight = 0.5;

    explicit SpaceBox(const Box& domain);

    const Box& domain() const { return domain_; }
    double width() const { return width_; }
    double depth() const { return depth_; }
    /// height  0 at the bottom of the box, 1 at its top
    Vec3 place(Vec2 p, double height) const
    {
        return {(p.x - domain_.x.middle()) / domain_.width() * width_,
            (p.y - domain_.y.middle()) / domain_.height() * depth_, (height - 0.5) * kHeight};
    }

private:
    Box domain_;
    double width_, depth_;
};

/// The map from space to the picture at one moment.
struct SpaceView {
    Vec3 right, up, towards; ///< unit vectors; the last one from the middle to the viewer
    double distance = 0; ///< of the viewer from the middle; 0: parallel rays
    double scale = 1; ///< layout units per unit of space, at the middle
    Vec2 middle{}; ///< of the box, in layout units

    /// The place in the picture, in layout units.
    Vec2 operator()(Vec3 p) const
    {
        const double near = distance > 0 ? distance / (distance - dot(towards, p)) : 1;
        return {middle.x + scale * near * dot(right, p), middle.y - scale * near * dot(up, p)};
    }
    /// How a place in the picture moves with a point that moves this way.
    Vec2 moved(Vec3 p, Vec3 way) const
    {
        const double near = distance > 0 ? distance / (distance - dot(towards, p)) : 1;
        const double nearer = distance > 0 ? near / distance * dot(towards, way) : 0;
        const Vec3 along = way + nearer * p;
        return {scale * near * dot(right, along), -scale * near * dot(up, along)};
    }
    /// What grows towards the viewer and is linear in the picture along straight lines of space;
    /// near the middle, in units of space.
    double nearness(Vec3 p) const
    {
        const double forward = dot(towards, p);
        return distance > 0 ? distance * forward / (distance - forward) : forward;
    }
    /// The unit vector from a point to the viewer.
    Vec3 way_to_viewer(Vec3 p) const;
};

/// The view from a direction, unscaled about the picture's origin.
///
/// azimuth  degrees, as in SpaceCameraPlan
SpaceView view_from(const SpaceCameraPlan& camera, double azimuth);

/// All views of a film, of one scale, so that the box lies in a part of the picture throughout.
class SpaceCamera {
public:
    /// room  for the box, in layout units
    SpaceCamera(
        const SpaceCameraPlan& plan, const SpaceBox& box, double duration_s, const Box& room);

    double azimuth(double time_s) const;
    SpaceView view(double time_s) const;
    /// Views between which the camera hardly moves, over the film.
    std::vector<SpaceView> views() const;
    bool moves() const { return plan_.orbit != 0; }

    /// Where the box is in the picture over the film, in layout units.
    Box extent() const;
    /// The same at scale 1 around its middle.
    static Box extent(const SpaceCameraPlan& plan, const SpaceBox& box);

private:
    void place(SpaceView& view) const;

    SpaceCameraPlan plan_;
    double duration_s_;
    Box unscaled_; ///< the extent at scale 1
    double scale_ = 1;
    Vec2 middle_{};
};

} // namespace thalweg::panel
