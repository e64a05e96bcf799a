#pragma once

#include "core/kinds.hpp"
#include "stage/plan.hpp"

namespace thalweg {
namespace scene {
}
using namespace scene;
} // namespace thalweg
namespace thalweg::scene {

/// auto, dark, light.
std::span<const Kind<Theme>> theme_kinds();

} // namespace thalweg::scene
