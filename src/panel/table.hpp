#pragma once

#include "panel/panel.hpp"

namespace thalweg::panel {

enum class TableContent {
    read_outs, ///< step, point, loss and gradient norm at the moment
    results ///< where runs ended, and after how many steps their loss fell below 10⁻³
};

/// Numbers of the runs, a row for each.
class TablePlan final : public PanelPlan {
public:
    std::unique_ptr<const Panel> prepare(const Context& context) const override;

    TableContent show = TableContent::read_outs;
};

} // namespace thalweg::panel
