#pragma once

#include "panel/panel.hpp"

#include <string>
#include <vector>

namespace thalweg::figure {

/// How much a composition tells, and which parts of it may be left out.
struct DetailLevel {
    panel::Detail detail{};
    canvas::TypeScale type{};
    std::vector<std::string> dropped{}; ///< names of panels that nobody asked for by a layout
    std::vector<std::string> left_out{}; ///< what users should be told of it
};

/// From the richest to the sparsest: learning rates go first, then the formula, large type, names
/// of one line, the loss curve and keys below maps, the colour bar, pictures on cards, the labels
/// beside heads, the middles of long names, the losses beside the names, their second lines, and
/// the title. The names of the runs stay, unless a film has no room for any.
std::vector<DetailLevel> detail_levels(const canvas::Format& format);

} // namespace thalweg::figure
