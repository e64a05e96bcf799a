#pragma once

#include "core/math.hpp"
#include "optimizer/moments.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

struct NadamState {
    Moments moments{};
    double product = 1; ///< of all μ so far
};

/// NAdam: Adam with Nesterov's look ahead.
class Nadam final : public Rule<Nadam, NadamState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "nadam",
        .summary = "Adam that looks ahead as Nesterov's momentum does",
        .formula = "m, v as in Adam,  μₜ = β₁ (1 − 0.96^(t ψ) / 2),  "
                   "m̂ = μₜ₊₁ m / (1 − μ₁…μₜ₊₁) + (1 − μₜ) g / (1 − μ₁…μₜ),  x ← x − η m̂ / (√v̂ + ε)",
        .source
        = "T. Dozat, Incorporating Nesterov momentum into Adam, 2016; options as PyTorch's NAdam",
        .critical_rate = "2 (1 + β₁) ε / ((1 + β₁ − 2 μ β₁) (C + λ)), μ what μₜ tends to",
        .learning_rate = 0.05,
    };

    explicit Nadam(Options& options)
        : o_(options)
        , momentum_decay_(options.number(
              "momentum_decay", 0.004, {.min = 0}, "how fast the momentum rises to beta1, ψ"))
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override
    {
        auto& [moments, product] = state_;
        const Vec2 g = f.gradient(x) + o_.weight_decay * x;
        moments.take(g, o_.beta1, o_.beta2);
        const double now = momentum(moments.taken), next = momentum(moments.taken + 1);
        product *= now;
        const Vec2 mean
            = next / (1 - product * next) * moments.mean + (1 - now) / (1 - product) * g;
        return x
            - learning_rate
            * over(mean, plus(root(moments.square / moments.bias(o_.beta2)), o_.epsilon));
    }

    std::optional<StabilityLimit> stability_limit() const override
    {
        // What the momentum rises to.
        const double m = momentum_decay_ > 0 ? o_.beta1 : momentum(0), b = o_.beta1;
        return StabilityLimit{.product = 2 * (1 + b) / (1 + b - 2 * m * b) * o_.epsilon,
            .weight_decay = o_.weight_decay,
            .adapts = true};
    }

private:
    double momentum(int t) const
    {
        return o_.beta1 * (1 - 0.5 * thalweg::pow(0.96, t * momentum_decay_));
    }

    MomentOptions o_;
    double momentum_decay_;
};

} // namespace thalweg::optimizer
