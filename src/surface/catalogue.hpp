#pragma once

#include "core/kinds.hpp"
#include "surface/surface.hpp"

namespace thalweg::surface {

/// Every kind of surface, in the order that listings show.
std::span<const Kind<SurfacePtr>> surface_kinds();

} // namespace thalweg::surface
