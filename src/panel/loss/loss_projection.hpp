#pragma once

#include "canvas/canvas.hpp"
#include "panel/panel.hpp"

namespace thalweg::panel {

/// The plane of a loss curve in its box.
struct LossProjection {
    ScaleRequest scales;
    Box box;

    double x(double value) const;
    /// Not finite where the value is none; the lower edge for what a logarithm cannot show.
    double y(double value) const;
};

} // namespace thalweg::panel
