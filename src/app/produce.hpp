#pragma once

#include "output/output.hpp"
#include "output/production.hpp"
#include "scene/scene.hpp"

#include <memory>
#include <string>
#include <vector>

namespace thalweg::app {

/// Runs a scene's experiments and lays out its time: all that its outputs share.
///
/// jobs    threads; the result does not depend on it
/// Throws  Interrupted
std::unique_ptr<const output::Production> produce(const scene::Scene& scene, int jobs);

/// Composes what an output will draw.
///
/// Returns  a warning for each part that has no room there; its place is output.size_where()
/// Throws   LimitError where there are too many frames
std::vector<std::string> compose(const output::Output& output, const output::Production& production,
    int jobs, Problems& problems);

/// One thread for each core.
int default_jobs();

constexpr int kMostJobs = 1024;

} // namespace thalweg::app
