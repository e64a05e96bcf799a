#include "stage/basin_ground.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

// So that a stage is laid out in seconds: a run of momentum takes some five microseconds.
constexpr double kMostStarts = 1.25e6; // of a map
constexpr double kMostStartsInAll = 2.5e6; // of all maps of a stage

/// A start for each pixel at the closest view, fewer where those would be too many.
///
/// most  starts
StartGrid grid_of(const MapContours& rung, const Box& domain, const Layout& layout,
    const Format& format, double most)
{
    const Box closest{{0, rung.least_width},
        {0, rung.least_width * domain.height() / domain.width()}}; // in the domain's proportions
    const Projection project{closest, layout.map};
    const double width = rung.box.width() * project.units_per_x() * format.snap;
    const double height = rung.box.height() * project.units_per_y() * format.snap;
    const double thinned = std::min(1.0, std::sqrt(most / (width * height)));
    const auto whole = [](double v) { return std::max(1, static_cast<int>(std::round(v))); };
    return {.box = rung.box, .width = whole(thinned * width), .height = whole(thinned * height)};
}

} // namespace

BasinGround::BasinGround(const Experiment& experiment, const ContourLadder& contours,
    const Layout& layout, const Format& format, int jobs)
{
    const Plan& plan = experiment.plan;
    const Descent descent{*plan.surface, plan.runs[*plan.contour.basins].optimizer, plan.run};
    ends_ = find_ends(descent, plan.domain);
    const double rungs = static_cast<double>(contours.rungs().size());
    const double most = std::min(kMostStarts, kMostStartsInAll / rungs);
    for (const MapContours& rung : contours.rungs())
        maps_.push_back(
            make_basins(descent, ends_, grid_of(rung, plan.domain, layout, format, most), jobs));
    scale_ = make_scale(ends_, maps_.front());
}

} // namespace thalweg
