#pragma once

#include "canvas/canvas.hpp"
#include "panel/axes.hpp"
#include "panel/loss/target_labels.hpp"

namespace thalweg::panel {

/// What the axes of loss curves say beside their ticks.
struct LossWords {
    std::string caption{}; ///< at the upper left: "loss by step"
    std::optional<double> only_value{}; ///< of all curves: the vertical axis shows it as it is
    std::vector<double> targets{}; ///< likewise
};

/// The caption as it is shown, with what completes the labels of the vertical axis.
std::string full_caption(const LossWords& words, const ScaleRequest& scales);

/// Grid lines, their labels, and the words above them.
class LossAxes {
public:
    LossAxes(const LossProjection& project, const LossWords& words, const canvas::Format& format,
        canvas::TextMetrics& metrics);

    Insets insets() const { return insets_; }
    /// left  where the caption begins
    void draw(canvas::Canvas& canvas, double left) const;

private:
    bool divide_x(const LossProjection& project, canvas::TextMetrics& metrics);
    void choose_x(const LossProjection& project, canvas::TextMetrics& metrics);
    void choose_y(const LossProjection& project);
    void mark_y(const LossProjection& project, double value);
    void mark_targets(const LossProjection& project, std::vector<double> values);
    void make_room_at(double y);
    bool shows(const LossProjection& project, double value) const;
    void measure(canvas::TextMetrics& metrics);

    canvas::Format format_;
    Box box_;
    std::string caption_;
    double line_; ///< height of a line of text
    AxisMarks x_, y_;
    TargetLabels targets_{};
    Insets insets_{};
};

/// The radius of the markers at the heads of curves, their edge included.
double curve_head_reach(const canvas::Format& format);
/// The same without the edge.
double curve_head_radius(const canvas::Format& format);

/// The width that a caption takes.
double caption_width(
    const std::string& caption, const canvas::Format& format, canvas::TextMetrics& metrics);

} // namespace thalweg::panel
