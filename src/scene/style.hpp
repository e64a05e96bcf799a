#pragma once

#include "core/kinds.hpp"
#include "stage/plan.hpp"

namespace thalweg {

/// auto, dark, light.
std::span<const Kind<Theme>> theme_kinds();

} // namespace thalweg
