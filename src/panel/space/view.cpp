#include "panel/space/view.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace thalweg::panel {

namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kStep = 3; // degrees between the views of an orbit that are looked at
constexpr double kLeastSide = 0.45; // of a long domain's shorter side, so that it can be read

} // namespace

SpaceBox::SpaceBox(const Box& domain)
    : domain_(domain)
{
    const double longer = std::max(domain.width(), domain.height());
    width_ = std::max(domain.width() / longer, kLeastSide);
    depth_ = std::max(domain.height() / longer, kLeastSide);
}

Vec3 SpaceView::way_to_viewer(Vec3 p) const
{
    if (distance <= 0)
        return towards;
    const Vec3 way = distance * towards - p;
    return 1 / norm(way) * way;
}

SpaceView view_from(const SpaceCameraPlan& camera, double azimuth)
{
    const auto [sa, ca] = thalweg::sincos(azimuth * kDegree);
    const auto [se, ce] = thalweg::sincos(camera.elevation * kDegree);
    return {.right = {ca, sa, 0},
        .up = {-sa * se, ca * se, ce},
        .towards = {sa * ce, -ca * ce, se},
        .distance = camera.projection == SpaceProjection::perspective ? camera.distance : 0};
}

namespace {

/// The views of a film, without those that only come again.
std::vector<SpaceView> views_of(const SpaceCameraPlan& plan)
{
    const double turn = std::clamp(plan.orbit, -360.0, 360.0);
    const int steps = static_cast<int>(std::ceil(std::abs(turn) / kStep));
    std::vector<SpaceView> views;
    for (int i = 0; i <= steps; ++i)
        views.push_back(view_from(plan, plan.azimuth + turn * i / std::max(1, steps)));
    return views;
}

} // namespace

Box SpaceCamera::extent(const SpaceCameraPlan& plan, const SpaceBox& box)
{
    Box all{{0, 0}, {0, 0}};
    for (const SpaceView& view : views_of(plan))
        for (const Vec2 corner : box.domain().corners())
            for (const double height : {0.0, 1.0}) {
                const Vec2 p = view(box.place(corner, height));
                all = hull(all, {{p.x, p.x}, {p.y, p.y}});
            }
    return all;
}

SpaceCamera::SpaceCamera(
    const SpaceCameraPlan& plan, const SpaceBox& box, double duration_s, const Box& room)
    : plan_(plan)
    , duration_s_(duration_s)
    , unscaled_(extent(plan, box))
    , scale_(std::min(room.width() / unscaled_.width(), room.height() / unscaled_.height()))
    , middle_(room.center() - scale_ * unscaled_.center())
{
}

Box SpaceCamera::extent() const
{
    return {{middle_.x + scale_ * unscaled_.x.lo, middle_.x + scale_ * unscaled_.x.hi},
        {middle_.y + scale_ * unscaled_.y.lo, middle_.y + scale_ * unscaled_.y.hi}};
}

std::vector<SpaceView> SpaceCamera::views() const
{
    std::vector<SpaceView> views = views_of(plan_);
    for (SpaceView& view : views)
        place(view);
    return views;
}

void SpaceCamera::place(SpaceView& view) const
{
    view.scale = scale_;
    view.middle = middle_;
}

double SpaceCamera::azimuth(double time_s) const
{
    const double share = duration_s_ > 0 ? std::clamp(time_s / duration_s_, 0.0, 1.0) : 0;
    return plan_.azimuth + share * plan_.orbit;
}

SpaceView SpaceCamera::view(double time_s) const
{
    SpaceView view = view_from(plan_, azimuth(time_s));
    place(view);
    return view;
}

} // namespace thalweg::panel
