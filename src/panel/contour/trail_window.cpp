#include "panel/contour/trail_window.hpp"

#include "panel/contour/heads.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {
constexpr double kSteps = 240, kUnits = 260;
constexpr double kVanish_s = 1; ///< after a run has diverged
} // namespace

TrailWindow trail_window(
    const RunPath& path, const TrailReach& reach, double step, double zoom, double kept)
{
    TrailWindow window;
    window.head = path.place_of_step(step);
    window.begin = path.place_of_step(step - reach.steps.value_or(kSteps));
    const double length = path.length_at(window.head);
    if (!reach.steps)
        window.begin
            = std::min(window.begin, path.place_of_length(length - kUnits * reach.scale / zoom));
    if (kept < 1)
        window.begin = path.place_of_length(std::lerp(length, path.length_at(window.begin), kept));
    window.begin = std::clamp(window.begin, 0.0, window.head);
    return window;
}

double kept_trail(const optimizer::Trajectory& run, const experiment::Timeline& timeline,
    const experiment::Moment& moment)
{
    if (!is_lost(run, moment))
        return 1;
    const double since_s = moment.time_s - timeline.time_of(static_cast<double>(run.ended_at));
    return std::clamp(1 - since_s / kVanish_s, 0.0, 1.0);
}

} // namespace thalweg::panel
