#pragma once

#include "optimizer/catalogue.hpp"
#include "optimizer/trajectory.hpp"
#include "surface/surface.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace thalweg::optimizer {

/// The largest eigenvalue of the Hessian, the curvature that bounds how long a step may be.
double sharpness(const surface::Surface& surface, Vec2 p);

/// `sharpness` at each point of a path.
std::vector<double> sharpness_along(const surface::Surface& surface, std::span<const Vec2> path);

/// The learning rate from which on the rule diverges on the quadratic that the surface is near p: 2
/// / λ for gradient descent, 2 (1 + β) / λ for momentum. Nothing for rules that adapt their steps,
/// and where the surface is not convex in any direction.
std::optional<double> critical_learning_rate(
    const surface::Surface& surface, const Optimizer& rule, Vec2 p);

/// What to say about a run that is lost: "diverges at step 7; the critical learning rate at the
/// start is 0.0009", or "leaves the region where the surface is defined, at step 7". Empty for
/// every other run.
std::string lost_note(
    const surface::Surface& surface, const OptimizerSpec& optimizer, const Trajectory& run);

} // namespace thalweg::optimizer
