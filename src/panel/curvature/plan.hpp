#pragma once

#include "panel/panel.hpp"

namespace thalweg::panel {

/// How the surface is curved at each run's head, a card for each.
class CurvaturePlan final : public PanelPlan {
public:
    std::unique_ptr<const Panel> prepare(const Context& context) const override;
};

} // namespace thalweg::panel
