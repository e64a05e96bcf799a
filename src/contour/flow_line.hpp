#pragma once

#include "surface/surface.hpp"

#include <optional>

namespace thalweg::contour {

/// Goes along the gradient of a surface, downhill or uphill, step by step.
///
/// Where a valley is narrow, the line falls to its floor at once and then follows it, so each step
/// solves a linear system in the exact Hessian. Lengths are those of a picture, whose scales along
/// x and y may differ.
///
/// Source  E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, 2nd edition, 1996,
///         section IV.7: the two-stage Rosenbrock method that is stable at infinity
class FlowLine {
public:
    struct Steps {
        Vec2 scale{1, 1}; ///< length of the picture per unit of the domain, along x and y
        double longest = 1; ///< of a step, in the picture
        double tolerance = 0.05; ///< error of a step, in the picture
    };

    FlowLine(const surface::Surface& f, Vec2 from, bool uphill, const Steps& steps);

    /// The next point; none at the line's end: near a critical point, a crease, a jump, or the edge
    /// of where the surface is defined.
    std::optional<Vec2> advance();

private:
    struct Step {
        Vec2 to;
        double error = 0; ///< in the picture
    };
    /// None where there is no such step.
    std::optional<Step> step(const Jet<double>& j, double time) const;
    double length(Vec2 way) const { return norm({way.x * steps_.scale.x, way.y * steps_.scale.y}); }

    const surface::Surface& f_;
    Vec2 at_;
    double sign_; ///< 1 uphill, -1 downhill
    Steps steps_;
    double time_ = 0; ///< of the next step; 0: not chosen yet
    int short_steps_ = 0; ///< in a row
};

} // namespace thalweg::contour
