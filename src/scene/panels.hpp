#pragma once

#include "core/kinds.hpp"
#include "stage/plan.hpp"

namespace thalweg {

/// contour (levels, fill, lines, labels, minima, basins).
std::span<const Kind<ContourPlan>> panel_kinds();

} // namespace thalweg
