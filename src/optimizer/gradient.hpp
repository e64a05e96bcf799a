#pragma once

#include "core/kinds.hpp"

namespace thalweg::optimizer {

/// Where gradients come from.
struct GradientRule {
    bool central_difference = false;
    double h = 1e-5; ///< half the distance of the two points of a central difference
};

/// exact, central-difference (h).
std::span<const Kind<GradientRule>> gradient_kinds();

} // namespace thalweg::optimizer
