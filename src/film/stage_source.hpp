#pragma once

#include "film/frame_source.hpp"
#include "film/page.hpp"
#include "stage/stage.hpp"

namespace thalweg {
namespace film {
}
using namespace film;
} // namespace thalweg
namespace thalweg::film {

// What films and pages need of a stage, so that who asks for files need not know how it is drawn.

/// The stage of pictures of one size.
///
/// jobs  threads that lay it out; it does not depend on their number
StagePtr pixel_stage(ExperimentPtr experiment, int width_px, int height_px, int jobs = 1);
/// The stage of pages of one size.
StagePtr page_stage(ExperimentPtr experiment, PageSize size, int jobs = 1);

/// The frames of a stage: frame k shows the time k / fps.
///
/// first_s  the time of frame 0, in seconds
FrameSourceFactory stage_frames(
    StagePtr stage, Theme theme, int width_px, int height_px, int fps, double first_s = 0);

/// The page that shows a stage at a time.
DrawPage stage_page(StagePtr stage, Theme theme, double time_s);

} // namespace thalweg::film
