#pragma once

#include "core/options.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg {

/// Newton's method on the gradient: exact on a quadratic, and drawn to any stationary point,
/// saddles included.
class Newton final : public Rule<Newton> {
public:
    static constexpr RuleFacts kFacts{
        .name = "newton",
        .summary = "jumps to the stationary point of the local quadratic model",
        .formula = "x ← x − η H⁻¹ g",
        .source = "J. Nocedal, S. J. Wright, Numerical Optimization, 2nd ed., 2006, section 3.3",
        .learning_rate = 1,
    };

    explicit Newton(Options&) { }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override;
};

} // namespace thalweg
