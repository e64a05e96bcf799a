#pragma once

#include <cstddef>

namespace thalweg {

/// How large a scene file may be, and how many values it may hold once its aliases are written out.
///
/// Both keep a hostile file from filling the memory. Who trusts a larger one raises them from
/// outside of it, by the environment: THALWEG_MAX_BYTES, THALWEG_MAX_NODES.
struct SourceLimits {
    std::size_t bytes = 1 << 20;
    std::size_t nodes = 100'000;
    static constexpr std::size_t kDepth = 64; ///< fixed: the readers recurse
};

/// The limits as the environment sets them.
SourceLimits source_limits();

} // namespace thalweg
