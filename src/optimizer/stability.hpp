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

/// The smallest eigenvalue of the Hessian; below 0 the surface curves downwards in some direction.
double smallest_eigenvalue(const surface::Surface& surface, Vec2 p);

/// The Hessian's condition number for eigenvalues of any sign: the larger of their sizes over the
/// smaller. Infinite where it is singular.
double condition_number(const surface::Surface& surface, Vec2 p);

/// Such a number at each point of a path.
std::vector<double> along(const surface::Surface& surface, std::span<const Vec2> path,
    double (*number)(const surface::Surface&, Vec2));

/// The learning rate from which on the rule does not come to rest at a minimum that is curved as
/// the surface is at p: 2 / C for gradient descent, C being the largest eigenvalue of the Hessian,
/// 2 (1 + β) / C for momentum. From there on it diverges, goes on in a cycle or, if it adapts,
/// stays about the minimum. Nothing for rules of which none is known, and where the surface is not
/// convex in any direction.
std::optional<double> critical_learning_rate(
    const surface::Surface& surface, const Optimizer& rule, Vec2 p);

/// The same where runs leave such a minimum: nothing for rules that adapt, which stay about it.
std::optional<double> repelling_learning_rate(
    const surface::Surface& surface, const Optimizer& rule, Vec2 p);

/// Two points that a run jumps between for ever.
struct TwoCycle {
    Vec2 one, other;
    int since; ///< the step from which on it does
};

/// The 2-cycle that a run ends in, if it does: in each of its last 20 steps and more it comes back
/// to where it was two steps before, to a millionth of the step.
std::optional<TwoCycle> find_two_cycle(const Trajectory& run);

/// What to say about a run that is lost or ends in a 2-cycle: "diverges at step 7; the critical
/// learning rate at the start is 0.0009", "leaves the region where the surface is defined, at step
/// 7", "jumps between (1, 2) and (1, 3) from step 7 on; the critical learning rate between them is
/// 0.0009", or "... is not known". Empty for every other run.
std::string stability_note(
    const surface::Surface& surface, const OptimizerSpec& optimizer, const Trajectory& run);

} // namespace thalweg::optimizer
