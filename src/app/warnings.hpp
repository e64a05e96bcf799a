#pragma once

#include "scene/scene.hpp"

namespace thalweg::app {

/// Tells of something that is allowed and may not be meant, with its place.
void warn(const Location& where, const std::string& message);

/// Warns of runs that diverge, stop, leave the region where their surface is defined, or start
/// outside of their domain.
void warn_of_runs(const scene::Scene& scene, const experiment::Experiments& experiments);

/// Warns of what a picture would show badly: surfaces without a value anywhere, colours of runs
/// that cannot be told from others, characters that no font has.
void warn_of_looks(const scene::Scene& scene, const experiment::Experiments& experiments);

} // namespace thalweg::app
