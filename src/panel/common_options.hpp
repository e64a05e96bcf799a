#pragma once

#include "panel/kinds.hpp"

namespace thalweg::panel {

/// What every panel with data may say.
struct CommonOptions {
    std::string title{};
    std::optional<std::size_t> experiment{}; ///< that `of` names
    std::vector<std::size_t> runs{}; ///< numbers; all of the experiment's, or of all, where absent
    std::string x_label{}, y_label{};
    bool legend = true, color_bar = true;
};

CommonOptions read_common(Options& options, const ReadContext& context);

} // namespace thalweg::panel
