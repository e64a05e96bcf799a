#pragma once

#include "core/options.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

/// Reads `form`, for every rule that has both.
inline MomentumForm read_momentum_form(Options& options)
{
    return options.choice("form", MomentumForm::velocity,
        {{"velocity", MomentumForm::velocity}, {"accumulated", MomentumForm::accumulated}},
        "velocity: the learning rate is part of the velocity; accumulated: it scales it");
}

inline double read_momentum(Options& options)
{
    return options.number(
        "momentum", 0.9, {.min = 0, .below = 1}, "share of the velocity kept each step");
}

struct MomentumState {
    Vec2 velocity{};
};

/// The displacement that is remembered, in either form.
inline Vec2 velocity_of(const MomentumState& state, MomentumForm form, double learning_rate)
{
    return form == MomentumForm::velocity ? state.velocity : -learning_rate * state.velocity;
}

/// Heavy-ball momentum: a ball that rolls with friction.
class Momentum final : public Rule<Momentum, MomentumState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "momentum",
        .summary = "a heavy ball that keeps a share of its velocity",
        .formula = "v ← β v − η g,  x ← x + v;  accumulated: v ← β v + g,  x ← x − η v",
        .source
        = "B. T. Polyak, Some methods of speeding up the convergence of iteration methods, 1964",
        .critical_rate = "2 (1 + β) / C",
        .learning_rate = 0.0005,
    };

    explicit Momentum(Options& options)
        : momentum_(read_momentum(options))
        , form_(read_momentum_form(options))
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override
    {
        Vec2& v = state_.velocity;
        if (form_ == MomentumForm::velocity) {
            v = momentum_ * v - learning_rate * f.gradient(x);
            return x + v;
        }
        v = momentum_ * v + f.gradient(x);
        return x - learning_rate * v;
    }

    std::optional<Vec2> velocity(double learning_rate) const override
    {
        return velocity_of(state_, form_, learning_rate);
    }

    std::optional<StabilityLimit> stability_limit() const override
    {
        return StabilityLimit{.product = 2 * (1 + momentum_)};
    }

    std::optional<HeavyBall> heavy_ball() const override { return HeavyBall{momentum_, form_}; }

private:
    double momentum_;
    MomentumForm form_;
};

} // namespace thalweg::optimizer
