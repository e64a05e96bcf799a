#pragma once

#include "contour/trace.hpp"
#include "panel/contour/camera.hpp"
#include "panel/contour/level_scale.hpp"
#include "panel/contour/undefined_ground.hpp"

namespace thalweg::panel {

/// The contours of one octave of zoom: views down to half the width of the widest.
struct ContourLayer {
    int octave = 0; ///< 0 for views up to half as wide as the domain, ...
    double widest = 0, least_width = 0; ///< of its views, in domain units
    std::vector<Box> views{}; ///< what the film shows of it
    Box box; ///< where contours are traced: a little more than the views show
    std::vector<contour::LevelSet> sets{}; ///< rising
    std::vector<std::vector<contour::Outline>> regions{}; ///< {f >= level} inside `box`, per level
    UndefinedGround undefined{}; ///< inside `box`
    std::vector<char> is_index{}; ///< per level: drawn stronger
    std::vector<char> is_new{}; ///< per level: missing in the octave before, so that it fades in
    bool fades_in = false; ///< are there levels to fade in?

    /// How far new levels have faded in at a view of this width: 0 to 1.
    double fade(double view_width) const;
};

/// What a pyramid is made from.
struct PyramidSetup {
    const surface::Surface& surface;
    const LevelScale& scale;
    const Camera& camera;
    double duration_s = 0; ///< of the film: what the camera sees
    double map_width = 0; ///< in layout units
    double curve_tolerance = 0.01; ///< greatest error of a drawn curve, in layout units
    int jobs = 1; ///< threads; the contours do not depend on it
};

/// The contours of a map, one layer for each octave of zoom that the camera uses, so that curves
/// stay sharp and light, and enough of them cross every view.
///
/// A layer has the levels of the one before, and more where few of those cross one of its views.
class ContourPyramid {
public:
    explicit ContourPyramid(const PyramidSetup& setup);

    const std::vector<ContourLayer>& layers() const { return layers_; } ///< wide views first
    /// The place of the layer that suits a view.
    std::size_t layer_for(const Box& view) const;
    /// The width of the closest view.
    double least_width() const { return layers_.back().least_width; }

private:
    double domain_width_;
    std::vector<ContourLayer> layers_;
};

/// Views of a film at even times, both ends among them: one where the camera stands still.
std::vector<Box> sampled_views(const Camera& camera, double duration_s);

} // namespace thalweg::panel
