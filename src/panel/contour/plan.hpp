#pragma once

#include "canvas/theme.hpp"
#include "contour/levels.hpp"
#include "panel/panel.hpp"

#include <optional>
#include <string>
#include <vector>

namespace thalweg::panel {

enum class Ease { linear, in, out, in_out };

/// The view at a moment; between keyframes it moves with the ease of the later one.
struct Keyframe {
    double at_s = 0;
    std::optional<Vec2> center; ///< a point of the domain ...
    std::optional<std::size_t> follow; ///< ... or the head of the run of this number
    double width = 0; ///< of the view, in domain units
    Ease ease = Ease::in_out;
};

/// Rising times; empty: the whole domain throughout.
using CameraPlan = std::vector<Keyframe>;

struct TrailPlan {
    std::optional<int> length{}; ///< steps that stay visible; by steps and distance where absent
    double width = 3.5; ///< at the head, in layout units
    canvas::TrailColors colors = canvas::TrailColors::teal_amber;
};

/// How minima are marked.
enum class MinimaMark { none, ring, cross_hair };

enum class Corner { top_left, top_right, bottom_left, bottom_right };

/// A part of the map, enlarged in one of its corners.
struct InsetPlan {
    Vec2 center{};
    double width = 0; ///< of the part, in domain units
    std::optional<Corner> corner{}; ///< the emptiest where absent
};

/// What arrows at heads show.
enum class HeadVector { gradient, velocity, step, newton, line_search };

/// How the direction of descent is shown all over a map.
enum class FieldForm { none, arrows, streamlines };

/// The surface from above, by its level curves, with the runs on it.
class ContourPlan final : public PanelPlan {
public:
    std::unique_ptr<const Panel> prepare(const Context& context) const override;

    std::size_t experiment = 0;
    bool fill = true, lines = true, labels = false;
    MinimaMark minima = MinimaMark::ring;
    bool has_color_bar = true; ///< wanted beside it
    std::string x_label{}, y_label{}; ///< empty: none, or the surface's own names of parameters
    CameraPlan camera{};
    TrailPlan trail{};
    std::optional<InsetPlan> inset{};
    bool ellipses = false; ///< of the curvature at heads
    std::vector<HeadVector> vectors{}; ///< at heads
    FieldForm field = FieldForm::none;
    bool critical_points = false; ///< marks of saddles and maxima, beside those of minima
    contour::LevelRule levels{}; ///< for its experiment, which all maps of it agree on
    /// Of the experiment's runs: the one whose optimizer's basins are the ground.
    std::optional<std::size_t> basins_run{};
};

} // namespace thalweg::panel
