#pragma once

#include "canvas/canvas.hpp"
#include "panel/panel.hpp"
#include "panel/ticks.hpp"

namespace thalweg::panel {

/// One axis of a panel as it is drawn: its ticks and their places along the side of the inner box.
struct AxisMarks {
    struct Mark {
        double at = 0; ///< x or y of the picture, in layout units
        std::string label;
    };
    std::vector<Mark> marks{};
    std::string offset{}; ///< completes the labels; see Ticks
    std::string name{}; ///< empty: none
};

/// An axis below and one to the left of a box.
struct AxesMarks {
    AxisMarks x, y;
};

/// How many ticks suit a side of this length.
int ticks_for(double length, const canvas::Format& format);

/// The linear ticks of a view in a box, as many as stand apart; without names.
AxesMarks linear_axes(
    const Box& view, const Box& box, const canvas::Format& format, canvas::TextMetrics& metrics);

/// The room that ticks, labels and names take around a box.
Insets axes_insets(const AxesMarks& axes, const Box& box, const canvas::Format& format,
    canvas::TextMetrics& metrics);

/// Frame, ticks, labels and names. Texts that would leave `outer` are left out, and all labels of
/// an axis whose offset has no room there.
void draw_axes(canvas::Canvas& canvas, const AxesMarks& axes, const Box& box, const Box& outer,
    const canvas::Format& format);

} // namespace thalweg::panel
