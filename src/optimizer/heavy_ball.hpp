#pragma once

namespace thalweg::optimizer {

/// How a velocity is kept: both forms give the same path at a constant learning rate, and another
/// one under a schedule.
enum class MomentumForm {
    velocity, ///< v ← βv − ηg, x ← x + v: the learning rate is part of what is remembered
    accumulated ///< v ← βv + g, x ← x − ηv: it scales what is remembered
};

/// A ball that rolls with friction, the slope at its own place its only force.
struct HeavyBall {
    double momentum = 0; ///< share of the velocity kept each step
    MomentumForm form = MomentumForm::velocity;
};

} // namespace thalweg::optimizer
