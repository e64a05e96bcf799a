#include "panel/space/plan.hpp"

#include "panel/common_options.hpp"
#include "panel/space/space_panel.hpp"

namespace thalweg::panel {

namespace {

constexpr double kNearest = 1.5, kFarthest = 100; // sides of the domain
constexpr double kLowest = 5, kHighest = 90; // degrees
constexpr double kMostTurn = 3600;

SpaceCameraPlan read_space_camera(Options& options)
{
    SpaceCameraPlan camera;
    camera.projection = options.choice("projection", camera.projection,
        {{"perspective", SpaceProjection::perspective},
            {"orthographic", SpaceProjection::orthographic}},
        "near ground looks larger, or equal lengths look equal");
    camera.azimuth = options.number("azimuth", camera.azimuth, {.min = -360, .max = 360},
        "where the viewer stands, in degrees: 0 below the map's lower edge, 90 at its right");
    camera.elevation = options.number("elevation", camera.elevation,
        {.min = kLowest, .max = kHighest}, "of the viewer above the ground, in degrees");
    camera.distance = options.number("distance", camera.distance,
        {.min = kNearest, .max = kFarthest},
        "of the viewer from the middle, in longer sides of the domain: how strong the perspective "
        "is; the surface fills its place from everywhere");
    camera.orbit = options.number("orbit", camera.orbit, {.min = -kMostTurn, .max = kMostTurn},
        "degrees that the azimuth grows by over the whole film");
    return camera;
}

} // namespace

std::unique_ptr<const Panel> SpacePlan::prepare(const Context& context) const
{
    return std::make_unique<SpacePanel>(*this, context);
}

PanelPlanPtr make_space(Options& options, const ReadContext& context)
{
    auto plan = std::make_shared<SpacePlan>();
    const CommonOptions common
        = read_common(options, context, *plan, {.runs = true, .axes = true, .color_bar = true});
    plan->has_letter = true;
    plan->experiment = common.experiment.value_or(0);
    plan->x_label = common.x_label;
    plan->y_label = common.y_label;
    plan->has_color_bar = common.color_bar;
    plan->camera = read_space_camera(options);
    plan->scale = options.choice("scale", plan->scale,
        {{"auto", HeightKind::automatic}, {"linear", HeightKind::linear},
            {"log", HeightKind::logarithmic}, {"clipped", HeightKind::clipped}},
        "of heights: as the levels are spaced; linear; logarithmic above the lowest ground; or "
        "linear and cut above the highest level");
    plan->lines = options.flag("lines", plan->lines, "a line along each level");
    plan->minima = options.flag("minima", true, "marks at the known minima") ? MinimaMark::ring
                                                                             : MinimaMark::none;
    plan->trail = context.trail;
    return plan;
}

} // namespace thalweg::panel
