#pragma once

#include "panel/panel.hpp"

namespace thalweg::panel {

/// Words, as wide as their place.
class TextPlan final : public PanelPlan {
public:
    std::unique_ptr<const Panel> prepare(const Context& context) const override;

    std::string text{};
};

} // namespace thalweg::panel
