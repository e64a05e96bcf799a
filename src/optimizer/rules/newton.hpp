#pragma once

#include "core/options.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

/// Newton's method on the gradient: exact on a quadratic. Pure, it is drawn to any stationary
/// point, saddles included; damped or with a line search, it descends.
class Newton final : public Rule<Newton> {
public:
    static constexpr RuleFacts kFacts{
        .name = "newton",
        .summary = "jumps to the stationary point of the local quadratic model",
        .formula = "x ← x − η H⁻¹ g;  damped: x ← x − η (H + μ I)⁻¹ g, μ = damping + max(0, −least "
                   "eigenvalue);  "
                   "line-search: along −(H + μ I)⁻¹ g, μ = 0 where H is positive definite, "
                   "by halving from η until the value falls",
        .source = "J. Nocedal, S. J. Wright, Numerical Optimization, 2nd ed., 2006, sections 3.3 "
                  "and 3.4; damped: "
                  "K. Levenberg, A method for the solution of certain non-linear problems in least "
                  "squares, 1944",
        .learning_rate = 1,
        .rate_means = "share of the full step; of the first try of a line search",
    };

    explicit Newton(Options& options);

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override;

private:
    enum class Form { pure, damped, line_search };

    /// What is added to the Hessian's diagonal.
    double shift(const Sym2& hessian) const;

    Form form_;
    double damping_;
};

} // namespace thalweg::optimizer
