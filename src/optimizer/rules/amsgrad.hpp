#pragma once

#include "optimizer/moments.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

struct AmsgradState {
    Moments moments{};
    Vec2 greatest{};
};

/// AMSGrad: Adam whose divisor never falls.
class Amsgrad final : public Rule<Amsgrad, AmsgradState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "amsgrad",
        .summary = "Adam with the greatest mean square so far, so that steps cannot grow back",
        .formula = "m, v as in Adam,  w ← max(w, v),  x ← x − η m̂ / (√(w / (1 − β₂ᵗ)) + ε)",
        .source = "S. J. Reddi, S. Kale, S. Kumar, On the convergence of Adam and beyond, 2018; "
                  "bias correction and "
                  "options as PyTorch's Adam with amsgrad",
        .critical_rate = "none: it divides by ever more until it comes to rest",
        .learning_rate = 0.05,
    };

    explicit Amsgrad(Options& options)
        : o_(options)
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override
    {
        auto& [moments, greatest] = state_;
        moments.take(f.gradient(x) + o_.weight_decay * x, o_.beta1, o_.beta2);
        greatest = greater(greatest, moments.square);
        const Vec2 divisor = plus(root(greatest / moments.bias(o_.beta2)), o_.epsilon);
        return x - learning_rate * over(moments.mean / moments.bias(o_.beta1), divisor);
    }

private:
    MomentOptions o_;
};

} // namespace thalweg::optimizer
