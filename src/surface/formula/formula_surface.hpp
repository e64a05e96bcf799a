#pragma once

#include "core/options.hpp"
#include "surface/surface.hpp"

namespace thalweg::surface {

/// `{kind: formula, formula: "x^2 + a*y^2", constants: {a: 3}, domain: {x: [-2, 2], y: [-1, 1]}}`
SurfacePtr make_formula(Options& options);

} // namespace thalweg::surface
