#pragma once

#include "app/render_plan.hpp"
#include "film/progress.hpp"
#include "stage/experiment.hpp"

namespace thalweg {
namespace app {
}
using namespace app;
} // namespace thalweg
namespace thalweg::app {

/// How many frames an output has; 1 for what is no film, 0 for what is no picture at all.
///
/// Throws  LimitError
int frame_count(const Experiment& experiment, const OutputSpec& output);

/// The time of the film that a picture or a page shows.
double time_of(const Experiment& experiment, const When& moment);

/// Draws and writes one file.
///
/// jobs    threads; the bytes do not depend on it
/// Throws  OutputError, Interrupted; no file is left behind then
void render_output(
    const ExperimentPtr& experiment, const RenderTask& task, int jobs, const Progress& progress);

} // namespace thalweg::app
