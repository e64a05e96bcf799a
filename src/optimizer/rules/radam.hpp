#pragma once

#include "optimizer/moments.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

/// RAdam: Adam that trusts its divisor only once it has seen enough gradients.
class Radam final : public Rule<Radam, Moments> {
public:
    static constexpr RuleFacts kFacts{
        .name = "radam",
        .summary = "Adam that begins as plain momentum until its divisor can be trusted",
        .formula = "m, v as in Adam,  ρ∞ = 2 / (1 − β₂) − 1,  ρ = ρ∞ − 2 t β₂ᵗ / (1 − β₂ᵗ);  ρ > "
                   "5: x ← x − η r m̂ / (√v̂ + ε), "
                   "r = √((ρ − 4)(ρ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρ));  else: x ← x − η m̂",
        .source = "L. Liu et al., On the variance of the adaptive learning rate and beyond, 2020; "
                  "options as "
                  "PyTorch's RAdam",
        .critical_rate = "2 (1 + β₁) ε / ((1 − β₁) (C + λ)), without ε where ρ∞ ≤ 5",
        .learning_rate = 0.001,
    };

    explicit Radam(Options& options)
        : o_(options)
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override
    {
        state_.take(f.gradient(x) + o_.weight_decay * x, o_.beta1, o_.beta2);
        const Vec2 mean = state_.mean / state_.bias(o_.beta1);
        const double limit = longest();
        const double bias = state_.bias(o_.beta2);
        const double length = limit - 2 * state_.taken * (1 - bias) / bias;
        if (length <= 5)
            return x - learning_rate * mean;
        const double trust
            = std::sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length));
        return x
            - learning_rate * trust * std::sqrt(bias)
            * over(mean, plus(root(state_.square), o_.epsilon));
    }

    std::optional<StabilityLimit> stability_limit() const override
    {
        if (longest() > 5)
            return o_.limit();
        return StabilityLimit{// its divisor is never trusted: plain momentum
            .product = 2 * (1 + o_.beta1) / (1 - o_.beta1),
            .weight_decay = o_.weight_decay};
    }

private:
    /// ρ∞, the length that the mean square's memory tends to.
    double longest() const { return 2 / (1 - o_.beta2) - 1; }

    MomentOptions o_;
};

} // namespace thalweg::optimizer
