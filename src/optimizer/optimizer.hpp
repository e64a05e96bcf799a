#pragma once

#include "core/vec2.hpp"
#include "optimizer/heavy_ball.hpp"
#include "optimizer/probe.hpp"

#include <memory>
#include <optional>
#include <string>

namespace thalweg::optimizer {

/// Up to which learning rate a rule comes to rest at a minimum: the fixed point of its linearised
/// step is stable while learning rate · (curvature + weight_decay) < product.
struct StabilityLimit {
    double product = 0;
    double weight_decay = 0; ///< that is part of the gradient, and so of the curvature
    /// Does the rule divide by the size of recent gradients? The product then holds where those
    /// have vanished, and beyond it a run stays about the minimum without coming to rest; other
    /// rules leave it.
    bool adapts = false;
};

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

    /// What the rule keeps of its motion, as the displacement that it would make of a step; nothing
    /// where it keeps none.
    ///
    /// learning_rate  of the last step, for velocities that it scales
    virtual std::optional<Vec2> velocity(double learning_rate) const
    {
        static_cast<void>(learning_rate);
        return std::nullopt;
    }

    /// Why the rule cannot go on ("the Hessian is singular"); empty while it can.
    const std::string& stopped() const { return stopped_; }

    /// What bounds its learning rate; nothing where no bound is known, or there is none.
    virtual std::optional<StabilityLimit> stability_limit() const { return std::nullopt; }

    /// The rule as a heavy ball, where it is one to the last bit: many runs of those can be stepped
    /// side by side.
    virtual std::optional<HeavyBall> heavy_ball() const { return std::nullopt; }

protected:
    /// Ends the run: returns `x`, to be returned from `step`.
    Vec2 stop(Vec2 x, std::string why)
    {
        stopped_ = std::move(why);
        return x;
    }

    std::string stopped_;
};

/// For rules that remember nothing between steps.
struct Stateless { };

/// What every rule is built on: keeps the state of a run apart from the rule's options, so that
/// `fresh` is the same for all of them.
///
/// Derived  the rule, constructible from Options
/// State    its memory; a default-made one is that of a run that has not begun
template <class Derived, class State = Stateless>
class Rule : public Optimizer {
public:
    std::unique_ptr<Optimizer> fresh() const final
    {
        auto copy = std::make_unique<Derived>(static_cast<const Derived&>(*this));
        copy->state_ = State{};
        copy->stopped_.clear();
        return copy;
    }

protected:
    State state_;
};

/// What is known of a rule beside its steps: a row of the catalogue.
struct RuleFacts {
    std::string_view name;
    std::string_view summary; ///< one sentence without a full stop
    std::string_view formula; ///< g is the gradient at x, η the learning rate, λ the weight decay
    std::string_view source; ///< author, title, year
    std::string_view critical_rate = ""; ///< as `stability_limit` counts it; C is the curvature
    double learning_rate = 0; ///< the default; 0: the rule takes none
    std::string_view rate_means = "size of a step";
    double noise = 0; ///< the default sigma; below 0: the rule takes none
    bool needs_residuals = false; ///< only for surfaces that are sums of squares
};

} // namespace thalweg::optimizer
