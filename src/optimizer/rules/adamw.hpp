#pragma once

#include "optimizer/moments.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

/// AdamW: Adam with weight decay beside the gradient instead of in it.
class AdamW final : public Rule<AdamW, Moments> {
public:
    static constexpr RuleFacts kFacts{
        .name = "adamw",
        .summary = "Adam whose weight decay is not divided by the gradients' size",
        .formula = "x ← (1 − η λ) x,  then Adam's step",
        .source = "I. Loshchilov, F. Hutter, Decoupled weight decay regularization, 2019; options "
                  "as PyTorch's AdamW",
        .critical_rate = "2 (1 + β₁) ε / ((1 − β₁) C) without weight decay, else not known",
        .learning_rate = 0.05,
    };

    explicit AdamW(Options& options)
        : o_(options, 0.01)
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override
    {
        state_.take(f.gradient(x), o_.beta1, o_.beta2);
        const Vec2 divisor = plus(root(state_.square / state_.bias(o_.beta2)), o_.epsilon);
        return (1 - learning_rate * o_.weight_decay) * x
            - learning_rate * over(state_.mean / state_.bias(o_.beta1), divisor);
    }

    std::optional<StabilityLimit> stability_limit() const override
    {
        // Weight decay beside the gradient shifts the fixed point off the minimum, where each
        // coordinate has a divisor of its own.
        return o_.weight_decay == 0 ? std::optional(o_.limit()) : std::nullopt;
    }

private:
    MomentOptions o_;
};

} // namespace thalweg::optimizer
