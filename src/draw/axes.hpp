#pragma once

#include "draw/text.hpp"
#include "draw/theme.hpp"
#include "stage/layout.hpp"

namespace thalweg {

/// Frame, ticks, tick labels and axis names around a panel.
///
/// text_size  of the picture; tick labels are a little smaller
void draw_axes(Canvas& canvas, Typesetter& type, const Projection& project, const Palette& palette,
    double text_size);

} // namespace thalweg
