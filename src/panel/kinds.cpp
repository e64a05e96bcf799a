#include "panel/kinds.hpp"

#include <array>

namespace thalweg::panel {

namespace {

constexpr std::array<PanelKind, 7> kKinds{{
    {"contour", "the surface from above, by its level curves", make_contour},
    {"surface-3d", "the surface as a landscape in space, seen from the side", make_space},
    {"loss", "the loss of each run, or another quantity, as a curve", make_loss},
    {"data", "the points that a loss is about, with the model of each run", make_data},
    {"curvature", "how the surface is curved at each run's head", make_curvature},
    {"table", "numbers of the runs", make_table},
    {"text", "words", make_text},
}};

} // namespace

std::span<const PanelKind> panel_kinds()
{
    return kKinds;
}

} // namespace thalweg::panel
