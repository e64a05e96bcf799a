#pragma once

#include "panel/panel.hpp"

namespace thalweg::panel {

/// Panels of one kind that count as one panel: inner boxes of one size in a row, or below each
/// other in tall videos and on narrow pages. Only one of them names the runs, where they have no
/// legend.
class SideBySide final : public Panel {
public:
    /// panels  at least one; they share no scales with others
    /// named   the number of the one that names the runs
    SideBySide(std::vector<std::unique_ptr<const Panel>> panels, std::size_t named);

    SizeRequest size(const Setting& setting) const override;
    Insets insets(Vec2 inner, const ScaleRequest& scales, const Setting& setting) const override;
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override;

private:
    struct Parts {
        Vec2 size; ///< of each inner box
        std::vector<Insets> insets;
    };
    Parts parts(Vec2 inner, const Setting& setting) const;
    Setting setting_of(std::size_t panel, Setting setting) const;

    std::vector<std::unique_ptr<const Panel>> panels_;
    std::size_t named_;
};

} // namespace thalweg::panel
