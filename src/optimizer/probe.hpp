#pragma once

#include "core/jet.hpp"
#include "optimizer/gradient.hpp"
#include "optimizer/noise.hpp"
#include "optimizer/random.hpp"
#include "surface/surface.hpp"

#include <cstdint>

namespace thalweg {

/// A surface as an update rule sees it: through the chosen gradient rule and its noise, with every
/// evaluation counted.
///
/// What counts, so that rules can be compared at equal cost: a value 1, an exact gradient 1, a
/// gradient by central differences 4 (its four values), a Hessian 2 (its two columns, each the
/// derivative of a gradient).
class Probe {
public:
    /// surface  must outlive this object
    Probe(const Surface& surface, const GradientRule& rule, const NoiseRule& noise = {})
        : surface_(surface)
        , rule_(rule)
        , noise_(noise)
        , random_(noise.seed)
    {
    }

    /// Always without noise.
    double value(Vec2 p) const;
    Vec2 gradient(Vec2 p) const;
    /// Always exact.
    Sym2 hessian(Vec2 p) const;

    /// The cost so far.
    std::int64_t evaluations() const { return evaluations_; }

private:
    Vec2 clean_gradient(Vec2 p) const;

    const Surface& surface_;
    GradientRule rule_;
    NoiseRule noise_;
    mutable Random random_;
    mutable std::int64_t evaluations_ = 0;
};

} // namespace thalweg
