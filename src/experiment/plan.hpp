#pragma once

#include "contour/levels.hpp"
#include "core/color.hpp"
#include "optimizer/run.hpp"
#include "surface/surface.hpp"

#include <optional>
#include <string>
#include <vector>

namespace thalweg::experiment {

/// One optimizer from one start.
struct RunPlan {
    std::string name; ///< unique in its experiment; what scenes and data call the run
    std::string title; ///< what pictures show: the label, else the kind in words ("RMSProp")
    optimizer::OptimizerSpec optimizer;
    Vec2 start;
    std::optional<Color> color{}; ///< instead of the theme's accent
};

/// What is computed: one surface and the runs on it. Resolved values only.
struct ExperimentPlan {
    std::string name; ///< as `experiments` calls it; empty for the only one
    std::string title{}; ///< of its first map; empty: none
    surface::SurfacePtr surface;
    std::string surface_kind{}; ///< as scenes write it: "rosenbrock", "formula"
    Box domain;
    std::vector<RunPlan> runs;
    optimizer::RunOptions options;
    contour::LevelRule levels; ///< of every map of this experiment
    std::optional<std::size_t> levels_of{}; ///< the experiment whose levels it shares
    std::vector<std::size_t> basins{}; ///< runs whose optimizers' basins maps show, each once

    /// As pictures call it.
    const std::string& shown_name() const { return title.empty() ? name : title; }
};

/// How steps are spread over the time that they play in.
enum class Pace {
    automatic, ///< by the distance moved
    linear,
    logarithmic ///< step k at log(1 + k) / log(1 + n)
};

struct TimePlan {
    Pace pace = Pace::automatic;
    std::optional<double> duration_s{}; ///< of the whole film; by what there is to see where absent
};

} // namespace thalweg::experiment
