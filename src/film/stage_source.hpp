#pragma once

#include "draw/painter.hpp"
#include "film/frame_source.hpp"

namespace thalweg {

/// The frames of a stage: frame k shows the time k / fps.
///
/// first_s  the time of frame 0, in seconds
FrameSourceFactory stage_frames(
    StagePtr stage, Theme theme, int width_px, int height_px, int fps, double first_s = 0);

} // namespace thalweg
