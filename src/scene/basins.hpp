#pragma once

#include "core/node.hpp"
#include "core/problems.hpp"
#include "stage/plan.hpp"

#include <optional>

namespace thalweg {
namespace scene {
}
using namespace scene;
} // namespace thalweg
namespace thalweg::scene {

/// The run whose optimizer a map of basins is of: the one of that name, or the first of the
/// optimizer with that label or kind.
///
/// name     null: the scene's only optimizer
/// where    for the message where there is no name
/// Returns  its place in the plan; nothing after adding a located problem
std::optional<std::size_t> find_basins_run(
    const Node* name, const Location& where, const Plan& plan, Problems& problems);

} // namespace thalweg::scene
