#pragma once

#include "core/math.hpp"
#include "core/options.hpp"
#include "optimizer/elementwise.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

/// The memory of Adam and its kin: running means of the gradient and of its square.
struct Moments {
    Vec2 mean{}, square{};
    int taken = 0; ///< gradients so far

    void take(Vec2 g, double beta1, double beta2)
    {
        mean = beta1 * mean + (1 - beta1) * g;
        square = beta2 * square + (1 - beta2) * times(g, g);
        ++taken;
    }

    /// 1 - beta^taken: what a running mean that began at zero is too small by.
    double bias(double beta) const { return 1 - thalweg::pow(beta, taken); }
};

/// Share of the old value that a running mean keeps.
inline double read_share(
    Options& options, std::string_view key, double fallback, std::string_view meaning)
{
    return options.number(key, fallback, {.min = 0, .below = 1}, meaning);
}

inline double read_epsilon(Options& options, double fallback)
{
    return options.number(
        "epsilon", fallback, {.min = 0}, "added to a divisor, so that it never vanishes");
}

inline double read_weight_decay(Options& options, double fallback)
{
    return options.number("weight_decay", fallback, {.min = 0}, "pull towards the origin");
}

/// The options that Adam and its kin share.
struct MomentOptions {
    double beta1, beta2, epsilon, weight_decay;

    explicit MomentOptions(Options& options, double default_weight_decay = 0)
        : beta1(read_share(options, "beta1", 0.9, "share of the mean gradient kept each step"))
        , beta2(read_share(
              options, "beta2", 0.999, "share of the mean squared gradient kept each step"))
        , epsilon(read_epsilon(options, 1e-8))
        , weight_decay(read_weight_decay(options, default_weight_decay))
    {
    }

    /// Of Adam where it rests: its means forget that they began at zero, and the root of the mean
    /// square vanishes beside epsilon, which leaves momentum with gradients divided by epsilon.
    StabilityLimit limit() const
    {
        return {.product = 2 * (1 + beta1) / (1 - beta1) * epsilon,
            .weight_decay = weight_decay,
            .adapts = true};
    }
};

} // namespace thalweg::optimizer
