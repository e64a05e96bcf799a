#pragma once

#include "core/options.hpp"
#include "surface/surface.hpp"

namespace thalweg::surface {

/// `{kind: grid, file: loss.csv, domain: {x: [-1, 1], y: [-1, 1]}}`: a surface that somebody has
/// measured.
SurfacePtr make_grid(Options& options);

} // namespace thalweg::surface
