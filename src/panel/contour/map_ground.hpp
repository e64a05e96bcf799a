#pragma once

#include "canvas/format.hpp"
#include "panel/contour/basins.hpp"
#include "panel/contour/contour_lines.hpp"
#include "panel/contour/gradient_field.hpp"

#include <optional>

namespace thalweg::panel {

/// What a map's ground is made from.
struct GroundSetup {
    const ContourPlan& plan;
    const Context& context;
    std::shared_ptr<const Camera> camera;
    Box box; ///< of the map, in layout units
    const canvas::Format& format;
    int jobs = 1;
};

/// What stands still on a map while its camera does: the filled contours or basins, the contour
/// lines, the gradient field, and critical points. Immutable.
class MapGround {
public:
    explicit MapGround(const GroundSetup& setup);
    MapGround(const MapGround&) = delete;
    MapGround& operator=(const MapGround&) = delete;

    void draw(canvas::Canvas& canvas, const Box& view) const;
    /// Bands, and lines on bands, most important first.
    std::vector<Color> flat_colors(const canvas::Palette& palette) const;

    Projection projection(const Box& view) const { return {view, box_}; }
    bool shows_critical_points() const { return plan_.critical_points; }
    const ContourPyramid& pyramid() const { return pyramid_; }
    const experiment::Experiment& experiment() const
    {
        return context_.experiments->all[plan_.experiment];
    }

private:
    ContourPlan plan_;
    Context context_;
    Box box_;
    double line_;
    LevelScale scale_;
    ContourPyramid pyramid_;
    std::vector<ContourLines> lines_{}; ///< of each layer
    std::optional<BasinGround> basins_{};
    GradientField field_;
};

} // namespace thalweg::panel
