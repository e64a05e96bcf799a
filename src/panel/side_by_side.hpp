#pragma once

#include "panel/panel.hpp"

namespace thalweg::panel {

/// Panels of one kind in a row that counts as one panel: inner boxes of one width and one height.
class SideBySide final : public Panel {
public:
    /// panels  at least one; they share no scales with others
    explicit SideBySide(std::vector<std::unique_ptr<const Panel>> panels);

    SizeRequest size(const Setting& setting) const override;
    Insets insets(Vec2 inner, const ScaleRequest& scales, const Setting& setting) const override;
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override;

private:
    struct Row {
        double width; ///< of each inner box
        std::vector<Insets> insets;
    };
    Row row(Vec2 inner, const Setting& setting) const;

    std::vector<std::unique_ptr<const Panel>> panels_;
};

} // namespace thalweg::panel
