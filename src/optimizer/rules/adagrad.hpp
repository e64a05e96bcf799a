#pragma once

#include "optimizer/moments.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

struct AdagradState {
    Vec2 sum{};
    int taken = 0;
};

/// AdaGrad: a learning rate of its own for each coordinate, the smaller the more it has moved.
class Adagrad final : public Rule<Adagrad, AdagradState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "adagrad",
        .summary = "divides by the root of all squared gradients so far",
        .formula = "s ← s + g²,  x ← x − η / (1 + d k) · g / (√s + ε)",
        .source = "J. Duchi, E. Hazan, Y. Singer, Adaptive subgradient methods for online learning "
                  "and stochastic "
                  "optimization, 2011; form and options as PyTorch's Adagrad",
        .critical_rate = "none: it divides by ever more until it comes to rest",
        .learning_rate = 0.5,
    };

    explicit Adagrad(Options& options)
        : decay_(options.number(
            "decay", 0, {.min = 0}, "how fast the learning rate falls: η / (1 + decay · k)"))
        , initial_(options.number("initial", 0, {.min = 0}, "what the sum of squares starts from"))
        , epsilon_(read_epsilon(options, 1e-10))
        , weight_decay_(read_weight_decay(options, 0))
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override
    {
        const Vec2 g = f.gradient(x) + weight_decay_ * x;
        state_.sum += times(g, g);
        const double rate = learning_rate / (1 + decay_ * state_.taken++);
        return x - rate * over(g, plus(root(plus(state_.sum, initial_)), epsilon_));
    }

private:
    double decay_, initial_, epsilon_, weight_decay_;
};

} // namespace thalweg::optimizer
