#pragma once

#include "optimizer/moments.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

struct LionState {
    Vec2 mean{};
};

/// Lion: steps of one length along each axis, by the sign of a mean gradient.
class Lion final : public Rule<Lion, LionState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "lion",
        .summary = "steps by the sign of a mean gradient",
        .formula = "x ← x − η (sign(β₁ m + (1 − β₁) g) + λ x),  m ← β₂ m + (1 − β₂) g",
        .source
        = "X. Chen et al., Symbolic discovery of optimization algorithms, 2023, algorithm 2",
        .critical_rate = "none: its steps do not shrink, so that it never comes to rest",
        .learning_rate = 0.01,
    };

    explicit Lion(Options& options)
        : beta1_(read_share(
            options, "beta1", 0.9, "share of the mean gradient in the direction of a step"))
        , beta2_(read_share(options, "beta2", 0.99, "share of the mean gradient kept each step"))
        , weight_decay_(read_weight_decay(options, 0))
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override
    {
        const Vec2 g = f.gradient(x);
        Vec2& mean = state_.mean;
        const Vec2 direction = sign(beta1_ * mean + (1 - beta1_) * g);
        mean = beta2_ * mean + (1 - beta2_) * g;
        return x - learning_rate * (direction + weight_decay_ * x);
    }

private:
    double beta1_, beta2_, weight_decay_;
};

} // namespace thalweg::optimizer
