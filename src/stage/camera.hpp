#pragma once

#include "stage/experiment.hpp"

namespace thalweg {

/// The part of the plane that the map shows at each time. A view has the domain's proportions.
class Camera {
public:
    explicit Camera(ExperimentPtr experiment);

    /// The view at a time: keyframes before the first and after the last hold.
    Box view(double time_s) const;
    /// Does the view change between two times?
    bool moves() const { return experiment_->plan.camera.size() > 1 || follows_; }

private:
    Vec2 center(const Keyframe& key, double time_s) const;
    Box around(Vec2 center, double width) const;

    ExperimentPtr experiment_;
    bool follows_ = false;
};

} // namespace thalweg
