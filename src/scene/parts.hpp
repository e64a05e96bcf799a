#pragma once

#include "core/options.hpp"
#include "panel/kinds.hpp"
#include "scene/scene.hpp"

namespace thalweg::scene {

// The parts of a scene, one file each. Every reader takes the options of the whole scene, reads the
// keys that are its own, adds what is wrong to the problems, and fills in what was not said.
// Where a problem was found the result is never used, so it only has to be safe to read on from.

/// Everything that is computed: `experiments` and `share`, or the one experiment of the top level.
void read_experiments(Options& scene, Scene& result);
/// The theme; returns how trails look.
panel::TrailPlan read_style(Options& scene, Scene& result);
/// The map's view; after the runs, which it may follow.
panel::CameraPlan read_camera(Options& scene, const Scene& result);
/// `panels` and `layout`: the figure, and the levels and basins of the experiments.
void read_figure(Options& scene, std::span<const panel::PanelKind> kinds,
    const panel::ReadContext& context, Scene& result);
/// After the experiments, whose steps and runs outputs show.
void read_outputs(Options& scene, Scene& result);

/// Says of keys that the language has, but this version has not, that it is so.
void refuse_later_keys(Options& scene);

// The parts of one experiment. They take the options of its mapping, or of the whole scene.

void read_ground(Options& options, experiment::ExperimentPlan& plan); ///< surface, domain
/// start, starts, steps, budget, gradient, optimizers; adds the experiment's runs to the places.
void read_runs(Options& options, experiment::ExperimentPlan& plan, const Scene& before,
    std::vector<Location>& places);

/// The options of a mapping inside another; null where the key is absent or its value is none.
const Node* mapping_of(Options& options, std::string_view key, std::string_view meaning);
/// The items of a list; null where the key is absent or its value is none.
const Node* list_of(
    Options& options, std::string_view key, std::string_view type, std::string_view meaning);

} // namespace thalweg::scene
