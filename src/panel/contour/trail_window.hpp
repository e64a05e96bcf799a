#pragma once

#include "panel/contour/run_path.hpp"
#include "panel/panel.hpp"

#include <optional>

namespace thalweg::panel {

/// How far trails reach back.
struct TrailReach {
    std::optional<int> steps{}; ///< as the scene asks; by steps and distance where absent
    double scale = 1; ///< of the map
};

/// The part of a run's path that its trail lies on, as places on the path.
struct TrailWindow {
    double begin = 0, head = 0;
};

/// The window at a moment. Without a wish it is the larger of 240 steps and 260 units of path, so
/// that a run at rest keeps a trail that is seen. After a run has diverged its trail draws in
/// towards the head, within a second.
///
/// step  of the run
/// zoom  how much larger the map shows things than the home view does
/// kept  the fraction of the trail that is left, by length
TrailWindow trail_window(
    const RunPath& path, const TrailReach& reach, double step, double zoom, double kept = 1);

/// The fraction of its trail that a run keeps at a moment: 1 unless it has diverged.
double kept_trail(const optimizer::Trajectory& run, const experiment::Timeline& timeline,
    const experiment::Moment& moment);

} // namespace thalweg::panel
