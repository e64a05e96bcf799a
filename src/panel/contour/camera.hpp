#pragma once

#include "panel/contour/plan.hpp"

namespace thalweg::panel {

/// The part of the plane that a map shows at each time. A view has the domain's proportions.
class Camera {
public:
    Camera(CameraPlan plan, Box domain, Context context);

    /// The view at a time: keyframes before the first and after the last hold.
    Box view(double time_s) const;
    /// Does the view change over the film?
    bool moves() const { return moves_; }
    const Box& domain() const { return domain_; }

private:
    Vec2 center(const Keyframe& key, double time_s) const;
    Box around(Vec2 center, double width) const;

    CameraPlan plan_;
    Box domain_;
    Context context_;
    bool moves_ = false;
};

} // namespace thalweg::panel
