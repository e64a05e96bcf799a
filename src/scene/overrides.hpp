#pragma once

#include "core/node.hpp"

#include <span>
#include <string>

namespace thalweg::scene {

/// A value that the command line puts into a scene: `--set optimizers.0.learning_rate=0.01`.
struct Override {
    std::string path; ///< keys, and places in lists from 0, joined by dots
    std::string value; ///< YAML, as it would stand in the file
};

/// Splits KEY=VALUE.
///
/// Throws  UsageError where it is no such pair
Override parse_override(const std::string& text);

/// Puts the values into a scene's tree, before it is read. A mapping that is not there is made; a
/// bare name on the way becomes a mapping with that `kind`. The new values are located at their
/// `--set`.
void apply_overrides(Node& root, std::span<const Override> overrides, Problems& problems);

} // namespace thalweg::scene
