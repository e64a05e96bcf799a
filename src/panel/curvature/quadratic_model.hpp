#pragma once

#include "canvas/canvas.hpp"
#include "surface/curvature.hpp"

namespace thalweg::panel {

/// The quadratic model of a surface around a point, ½ dᵀ H d, as a picture shows it (y downwards).
///
/// One of its level curves is shown: an ellipse whose longer half axis has a given radius, a
/// hyperbola for each sign at a saddle, two lines at a valley or ridge. Lengths along the axes are
/// as 1/√|eigenvalue|.
class QuadraticModel {
public:
    /// hessian  of the plane, y upwards
    /// units    of the picture for a unit of each axis
    /// radius   in units of the picture
    /// least    no half axis of a closed curve is shorter, nor a vertex of an open one nearer
    QuadraticModel(const Sym2& hessian, Vec2 units, double radius, double least = 0);

    /// Does it have curves to show?
    bool is_curved() const;
    surface::LocalShape shape() const { return seen_.shape; }
    /// Of the Hessian in units of the picture.
    const Eigenvalues& eigenvalues() const { return seen_.values; }

    /// From the middle to the level curve along the axis of the smaller and of the larger
    /// eigenvalue; the radius where the curve is beyond.
    Vec2 low_half_axis() const;
    Vec2 high_half_axis() const;

    /// The level curves of `level` times the level shown, and those of -`level` at a saddle.
    ///
    /// level  > 0
    /// reach  from the middle to where open curves end, in units
    canvas::Path curves(Vec2 middle, double level, double reach) const;

    /// The model as a small map: bands in the colours of the ground, and lines between them.
    void draw_ground(canvas::Canvas& canvas, const Box& box, double line) const;

private:
    canvas::Path ellipse(Vec2 middle, double size) const;
    canvas::Path lines(Vec2 middle, double size, double reach) const;
    canvas::Path strip(Vec2 middle, double size, double reach) const;
    /// One of the four branches of a hyperbola, about the high or the low axis.
    std::vector<Vec2> branch(
        Vec2 middle, double size, double reach, bool about_high, double side) const;
    /// Where the model is at least `level` times the level shown, at a saddle.
    canvas::Path high_ground(Vec2 middle, double level, double reach) const;
    void fill_rings(canvas::Canvas& canvas, const Box& box) const;
    void fill_saddle(canvas::Canvas& canvas, const Box& box) const;

    surface::Curvature seen_; ///< in units of the picture
    double radius_;
    double low_ = 0, high_ = 0; ///< half axes; infinite where the surface does not curve
};

} // namespace thalweg::panel
