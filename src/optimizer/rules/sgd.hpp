#pragma once

#include "optimizer/moments.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

struct SgdState {
    Vec2 velocity{};
    bool moving = false;
};

/// Stochastic gradient descent: noisy gradients or those of mini-batches, with or without
/// momentum.
class Sgd final : public Rule<Sgd, SgdState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "sgd",
        .summary
        = "descends along noisy gradients or those of mini-batches, with or without momentum",
        .formula = "g ← g + λ x,  v ← β v + (1 − τ) g (at first v ← g),  x ← x − η v;  nesterov: x "
                   "← x − η (g + β v)",
        .source = "H. Robbins, S. Monro, A stochastic approximation method, 1951; form and options "
                  "as PyTorch's SGD",
        .critical_rate = "2 (1 + β) / ((1 − τ) (C + λ));  nesterov: 2 (1 + β) / ((1 + β + β (1 − "
                         "τ)) (C + λ)); for exact gradients",
        .learning_rate = 0.001,
        .noise = 1,
    };

    explicit Sgd(Options& options)
        : momentum_(read_share(options, "momentum", 0, "share of the velocity kept each step"))
        , dampening_(options.number("dampening", 0, {.min = 0, .below = 1},
              "share of a gradient left out of the velocity"))
        , nesterov_(options.flag("nesterov", false, "looks ahead by the velocity"))
        , weight_decay_(read_weight_decay(options, 0))
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override
    {
        const Vec2 g = f.gradient(x) + weight_decay_ * x;
        Vec2& v = state_.velocity;
        v = state_.moving ? momentum_ * v + (1 - dampening_) * g : g;
        state_.moving = true;
        return x - learning_rate * (nesterov_ ? g + momentum_ * v : v);
    }

    std::optional<Vec2> velocity(double learning_rate) const override
    {
        if (momentum_ == 0)
            return std::nullopt;
        return -learning_rate * state_.velocity;
    }

    std::optional<StabilityLimit> stability_limit() const override
    {
        const double pull = 1 - dampening_;
        const double divisor = nesterov_ ? 1 + momentum_ + momentum_ * pull : pull;
        return StabilityLimit{
            .product = 2 * (1 + momentum_) / divisor, .weight_decay = weight_decay_};
    }

private:
    double momentum_, dampening_;
    bool nesterov_;
    double weight_decay_;
};

} // namespace thalweg::optimizer
