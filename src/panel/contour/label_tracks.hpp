#pragma once

#include "panel/contour/label_slots.hpp"

#include <vector>

namespace thalweg::panel {

/// The label beside a run's head at one moment.
struct LabelSpot {
    Box box{}; ///< in layout units
    double opacity = 1; ///< less for a moment where there is no place for it
    double marked = 0; ///< 0 to 1: with the run's mark before its name, where heads meet
};

/// The labels of all runs over the whole film, laid out once: none lies on another, on a head or
/// outside the map while it is seen, and they move without jumps.
class LabelTracks {
public:
    /// With more runs than this, or where labels would take more than this fraction of the map, the
    /// legend alone names them.
    static constexpr std::size_t kMostRuns = 12;
    static constexpr double kMostOfMap = 0.3;

    LabelTracks() = default;
    LabelTracks(const LabelGround& ground, const HeadFilm& film);

    /// One spot for each run; empty where there are no labels.
    std::vector<LabelSpot> at(double time_s) const;

private:
    double per_second_ = 60;
    std::vector<std::vector<LabelSpot>> samples_{}; ///< by time, then run
};

} // namespace thalweg::panel
