#pragma once

#include "figure/arrangements.hpp"

namespace thalweg::figure {

/// A panel of a picture before it has a place.
struct PreparedPanel {
    std::string name;
    Heading heading;
    std::shared_ptr<const panel::Panel> panel;
    bool is_wanted = false; ///< by the scene, so that its absence is told
};

/// An arrangement that fits, and how much it tells in which type.
struct Composition {
    Arrangement arrangement;
    SolvedGrid grid;
    panel::Detail detail;
    canvas::TypeScale type;
    std::vector<std::string> left_out; ///< what users should be told of
};

/// The richest composition in which the maps are large enough, else the one with the largest maps;
/// nothing where none fits.
///
/// Throws  Interrupted
std::optional<Composition> best_composition(const LayoutPlan& layout,
    const std::vector<PreparedPanel>& panels, const canvas::Format& format,
    canvas::TextMetrics& metrics);

} // namespace thalweg::figure
