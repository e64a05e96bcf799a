#pragma once

#include "core/options.hpp"
#include "scene/scene.hpp"

namespace thalweg {
namespace scene {
}
using namespace scene;
} // namespace thalweg
namespace thalweg::scene {

// The parts of a scene, one file each. Every reader takes the options of the whole scene, reads the
// keys that are its own, adds what is wrong to the problems, and fills in what was not said.
// Where a problem was found the result is never used, so it only has to be safe to read on from.

void read_ground(Options& scene, Plan& plan); ///< surface, domain
void read_runs(Options& scene, Scene& result); ///< start, starts, steps, gradient, optimizers
void read_panels(Options& scene, Plan& plan); ///< panels
void read_style(Options& scene, Plan& plan); ///< style
void read_camera(Options& scene, Plan& plan); ///< camera; after the runs, which it may follow
void read_outputs(
    Options& scene, Scene& result); ///< outputs; after the runs, whose steps they show

/// Says of keys that the language has, but this version has not, that it is so.
void refuse_later_keys(Options& scene);

/// The options of a mapping inside another; null where the key is absent or its value is none.
const Node* mapping_of(Options& options, std::string_view key, std::string_view meaning);
/// The items of a list; null where the key is absent or its value is none.
const Node* list_of(
    Options& options, std::string_view key, std::string_view type, std::string_view meaning);

} // namespace thalweg::scene
