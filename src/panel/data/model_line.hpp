#pragma once

#include "panel/contour/projection.hpp"
#include "panel/data/data_view.hpp"

namespace thalweg::panel {

/// A model as it is drawn, in layout units.
struct ModelLine {
    std::vector<Vec2> points{}; ///< inside of the panel; none where the model is not seen
    std::optional<Vec2>
        towards{}; ///< of a line that is not seen: a place in the view's plane on it
    Vec2 side{}; ///< of borders: the unit vector to class 1

    bool is_seen() const { return points.size() > 1; }
    /// The place at a fraction of its length along the horizontal axis; of borders, of its length.
    Vec2 at(double fraction) const;
};

/// The model at parameters p: a curve over its input, or the border between two classes. None for
/// forms without a line, and for parameters that say nothing.
///
/// column  the distance between points of a bent curve
ModelLine model_line(const surface::DataSurface& surface, const DataView& view, Vec2 p,
    const Projection& project, double column);

/// How nearly two lines are one: 1 where nobody could tell, 0 from a distance on, and smooth
/// between.
double nearness(const ModelLine& a, const ModelLine& b, double apart);

} // namespace thalweg::panel
