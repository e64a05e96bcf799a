#pragma once

#include "optimizer/moments.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

/// Adam: momentum over RMSProp, with the bias of the running means taken out.
class Adam final : public Rule<Adam, Moments> {
public:
    static constexpr RuleFacts kFacts{
        .name = "adam",
        .summary = "momentum divided by the root of a running mean of squared gradients",
        .formula = "m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²,  x ← x − η m̂ / (√v̂ + ε),  "
                   "m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ)",
        .source = "D. P. Kingma, J. Ba, Adam: a method for stochastic optimization, 2015; options "
                  "as PyTorch's Adam",
        .critical_rate = "2 (1 + β₁) ε / ((1 − β₁) (C + λ))",
        .learning_rate = 0.05,
    };

    explicit Adam(Options& options)
        : o_(options)
        , bias_correction_(options.flag(
              "bias_correction", true, "takes out that the running means begin at zero"))
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override
    {
        state_.take(f.gradient(x) + o_.weight_decay * x, o_.beta1, o_.beta2);
        const double mean_bias = bias_correction_ ? state_.bias(o_.beta1) : 1;
        const double square_bias = bias_correction_ ? state_.bias(o_.beta2) : 1;
        const Vec2 divisor = plus(root(state_.square / square_bias), o_.epsilon);
        return x - learning_rate * over(state_.mean / mean_bias, divisor);
    }

    std::optional<StabilityLimit> stability_limit() const override { return o_.limit(); }

private:
    MomentOptions o_;
    bool bias_correction_;
};

} // namespace thalweg::optimizer
