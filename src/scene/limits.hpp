#pragma once

#include <cstddef>

namespace thalweg::scene {

/// What a scene may ask for at most, so that neither a hostile file nor a slip fills the memory.
///
/// Who means it raises a limit from outside of the scene, by the environment variable beside it.
struct SceneLimits {
    std::size_t bytes = 1 << 20; ///< of a scene file: THALWEG_MAX_BYTES
    std::size_t nodes = 100'000; ///< values in it, its aliases written out: THALWEG_MAX_NODES
    std::size_t points = 10'000'000; ///< steps of all runs together: THALWEG_MAX_POINTS
    static constexpr std::size_t kDepth = 64; ///< of nesting; fixed, since the readers recurse
};

/// The limits as the environment sets them.
SceneLimits scene_limits();

} // namespace thalweg::scene
