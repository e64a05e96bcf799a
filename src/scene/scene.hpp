#pragma once

#include "experiment/timeline.hpp"
#include "figure/plan.hpp"
#include "output/output.hpp"
#include "panel/kinds.hpp"
#include "scene/overrides.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace thalweg::scene {

/// A scene file, fully resolved: nothing after this sees YAML.
struct Scene {
    std::string path, name; ///< of its file: as it was given, and the stem
    std::string title;
    std::vector<experiment::ExperimentPlan> experiments;
    experiment::TimePlan time;
    // For messages: where these stand, or the scene where they are absent.
    Location duration_where, title_where, panels_where;
    std::vector<Location> surface_places; ///< of each experiment's surface
    figure::FigurePlan figure;
    canvas::Theme theme = canvas::Theme::automatic;
    std::vector<output::OutputPtr> outputs; ///< at least one; no two of one name
    std::vector<Location> run_places; ///< of each run's optimizer in the file, for messages; runs
                                      ///< are numbered over all experiments
};

/// Reads a scene.
///
/// path       of the file; its stem names the scene
/// overrides  values that take the place of the file's
/// panels     the kinds of panels that it may name
/// Throws     SceneError with every problem that was found, LimitError
Scene load_scene(const std::filesystem::path& path, std::span<const Override> overrides = {},
    std::span<const panel::PanelKind> panels = panel::panel_kinds());

} // namespace thalweg::scene
