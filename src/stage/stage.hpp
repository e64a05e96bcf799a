#pragma once

#include "stage/basin_ground.hpp"
#include "stage/camera.hpp"
#include "stage/labels.hpp"
#include "stage/layout.hpp"
#include "stage/map_contours.hpp"
#include "stage/run_path.hpp"

#include <functional>
#include <memory>
#include <string>

namespace thalweg {

/// The size of a line of text, in layout units; drawing knows fonts, layout only asks.
using MeasureLabel = std::function<Vec2(const std::string& text)>;

/// Everything that pictures of one format show, computed once. Immutable: any thread may draw any
/// moment from it.
struct Stage {
    /// jobs  threads that lay it out; it does not depend on their number
    Stage(ExperimentPtr shared_experiment, const Format& picture_format,
        const MeasureLabel& measure, int jobs = 1);

    ExperimentPtr experiment;
    Format format;
    Layout layout;
    Camera camera;
    ContourLadder contours;
    std::optional<BasinGround> basins; ///< where the plan asks for it
    LabelTracks labels;
    std::vector<RunPath> paths; ///< one for each run
};

using StagePtr = std::shared_ptr<const Stage>;

/// The badge that a run's label carries once it has diverged: "diverged at step 7".
std::string divergence_badge(const Trajectory& run);

} // namespace thalweg
