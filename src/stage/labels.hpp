#pragma once

#include "core/box.hpp"
#include "stage/camera.hpp"

#include <vector>

namespace thalweg {

/// The size of a run's label, in layout units.
struct LabelSize {
    double width = 0, height = 0;
    double diverged_width = 0; ///< with the badge, from the step that diverges on
};

/// The label beside a run's head at one moment.
struct LabelSpot {
    Box box; ///< in layout units
    double opacity = 1; ///< 0 for a moment while the label changes its place

    friend bool operator==(const LabelSpot&, const LabelSpot&) = default;
};

/// The labels of all runs over the whole film, laid out once: no two ever overlap, and they move
/// without jumps.
///
/// Each label keeps to the right of its head, to the left near the map's right edge. Labels that
/// come near each other are pushed apart vertically, in an order that is kept while they are near,
/// by a distance that grows continuously as they approach. The rare change of side or order happens
/// while the label is faded out.
class LabelTracks {
public:
    /// With more runs than this the legend alone names them.
    static constexpr std::size_t kMostRuns = 10;

    LabelTracks() = default;
    LabelTracks(const Experiment& experiment, const Camera& camera, const Box& map,
        const std::vector<LabelSize>& sizes);

    /// One spot for each run; empty where there are too many runs for labels.
    std::vector<LabelSpot> at(double time_s) const;

private:
    std::vector<std::vector<LabelSpot>> samples_; ///< by time, then run
};

} // namespace thalweg
