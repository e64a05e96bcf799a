#pragma once

#include "optimizer/moments.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

struct AdadeltaState {
    Vec2 gradients{}, moves{}; ///< running means of their squares
};

/// Adadelta: steps as long as recent steps were, so that no learning rate need be chosen.
class Adadelta final : public Rule<Adadelta, AdadeltaState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "adadelta",
        .summary = "measures gradients by recent gradients and steps by recent steps",
        .formula
        = "s ← ρ s + (1 − ρ) g²,  d = g √(u + ε) / √(s + ε),  u ← ρ u + (1 − ρ) d²,  x ← x − η d",
        .source = "M. D. Zeiler, ADADELTA: an adaptive learning rate method, 2012; options as "
                  "PyTorch's Adadelta",
        .critical_rate = "2 / (C + λ)",
        .learning_rate = 1,
    };

    explicit Adadelta(Options& options)
        : decay_(read_share(options, "decay", 0.9, "share of the running means kept each step, ρ"))
        , epsilon_(read_epsilon(options, 1e-6))
        , weight_decay_(read_weight_decay(options, 0))
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override
    {
        const Vec2 g = f.gradient(x) + weight_decay_ * x;
        auto& [gradients, moves] = state_;
        gradients = decay_ * gradients + (1 - decay_) * times(g, g);
        const Vec2 move
            = times(over(root(plus(moves, epsilon_)), root(plus(gradients, epsilon_))), g);
        moves = decay_ * moves + (1 - decay_) * times(move, move);
        return x - learning_rate * move;
    }

    std::optional<StabilityLimit> stability_limit() const override
    {
        return StabilityLimit{.product = 2, .weight_decay = weight_decay_, .adapts = true};
    }

private:
    double decay_, epsilon_, weight_decay_;
};

} // namespace thalweg::optimizer
