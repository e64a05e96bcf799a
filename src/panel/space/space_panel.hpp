#pragma once

#include "panel/space/plan.hpp"

namespace thalweg::panel {

/// The surface in space before it has a place.
class SpacePanel final : public Panel {
public:
    SpacePanel(const SpacePlan& plan, const Context& context);

    SizeRequest size(const Setting& setting) const override;
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override;

private:
    SpacePlan plan_;
    Context context_;
};

} // namespace thalweg::panel
