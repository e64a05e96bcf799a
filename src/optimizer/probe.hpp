#pragma once

#include "core/jet.hpp"
#include "optimizer/gradient.hpp"
#include "surface/surface.hpp"

#include <cstdint>

namespace thalweg {

/// A surface as an update rule sees it: through the chosen gradient rule, with every evaluation counted.
class Probe {
public:
    Probe(const Surface& surface, const GradientRule& rule);

    double value(Vec2 p) const;
    Vec2 gradient(Vec2 p) const;
    /// Always exact.
    Sym2 hessian(Vec2 p) const;

    /// Gradients evaluated so far.
    std::int64_t evaluations() const { return evaluations_; }

private:
    const Surface& surface_;
    const GradientRule& rule_;
    mutable std::int64_t evaluations_ = 0;
};

} // namespace thalweg
