#pragma once

#include "film/outputs.hpp"
#include "scene/overrides.hpp"
#include "stage/plan.hpp"

#include <filesystem>
#include <span>
#include <vector>

namespace thalweg {
namespace scene {
}
using namespace scene;
} // namespace thalweg
namespace thalweg::scene {

/// A scene file, fully resolved: nothing after this sees YAML.
struct Scene {
    Plan plan;
    std::vector<OutputSpec> outputs; ///< at least one; no two of one name
    std::vector<Location> run_places; ///< of each run's optimizer in the file, for messages
};

/// Reads a scene.
///
/// path       of the file; its stem names the scene
/// overrides  values that take the place of the file's
/// Throws     SceneError with every problem that was found, LimitError
Scene load_scene(const std::filesystem::path& path, std::span<const Override> overrides = {});

} // namespace thalweg::scene
