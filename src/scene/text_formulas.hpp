#pragma once

#include "core/node.hpp"

namespace thalweg::scene {

/// Adds a problem for each text of a scene whose formulas (`$...$`) cannot be read, at the place of
/// what is wrong.
void check_formulas(const Node& scene, Problems& problems);

} // namespace thalweg::scene
