#pragma once

#include "panel/panel.hpp"

namespace thalweg::panel {

/// The points that a surface's loss is about, with the model of each run's present parameters.
class DataPlan final : public PanelPlan {
public:
    std::unique_ptr<const Panel> prepare(const Context& context) const override;

    std::size_t experiment = 0; ///< its surface has data
    std::optional<std::size_t> residuals_of{}; ///< the run whose residuals are shown
    std::string x_label{}, y_label{}; ///< empty: the names of the columns
};

} // namespace thalweg::panel
