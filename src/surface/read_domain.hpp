#pragma once

#include "core/options.hpp"

namespace thalweg::surface {

/// The option `domain: {x: [low, high], y: [low, high]}` of surfaces that have no domain of their
/// own; nothing where it is left out or wrong.
///
/// fallback  what counts where it is left out, in words or as users would write it
std::optional<Box> read_domain(Options& options, std::string_view fallback);

} // namespace thalweg::surface
