#include "stage/basin_ground.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

constexpr double kMostStarts = 1.25e6; // of a map: about a second of momentum on two cores

/// A start for each pixel at the closest view, fewer where those would be too many.
StartGrid grid_of(
    const MapContours& rung, const Box& domain, const Layout& layout, const Format& format)
{
    const Box closest{{0, rung.least_width},
        {0, rung.least_width * domain.height() / domain.width()}}; // in the domain's proportions
    const Projection project{closest, layout.map};
    const double width = rung.box.width() * project.units_per_x() * format.snap;
    const double height = rung.box.height() * project.units_per_y() * format.snap;
    const double thinned = std::min(1.0, std::sqrt(kMostStarts / (width * height)));
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
    for (const MapContours& rung : contours.rungs())
        maps_.push_back(
            make_basins(descent, ends_, grid_of(rung, plan.domain, layout, format), jobs));
    scale_ = make_scale(ends_, maps_.front());
}

} // namespace thalweg
