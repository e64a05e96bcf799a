#pragma once

#include "panel/loss/curves.hpp"
#include "panel/loss/loss_axes.hpp"

namespace thalweg::panel {

/// One curve for each run, from its start to where it is, and faintly to its end.
class LossPanel final : public Panel {
public:
    LossPanel(const LossPlan& plan, const Context& context);

    SizeRequest size(const Setting& setting) const override;
    Insets insets(Vec2 inner, const ScaleRequest& scales, const Setting& setting) const override;
    ScaleRequest scales() const override { return scales_; }
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override;
    /// Rules without a learning rate have no curve of it.
    std::size_t curve_count() const { return curves_->size(); }

private:
    Context context_;
    std::shared_ptr<const std::vector<Curve>> curves_;
    LossWords words_;
    ScaleRequest scales_;
};

} // namespace thalweg::panel
