#pragma once

#include "optimizer/moments.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

struct RmspropState {
    Vec2 square{}, mean{}, velocity{};
};

/// RMSProp: AdaGrad that forgets.
class Rmsprop final : public Rule<Rmsprop, RmspropState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "rmsprop",
        .summary = "divides by the root of a running mean of squared gradients",
        .formula
        = "s ← ρ s + (1 − ρ) g²,  v ← β v + g / (√s + ε),  x ← x − η v;  centred: √(s − mean(g)²)",
        .source = "G. Hinton, N. Srivastava, K. Swersky, Neural networks for machine learning, "
                  "lecture 6a, 2012; "
                  "centred: A. Graves, Generating sequences with recurrent neural networks, 2013; "
                  "form and options "
                  "as PyTorch's RMSprop",
        .critical_rate = "2 (1 + β) ε / (C + λ)",
        .learning_rate = 0.01,
    };

    explicit Rmsprop(Options& options)
        : decay_(read_share(options, "decay", 0.99, "share of the running mean kept each step, ρ"))
        , momentum_(read_share(options, "momentum", 0, "share of the velocity kept each step"))
        , centred_(
              options.flag("centred", false, "divides by the deviation from the mean gradient"))
        , epsilon_(read_epsilon(options, 1e-8))
        , weight_decay_(read_weight_decay(options, 0))
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override
    {
        const Vec2 g = f.gradient(x) + weight_decay_ * x;
        auto& [square, mean, velocity] = state_;
        square = decay_ * square + (1 - decay_) * times(g, g);
        Vec2 variance = square;
        if (centred_) {
            mean = decay_ * mean + (1 - decay_) * g;
            variance -= times(mean, mean);
        }
        velocity = momentum_ * velocity + over(g, plus(root(variance), epsilon_));
        return x - learning_rate * velocity;
    }

    std::optional<StabilityLimit> stability_limit() const override
    {
        return StabilityLimit{.product = 2 * (1 + momentum_) * epsilon_,
            .weight_decay = weight_decay_,
            .adapts = true};
    }

private:
    double decay_, momentum_;
    bool centred_;
    double epsilon_, weight_decay_;
};

} // namespace thalweg::optimizer
