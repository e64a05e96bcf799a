#pragma once

#include "panel/kinds.hpp"

namespace thalweg::panel {

/// What several kinds of panels may say beside what every plan has.
struct CommonOptions {
    std::optional<std::size_t> experiment{}; ///< that `of` names
    std::string x_label{}, y_label{};
    bool color_bar = true;
};

/// What a kind of panel has, so that it takes the options about it. All take a title.
struct CommonParts {
    bool runs = false, axes = false, color_bar = false;
};

/// Reads the options that several kinds take: fills in what every plan has, returns the rest.
/// Options about parts that the kind does not have stay unread, and are refused as unknown.
CommonOptions read_common(
    Options& options, const ReadContext& context, PanelPlan& plan, const CommonParts& parts);

} // namespace thalweg::panel
