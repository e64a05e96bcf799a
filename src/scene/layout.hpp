#pragma once

#include "core/options.hpp"
#include "figure/plan.hpp"

namespace thalweg::scene {

/// Reads `layout`: "map", a mosaic of names, or {wide, tall} with a mosaic each.
///
/// known  every name that a mosaic may use
figure::LayoutPlan read_layout(Options& scene, const std::vector<std::string>& known);

/// The names of a layout's mosaics in reading order, each once; empty where it has none.
std::vector<std::string> names_in(const figure::LayoutPlan& layout);

} // namespace thalweg::scene
