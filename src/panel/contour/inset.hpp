#pragma once

#include "panel/contour/action.hpp"
#include "panel/contour/map_ground.hpp"

namespace thalweg::panel {

/// The box of an inset in a corner of a map.
Box inset_box(const Box& map, Corner corner, const canvas::Format& format);

/// A part of a map, enlarged in one of its corners: with contours and paths of its own. Immutable.
class Inset {
public:
    /// plan       of the map, with an inset
    /// placement  of the map
    Inset(const ContourPlan& plan, const Context& context, const Box& domain,
        const Placement& placement, const Box& box);

    const Box& box() const { return box_; }
    /// The part of the map that is enlarged.
    Box view() const { return camera_->view(0); }
    /// The frame around it, on the map.
    void draw_frame_on(canvas::Canvas& canvas, const Projection& map) const;
    void draw_backdrop(canvas::Canvas& canvas) const;
    const MapAction& action() const { return action_; }

private:
    Box box_;
    double line_;
    std::shared_ptr<const Camera> camera_;
    MapGround ground_;
    MapAction action_;
};

} // namespace thalweg::panel
