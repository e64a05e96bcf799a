#pragma once

#include "core/box.hpp"
#include "stage/format.hpp"

namespace thalweg {

/// Where things are on a picture, in layout units from the upper left corner, y downwards.
struct Layout {
    Box map; ///< the contour map, without its axis labels
    Box sidebar; ///< title, legend, read-outs, colour bar
};

/// A map with the domain's proportions (stretched only where these are extreme) and a sidebar to
/// its right.
Layout make_layout(const Format& format, const Box& domain);

/// The map from a view of the plane (y upwards) to a panel of the picture (y downwards).
struct Projection {
    Box view, panel;

    Vec2 operator()(Vec2 p) const
    {
        return {panel.x.lo + (p.x - view.x.lo) * units_per_x(),
            panel.y.hi - (p.y - view.y.lo) * units_per_y()};
    }
    double units_per_x() const { return panel.width() / view.width(); }
    double units_per_y() const { return panel.height() / view.height(); }
};

} // namespace thalweg
