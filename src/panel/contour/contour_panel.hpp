#pragma once

#include "panel/contour/camera.hpp"
#include "panel/contour/critical_marks.hpp"

namespace thalweg::panel {

/// The contour map before it has a place.
class ContourPanel final : public Panel {
public:
    ContourPanel(const ContourPlan& plan, const Context& context);

    SizeRequest size(const Setting& setting) const override;
    Insets insets(Vec2 inner, const ScaleRequest&, const Setting& setting) const override;
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override;

private:
    const Box& domain() const;

    ContourPlan plan_;
    Context context_;
    std::shared_ptr<const Camera> camera_;
    CriticalKey key_;
    std::vector<Box> views_; ///< for which axes need room
};

} // namespace thalweg::panel
