#pragma once

#include "panel/panel.hpp"

#include <optional>
#include <string>
#include <vector>

namespace thalweg::figure {

/// A grid of names: a repeated name spans its cells, "." is empty.
struct Mosaic {
    std::vector<std::vector<std::string>> rows{};
    std::vector<double> widths{}; ///< ratios of columns; equal where empty
    std::vector<double> heights{}; ///< ratios of rows; equal where empty
};

/// How panels are arranged.
struct LayoutPlan {
    bool map_only = false; ///< the map fills the picture, title and legend stand on it or beside it
    std::optional<Mosaic> wide{}, tall{}; ///< absent: composed by the format's shape
};

struct NamedPanel {
    std::string name; ///< as layouts call it
    panel::PanelPlanPtr plan;
    bool is_wanted = false; ///< the scene asks for it by name: users are told where it has no room
};

/// What is shown of the experiments.
struct FigurePlan {
    LayoutPlan layout{};
    /// In reading order. "title", "legend" and "colorbar" are among them, where they show anything.
    std::vector<NamedPanel> panels{};
};

} // namespace thalweg::figure
