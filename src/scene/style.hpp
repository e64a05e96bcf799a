#pragma once

#include "canvas/theme.hpp"
#include "core/kinds.hpp"

namespace thalweg::scene {

/// auto, dark, light.
std::span<const Kind<canvas::Theme>> theme_kinds();

} // namespace thalweg::scene
