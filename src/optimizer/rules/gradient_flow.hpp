#pragma once

#include "core/options.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

struct GradientFlowState {
    double size = 0; ///< of the next inner step, in time; 0: none was made yet
};

/// The gradient flow x' = -∇f(x), what gradient descent becomes as its steps shrink: a step goes on
/// in time by the learning rate, as many inner steps as accuracy asks for.
class GradientFlow final : public Rule<GradientFlow, GradientFlowState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "gradient-flow",
        .summary = "the path of steepest descent itself, the limit of ever smaller steps",
        .formula = "x′(t) = −∇f(x(t)),  t ← t + η",
        .source = "J. R. Dormand, P. J. Prince, A family of embedded Runge-Kutta formulae, 1980: "
                  "orders 5 and 4, "
                  "step size by the difference of both",
        .learning_rate = 0.01,
        .rate_means = "time that a step covers",
        .noise = -1,
    };

    explicit GradientFlow(Options& options)
        : tolerance_(options.number("tolerance", 1e-10, {.min = 1e-14, .max = 0.1},
            "error of an inner step, relative to the point's size where that is above 1"))
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override;

private:
    double tolerance_;
};

} // namespace thalweg::optimizer
