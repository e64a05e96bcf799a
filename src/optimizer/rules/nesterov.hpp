#pragma once

#include "optimizer/rules/momentum.hpp"

namespace thalweg::optimizer {

/// Nesterov's momentum: looks at the slope where the velocity is about to take it.
class Nesterov final : public Rule<Nesterov, MomentumState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "nesterov",
        .summary = "momentum that looks at the slope ahead, and so brakes in time",
        .formula
        = "v ← β v − η ∇f(x + β v),  x ← x + v;  accumulated: v ← β v + g,  x ← x − η (g + β v)",
        .source = "Y. Nesterov, A method for solving the convex programming problem with "
                  "convergence rate O(1/k²), "
                  "1983; accumulated: I. Sutskever et al., On the importance of initialization and "
                  "momentum in deep "
                  "learning, 2013, as PyTorch's SGD has it",
        .critical_rate = "2 (1 + β) / ((1 + 2 β) C)",
        .learning_rate = 0.0005,
    };

    explicit Nesterov(Options& options)
        : momentum_(read_momentum(options))
        , form_(read_momentum_form(options))
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override
    {
        Vec2& v = state_.velocity;
        if (form_ == MomentumForm::velocity) {
            v = momentum_ * v - learning_rate * f.gradient(x + momentum_ * v);
            return x + v;
        }
        const Vec2 g = f.gradient(x);
        v = momentum_ * v + g;
        return x - learning_rate * (g + momentum_ * v);
    }

    std::optional<Vec2> velocity(double learning_rate) const override
    {
        return velocity_of(state_, form_, learning_rate);
    }

    std::optional<StabilityLimit> stability_limit() const override
    {
        return StabilityLimit{.product = 2 * (1 + momentum_) / (1 + 2 * momentum_)};
    }

private:
    double momentum_;
    MomentumForm form_;
};

} // namespace thalweg::optimizer
