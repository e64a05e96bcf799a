#pragma once

#include "contour/levels.hpp"
#include "optimizer/run.hpp"
#include "surface/surface.hpp"

#include <optional>
#include <string>
#include <vector>

namespace thalweg {

enum class Ease { linear, in, out, in_out };

/// The view at a moment; between keyframes it moves with the ease of the later one.
struct Keyframe {
    double at_s = 0;
    std::optional<Vec2> center; ///< a point of the domain ...
    std::optional<std::string> follow; ///< ... or the head of the run of this name
    double width = 0; ///< of the view, in domain units
    Ease ease = Ease::in_out;
};

/// One optimizer from one start.
struct RunPlan {
    std::string name; ///< unique; the label, with the start's number where there are several starts
    OptimizerSpec optimizer;
    Vec2 start;
};

/// What the contour map shows.
struct ContourPlan {
    LevelRule levels;
    bool fill = true;
    bool lines = true;
    bool labels = false;
    bool minima = true; ///< dashed cross-hairs at the known minima
    /// The run whose optimizer's basins of attraction are the ground, in the place of the fill.
    std::optional<std::size_t> basins{};
};

enum class Theme { automatic, dark, light }; ///< automatic: dark for films, light for pages

constexpr Theme or_else(Theme theme, Theme usual)
{
    return theme == Theme::automatic ? usual : theme;
}

enum class TrailColors { teal_amber, teal_amber_hsl };

struct TrailPlan {
    int length = 240; ///< steps that stay visible
    double width = 3; ///< in layout units
    TrailColors colors = TrailColors::teal_amber;
};

/// Everything that a scene asks for, outputs aside: resolved values only, nothing computed yet.
struct Plan {
    std::string name; ///< of the scene: its file's stem
    std::string title;
    SurfacePtr surface;
    Box domain;
    std::vector<RunPlan> runs;
    RunOptions run;
    ContourPlan contour;
    Theme theme = Theme::automatic;
    TrailPlan trail;
    std::vector<Keyframe> camera; ///< rising times; empty: the whole domain throughout
    std::optional<double> duration_s;
};

} // namespace thalweg
