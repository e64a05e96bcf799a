#pragma once

#include "panel/loss/loss_projection.hpp"

#include <string>
#include <vector>

namespace thalweg::panel {

constexpr double kLabelsApart = 1.1; ///< of middles of labels above each other, in lines of text

/// A number as a scene writes it.
std::string written_number(double value);

/// The labels of targets on the vertical axis. Near ones move apart, and leaders show which line
/// each is of; where there is no room for all, one label tells their range.
class TargetLabels {
public:
    struct Label {
        double at; ///< its middle
        std::vector<double> lines; ///< of its targets
        std::string text;
    };

    TargetLabels() = default;
    /// values  that the projection shows
    /// line    height of a line of text
    TargetLabels(std::vector<double> values, const LossProjection& project, double line);

    const std::vector<Label>& labels() const { return labels_; }
    /// right  where labels end
    void draw(canvas::Canvas& canvas, const canvas::TextStyle& style, double right,
        const canvas::Format& format) const;

private:
    double left_ = 0; ///< of the box
    double line_ = 0;
    std::vector<Label> labels_{};
};

} // namespace thalweg::panel
