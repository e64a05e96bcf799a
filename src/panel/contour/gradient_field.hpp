#pragma once

#include "contour/streamlines.hpp"
#include "panel/contour/contour_pyramid.hpp"
#include "panel/contour/projection.hpp"

#include <optional>

namespace thalweg::panel {

/// What a gradient field is made from.
struct FieldSetup {
    FieldForm form = FieldForm::none;
    const surface::Surface& surface;
    const ContourPyramid& pyramid;
    Box domain; ///< that of the experiment, to which lengths of arrows are compared
    Box map; ///< in layout units
};

/// The direction of steepest descent all over the map. It stands on the ground; a zoom fades in
/// more of it between what is there. Immutable.
class GradientField {
public:
    /// In layout units.
    struct Arrow {
        Vec2 from, to;
        bool is_new = false; ///< wider views do not have it
    };

    explicit GradientField(const FieldSetup& setup);

    /// layer  of the pyramid, for the view of the projection
    void draw(canvas::Canvas& canvas, const Projection& project, std::size_t layer) const;
    /// Arrows at equal distances that a view shows in an octave of zoom; none where the ground is
    /// level or undefined.
    std::vector<Arrow> arrows(const Projection& project, int octave) const;

private:
    /// Shafts and lines, and the points of arrows.
    struct Shapes {
        canvas::Path shafts{}, points{};
    };
    /// What wider views have, too, and what fades in with the layer.
    struct Marks {
        Shapes old{}, fresh{};
    };
    Marks arrow_marks(const Projection& project, int octave) const;
    Marks line_marks(const Projection& project, std::size_t layer) const;
    std::optional<Arrow> arrow_at(const Projection& project, Vec2 place) const;
    void add_line(Shapes& to, const Projection& project, const contour::Streamline& line) const;
    void stroke(canvas::Canvas& canvas, const Shapes& shapes, double strength) const;

    FieldSetup setup_;
    double scale_; ///< of the map
    double usual_slope_ = 0; ///< half of the ground is steeper
    std::vector<std::vector<contour::Streamline>> lines_{}; ///< new in each layer
};

} // namespace thalweg::panel
