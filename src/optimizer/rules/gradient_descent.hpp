#pragma once

#include "core/options.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

/// Steepest descent: straight down the gradient.
class GradientDescent final : public Rule<GradientDescent> {
public:
    static constexpr RuleFacts kFacts{
        .name = "gradient-descent",
        .summary = "steps straight down the gradient",
        .formula = "x ← x − η g",
        .source = "A. Cauchy, Méthode générale pour la résolution des systèmes d'équations "
                  "simultanées, 1847",
        .critical_rate = "2 / C",
        .learning_rate = 0.001,
    };

    explicit GradientDescent(Options&) { }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override
    {
        return x - learning_rate * f.gradient(x);
    }

    std::optional<StabilityLimit> stability_limit() const override
    {
        return StabilityLimit{.product = 2};
    }

    std::optional<HeavyBall> heavy_ball() const override { return HeavyBall{}; }
};

} // namespace thalweg::optimizer
