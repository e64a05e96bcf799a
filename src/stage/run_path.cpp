#include "stage/run_path.hpp"

#include <algorithm>

namespace thalweg {

namespace {
constexpr std::size_t kMostPoints = 4096;
}

std::size_t RunPath::reached(double step) const
{
    return static_cast<std::size_t>(std::ranges::upper_bound(steps, step) - steps.begin());
}

RunPath thin_path(const Trajectory& run, double distance_apart)
{
    for (double apart = distance_apart;; apart *= 2) {
        RunPath path;
        for (int step = 0; step <= run.steps(); ++step) {
            const Vec2 p = run.points[static_cast<std::size_t>(step)];
            if (path.points.empty() || step == run.steps()
                || distance(path.points.back(), p) >= apart) {
                path.points.push_back(p);
                path.steps.push_back(step);
            }
            if (path.points.size() > kMostPoints)
                break;
        }
        if (path.points.size() <= kMostPoints)
            return path;
    }
}

} // namespace thalweg
