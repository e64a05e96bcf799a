#include "panel/contour/head_ellipses.hpp"

#include "core/jet.hpp"
#include "panel/contour/head_labels.hpp"
#include "panel/curvature/readings.hpp"
#include "panel/marker.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace thalweg::panel {

namespace {

// In layout units, on a map of scale 1.
constexpr double kRadius = 28; // the longer half axis
constexpr double kLeast = 1.5; // no half axis is shorter
constexpr double kCurve = 1.6, kAxis = 1, kCasing = 1.8; // widths
constexpr double kLeastScale = 0.6; // thinner lines are not seen
constexpr std::array<double, 2> kDashes{3.5, 3};
constexpr double kAxisOpacity = 0.75;
constexpr double kFade = 4; // times what is negligible: from here on curvature is seen in full

/// Curvature that comes near to none fades.
double strength(const Eigenvalues& values, double negligible)
{
    const double most = std::max(std::abs(values.low), std::abs(values.high));
    return negligible > 0 ? std::clamp((most / negligible - 1) / (kFade - 1), 0.0, 1.0) : 1;
}

} // namespace

Vec2 HeadEllipse::low_half_axis() const
{
    const Vec2 low = model.low_half_axis(), high = model.high_half_axis();
    return radius / std::max(norm(low), norm(high)) * low;
}

Vec2 HeadEllipse::high_half_axis() const
{
    const Vec2 low = model.low_half_axis(), high = model.high_half_axis();
    return radius / std::max(norm(low), norm(high)) * high;
}

std::optional<HeadEllipse> ellipse_at(const Context& context, std::size_t run,
    const Projection& project, const experiment::Moment& moment)
{
    const experiment::Experiment& experiment = context.experiments->of_run(run);
    const optimizer::Trajectory& path = context.experiments->trajectory(run);
    const Vec2 at = experiment::position_at(path, moment.steps[run]);
    const double scale = map_scale(project.box.width()), radius = kRadius * scale;
    if (!grown(project.box, radius).contains(project(at)))
        return std::nullopt;
    const Sym2 h = hessian(experiment.plan.surface->jet(at));
    const double negligible = negligible_curvature(experiment);
    const surface::Curvature curvature = surface::curvature_of(h, negligible);
    if (curvature.shape == surface::LocalShape::flat
        || curvature.shape == surface::LocalShape::undefined)
        return std::nullopt;
    HeadEllipse ellipse{.middle = project(at),
        .model
        = QuadraticModel(h, {project.units_per_x(), project.units_per_y()}, radius, kLeast * scale),
        .radius = radius,
        .opacity = strength(curvature.values, negligible)
            * (1 - badge_opacity(path, *context.timeline, moment))};
    if (!ellipse.model.is_curved())
        return std::nullopt;
    return ellipse;
}

HeadEllipses::HeadEllipses(const ActionSetup& setup)
    : context_(setup.context)
    , camera_(setup.camera)
    , map_(setup.placement.inner)
    , scale_(map_scale(map_.width()))
{
    if (setup.ellipses)
        runs_ = setup.runs;
}

void HeadEllipses::draw(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    if (runs_.empty())
        return;
    const canvas::Clip clip(canvas, map_);
    for (const std::size_t run : runs_)
        if (const auto ellipse = at(run, moment); ellipse && ellipse->opacity > 0)
            draw_one(canvas, run, *ellipse);
}

std::optional<HeadEllipse> HeadEllipses::at(std::size_t run, const experiment::Moment& moment) const
{
    return ellipse_at(context_, run, {camera_->view(moment.time_s), map_}, moment);
}

std::vector<Box> HeadEllipses::boxes_at(const experiment::Moment& moment) const
{
    std::vector<Box> boxes;
    for (const std::size_t run : runs_)
        if (const auto ellipse = at(run, moment))
            boxes.push_back(ellipse->model.curves(ellipse->middle, 1, ellipse->radius).extent());
    return boxes;
}

void HeadEllipses::draw_one(
    canvas::Canvas& canvas, std::size_t run, const HeadEllipse& ellipse) const
{
    const experiment::Experiments& experiments = *context_.experiments;
    const canvas::Group group(canvas, canvas::group_id("ellipse", experiments.run_plan(run).name));
    const double line = std::max(scale_, kLeastScale);
    const Color accent = run_color(canvas.palette(), experiments, run);
    const Color& casing = canvas.palette().casing;
    const canvas::Path curves = ellipse.model.curves(ellipse.middle, 1, ellipse.radius);
    canvas.stroke(curves,
        {.color = casing.with_alpha(casing.a * ellipse.opacity),
            .width = (kCurve + kCasing) * line});
    const std::array<double, 2> dashes{kDashes[0] * line, kDashes[1] * line};
    const auto draw_axis = [&](Vec2 half, double eigenvalue) {
        canvas.stroke(canvas::Path::line(ellipse.middle - half, ellipse.middle + half),
            {.color = accent.with_alpha(accent.a * kAxisOpacity * ellipse.opacity),
                .width = kAxis * line,
                .dashes
                = eigenvalue < 0 ? std::span<const double>(dashes) : std::span<const double>(),
                .cap = canvas::Cap::butt});
    };
    draw_axis(ellipse.low_half_axis(), ellipse.model.eigenvalues().low);
    draw_axis(ellipse.high_half_axis(), ellipse.model.eigenvalues().high);
    canvas.stroke(
        curves, {.color = accent.with_alpha(accent.a * ellipse.opacity), .width = kCurve * line});
}

void HeadEllipses::add_key(const experiment::Moment& moment, std::vector<double>& key) const
{
    for (const std::size_t run : runs_)
        key.push_back(
            badge_opacity(context_.experiments->trajectory(run), *context_.timeline, moment));
}

} // namespace thalweg::panel
