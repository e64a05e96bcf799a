#include "panel/contour/map_ground.hpp"

#include "panel/contour/critical_marks.hpp"
#include "panel/contour/filled_contours.hpp"
#include "panel/contour/minima.hpp"

namespace thalweg::panel {

MapGround::MapGround(const GroundSetup& setup)
    : plan_(setup.plan)
    , context_(setup.context)
    , box_(setup.box)
    , line_(setup.format.line)
    , scale_(experiment().levels)
    , pyramid_({.surface = *experiment().plan.surface,
          .scale = scale_,
          .camera = *setup.camera,
          .duration_s = context_.timeline->duration_s(),
          .map_width = box_.width(),
          .curve_tolerance = setup.format.curve_tolerance,
          .jobs = setup.jobs})
    , field_({.form = plan_.field,
          .surface = *experiment().plan.surface,
          .pyramid = pyramid_,
          .domain = experiment().plan.domain,
          .map = box_})
{
    for (const ContourLayer& layer : pyramid_.layers())
        lines_.emplace_back(*experiment().plan.surface, layer, box_.width(), line_);
    if (plan_.basins_run)
        basins_.emplace(experiment(), *plan_.basins_run, pyramid_, box_, setup.format, setup.jobs);
}

void MapGround::draw(canvas::Canvas& canvas, const Box& view) const
{
    const canvas::Clip clip(canvas, box_);
    const Projection project = projection(view);
    const double scale = map_scale(box_.width());
    const std::size_t layer = pyramid_.layer_for(view);
    {
        const canvas::Group group(canvas, "contours");
        if (basins_)
            basins_->draw(canvas, project, layer);
        else if (plan_.fill)
            draw_filled_contours(canvas, project, pyramid_.layers()[layer], scale_);
        draw_undefined_ground(canvas, project, pyramid_.layers()[layer].undefined, line_);
        if (plan_.lines)
            lines_[layer].draw(canvas, project);
    }
    field_.draw(canvas, project, layer);
    if (plan_.critical_points)
        draw_critical_points(canvas, project, experiment(), scale);
    draw_minima(canvas, project, experiment().minima, plan_.minima, scale, line_);
}

std::vector<Color> MapGround::flat_colors(const canvas::Palette& palette) const
{
    if (basins_ || !plan_.fill)
        return {};
    std::vector<Color> bands, lines;
    const ContourLayer& layer = pyramid_.layers().front();
    for (const double place : band_ramp(layer, scale_, 1)) {
        const Color band = canvas::ground_color(palette, place);
        bands.push_back(band);
        lines.push_back(blend(band, palette.index_line));
        lines.push_back(blend(band, palette.line));
    }
    if (plan_.lines)
        bands.insert(bands.end(), lines.begin(), lines.end());
    return bands;
}

} // namespace thalweg::panel
