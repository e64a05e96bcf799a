#pragma once

#include "core/box.hpp"

namespace thalweg::panel {

/// The map from a view of the plane (y upwards) to a box of the picture (y downwards).
struct Projection {
    Box view, box;

    Vec2 operator()(Vec2 p) const
    {
        return {box.x.lo + (p.x - view.x.lo) * units_per_x(),
            box.y.hi - (p.y - view.y.lo) * units_per_y()};
    }
    double units_per_x() const { return box.width() / view.width(); }
    double units_per_y() const { return box.height() / view.height(); }
};

/// The factor of markers, trails and label offsets on a map of this width, in layout units.
constexpr double map_scale(double map_width)
{
    return std::clamp(map_width / 468, 0.45, 1.3);
}

} // namespace thalweg::panel
