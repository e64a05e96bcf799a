#pragma once

#include "core/options.hpp"
#include "optimizer/line_search.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

struct BfgsState {
    Sym2 inverse{1, 0, 1}; ///< what is known of the inverse Hessian
    std::optional<LinePoint> here{}; ///< where the last step ended
};

/// BFGS: learns the inverse Hessian from how the gradient changes from step to step.
class Bfgs final : public Rule<Bfgs, BfgsState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "bfgs",
        .summary
        = "Newton's method with an inverse Hessian learnt from the gradients, and a line search",
        .formula = "x ← x + s, s = −α B g;  y the change of g,  ρ = 1 / s·y:  B ← (I − ρ s yᵀ) B "
                   "(I − ρ y sᵀ) + ρ s sᵀ",
        .source = "C. G. Broyden, R. Fletcher, D. Goldfarb, D. F. Shanno, 1970; as in J. Nocedal, "
                  "S. J. Wright, "
                  "Numerical Optimization, 2nd ed., 2006, algorithm 6.1",
    };

    explicit Bfgs(Options&) { }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override;

private:
    /// From a step s and the change y of the gradient over it.
    void learn(Vec2 s, Vec2 y);
    void learn_size(Vec2 s, Vec2 y);
};

} // namespace thalweg::optimizer
