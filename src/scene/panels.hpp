#pragma once

#include "core/kinds.hpp"
#include "stage/plan.hpp"

namespace thalweg {
namespace scene {
}
using namespace scene;
} // namespace thalweg
namespace thalweg::scene {

/// contour (levels, fill, lines, labels, minima, basins).
std::span<const Kind<ContourPlan>> panel_kinds();

} // namespace thalweg::scene
