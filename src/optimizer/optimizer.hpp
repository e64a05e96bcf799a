#pragma once

#include "core/vec2.hpp"
#include "optimizer/probe.hpp"

#include <memory>

namespace thalweg {

/// An update rule with the state of one run.
class Optimizer {
public:
    virtual ~Optimizer() = default;

    /// The next point.
    ///
    /// f              the surface as the rule may see it: values, gradients, Hessians, counted
    /// x              the current point
    /// learning_rate  of this step, from the schedule
    virtual Vec2 step(const Probe& f, Vec2 x, double learning_rate) = 0;

    /// The same rule with fresh state, for another run.
    virtual std::unique_ptr<Optimizer> fresh() const = 0;
};

} // namespace thalweg
