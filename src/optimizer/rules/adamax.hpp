#pragma once

#include "optimizer/moments.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

struct AdamaxState {
    Moments moments{};
    Vec2 greatest{};
};

/// AdaMax: Adam with the greatest recent gradient in place of the mean square.
class Adamax final : public Rule<Adamax, AdamaxState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "adamax",
        .summary = "Adam that divides by the greatest recent gradient",
        .formula = "m as in Adam,  u ← max(β₂ u, |g| + ε),  x ← x − η m̂ / u",
        .source = "D. P. Kingma, J. Ba, Adam: a method for stochastic optimization, 2015, section "
                  "7.1; form and "
                  "options as PyTorch's Adamax",
        .critical_rate = "2 (1 + β₁) ε / ((1 − β₁) (C + λ))",
        .learning_rate = 0.05,
    };

    explicit Adamax(Options& options)
        : o_(options)
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override
    {
        auto& [moments, greatest] = state_;
        const Vec2 g = f.gradient(x) + o_.weight_decay * x;
        moments.take(g, o_.beta1, o_.beta2);
        greatest = greater(o_.beta2 * greatest, plus(magnitude(g), o_.epsilon));
        return x - learning_rate / moments.bias(o_.beta1) * over(moments.mean, greatest);
    }

    std::optional<StabilityLimit> stability_limit() const override { return o_.limit(); }

private:
    MomentOptions o_;
};

} // namespace thalweg::optimizer
