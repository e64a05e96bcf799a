#pragma once

#include "core/kinds.hpp"
#include "panel/contour/plan.hpp"
#include "panel/loss_plan.hpp"
#include "panel/panel.hpp"

namespace thalweg::panel {

/// What factories of panels must know of the rest of the scene. Names of runs are looked up by
/// experiment/run_names.hpp.
struct ReadContext {
    std::span<const experiment::ExperimentPlan> experiments{};
    CameraPlan camera{}; ///< the scene's, for maps
    TrailPlan trail{}; ///< the scene's style
    std::string title{}; ///< the scene's
    std::vector<std::size_t> runs{}; ///< that panels show which name none; empty: all
};

using PanelKind = Kind<PanelPlanPtr, ReadContext>;

/// Every kind of panel that scenes may name, in the order that listings show.
std::span<const PanelKind> panel_kinds();

// The factories, each in the file of its kind.
PanelPlanPtr make_contour(Options& options, const ReadContext& context);
PanelPlanPtr make_space(Options& options, const ReadContext& context);
PanelPlanPtr make_loss(Options& options, const ReadContext& context);
PanelPlanPtr make_data(Options& options, const ReadContext& context);
PanelPlanPtr make_curvature(Options& options, const ReadContext& context);
PanelPlanPtr make_table(Options& options, const ReadContext& context);
PanelPlanPtr make_text(Options& options, const ReadContext& context);

/// The levels of maps that ask for none.
contour::LevelRule default_levels();

/// Ground whose colours a bar explains: those between levels, or of a run's basins.
struct ColoredGround {
    std::size_t experiment = 0;
    std::optional<std::size_t> basins_run{}; ///< of the experiment's runs

    friend bool operator==(const ColoredGround&, const ColoredGround&) = default;
};
/// What a panel shows that wants a bar; none for most kinds.
std::optional<ColoredGround> colored_ground(const PanelPlan& plan);

/// The parts that layouts may name without an entry in `panels`.
///
/// runs     numbers of those that the legend lists; empty: all
/// dashes   curves of several experiments are told apart by dashes, which the legend explains
/// grounds  of every map and surface of the picture: the bar explains their colours
/// Returns  null where there is nothing to show, such as the bar of maps without fill
PanelPlanPtr make_title(const ReadContext& context);
PanelPlanPtr make_legend(std::vector<std::size_t> runs, bool dashes = false);
PanelPlanPtr make_color_bar(std::span<const ColoredGround> grounds);

} // namespace thalweg::panel
