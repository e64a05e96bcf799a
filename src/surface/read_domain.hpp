#pragma once

#include "core/options.hpp"

namespace thalweg {

/// The option `domain: {x: [low, high], y: [low, high]}` of surfaces that have no domain of their
/// own.
Box read_domain(Options& options, const Box& fallback);

} // namespace thalweg
