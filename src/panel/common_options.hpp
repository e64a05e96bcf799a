#pragma once

#include "panel/kinds.hpp"

namespace thalweg::panel {

/// What several kinds of panels may say beside what every plan has.
struct CommonOptions {
    std::optional<std::size_t> experiment{}; ///< that `of` names
    std::string x_label{}, y_label{};
    bool color_bar = true;
};

/// Reads the options that all panels take: fills in what every plan has, returns the rest.
CommonOptions read_common(Options& options, const ReadContext& context, PanelPlan& plan);

} // namespace thalweg::panel
