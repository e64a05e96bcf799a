#pragma once

#include "canvas/theme.hpp"
#include "panel/kinds.hpp"
#include "panel/space/mesh.hpp"
#include "panel/space/renderer.hpp"
#include "support/experiments.hpp"

#include <memory>

namespace thalweg::test {

/// A surface in space without a picture around it.
struct Scenery {
    explicit Scenery(const std::string& surface_name,
        panel::HeightKind kind = panel::HeightKind::automatic, int cells = 512)
        : Scenery(experiments_of({{{0, 0}, {0, 0}}}, surface_name)->all.front(), kind, cells)
    {
    }
    Scenery(experiment::Experiment one, panel::HeightKind kind, int cells, int jobs = 2)
        : experiment(std::move(one))
    {
        experiment.levels
            = panel::default_levels()(*experiment.plan.surface, experiment.plan.domain);
        light = panel::light_beside(panel::view_from({}, 30));
        terrain
            = std::make_shared<const panel::Terrain>(panel::TerrainSetup{.experiment = experiment,
                .heights = panel::HeightScale(kind, experiment),
                .light = light,
                .cells = cells,
                .jobs = jobs});
    }

    experiment::Experiment experiment;
    panel::Vec3 light{};
    std::shared_ptr<const panel::Terrain> terrain{};
};

/// Surfaces with steep walls, many hills, poles' neighbours and little at all.
inline const std::vector<std::string>& sceneries()
{
    static const std::vector<std::string> all{"rosenbrock", "himmelblau", "saddle", "multimodal",
        "rastrigin", "plateau", "peaks", "goldstein-price", "ravine", "styblinski-tang"};
    return all;
}

/// Views from low and high, near and infinitely far.
inline std::vector<panel::SpaceCameraPlan> view_plans()
{
    using enum panel::SpaceProjection;
    return {{.azimuth = 30, .elevation = 30}, {.azimuth = -130, .elevation = 12},
        {.projection = orthographic, .azimuth = 75, .elevation = 45},
        {.azimuth = 200, .elevation = 60, .distance = 2},
        {.projection = orthographic, .azimuth = -10, .elevation = 85}};
}

/// The view that fills a picture of a unit a pixel.
inline panel::SpaceView view_of(
    const panel::SpaceCameraPlan& plan, const Scenery& scenery, const Box& picture)
{
    return panel::SpaceCamera(plan, scenery.terrain->box(), 1, grown(picture, -4)).view(0);
}

} // namespace thalweg::test
