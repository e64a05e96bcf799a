#include "stage/map_contours.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace thalweg {

namespace {

constexpr double kSampleRate = 60; // views a second, to learn what the camera shows
constexpr double kMargin = 0.02; // of the view's width, beyond what is shown

struct Rung {
    Box shown;
    double least_width;
};

int octave(const Box& domain, const Box& view)
{
    return static_cast<int>(std::floor(std::log2(domain.width() / view.width()) + 1e-9));
}

/// What the camera shows, by octave of zoom.
std::map<int, Rung> rungs_of(const Experiment& experiment, const Camera& camera)
{
    std::map<int, Rung> rungs;
    const int samples
        = camera.moves() ? static_cast<int>(std::ceil(experiment.duration_s * kSampleRate)) : 0;
    for (int i = 0; i <= samples; ++i) {
        const Box view = camera.view(i / kSampleRate);
        const auto [at, fresh]
            = rungs.try_emplace(octave(experiment.plan.domain, view), Rung{view, view.width()});
        at->second.shown = hull(at->second.shown, view);
        at->second.least_width = std::min(at->second.least_width, view.width());
    }
    return rungs;
}

} // namespace

ContourLadder::ContourLadder(
    const Experiment& experiment, const Camera& camera, double map_width, double curve_tolerance)
{
    const Surface& surface = *experiment.plan.surface;
    const auto rungs = rungs_of(experiment, camera);
    const bool still = !camera.moves();
    for (const auto& [step, rung] : rungs) {
        MapContours contours{.least_width = rung.least_width,
            .box = still ? rung.shown : grown(rung.shown, kMargin * rung.shown.width())};
        const double tolerance = curve_tolerance * rung.least_width / map_width;
        contours.sets = trace_levels(surface, contours.box, experiment.levels, tolerance);
        for (const LevelSet& set : contours.sets)
            contours.regions.push_back(super_level_outlines(surface, contours.box, set));
        rungs_.push_back(std::move(contours));
    }
}

std::size_t ContourLadder::rung_for(const Box& view) const
{
    const auto suits = [&](const MapContours& rung) {
        return rung.least_width <= view.width() * (1 + 1e-9) && overlap(rung.box, view)
            && hull(rung.box, view) == rung.box;
    };
    const auto found = std::ranges::find_if(rungs_, suits);
    return static_cast<std::size_t>((found == rungs_.end() ? found - 1 : found) - rungs_.begin());
}

} // namespace thalweg
