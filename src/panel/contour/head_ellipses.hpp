#pragma once

#include "panel/contour/action.hpp"
#include "panel/curvature/quadratic_model.hpp"

namespace thalweg::panel {

/// The quadratic model of the surface at a run's head, as a map shows it.
struct HeadEllipse {
    Vec2 middle{}; ///< in layout units
    QuadraticModel model;
    double radius = 0; ///< of the model's longer half axis, in layout units
    double opacity = 1; ///< less where the surface hardly curves

    /// Both half axes up to the level curve; at a saddle, whose curves are nearer, as far as an
    /// ellipse's would reach.
    Vec2 low_half_axis() const;
    Vec2 high_half_axis() const;
};

/// Nothing where the surface is flat or undefined.
std::optional<HeadEllipse> ellipse_at(const Context& context, std::size_t run,
    const Projection& project, const experiment::Moment& moment);

/// A level curve of the quadratic model at each head of a map's runs: an ellipse of the shape of
/// contour lines, or at a saddle a hyperbola; with its axes, dashed where the surface curves
/// downwards.
class HeadEllipses {
public:
    explicit HeadEllipses(const ActionSetup& setup);

    void draw(canvas::Canvas& canvas, const experiment::Moment& moment) const;
    /// What they depend on beside view and steps.
    void add_key(const experiment::Moment& moment, std::vector<double>& key) const;
    /// What they cover at a moment.
    std::vector<Box> boxes_at(const experiment::Moment& moment) const;

private:
    std::optional<HeadEllipse> at(std::size_t run, const experiment::Moment& moment) const;
    void draw_one(canvas::Canvas& canvas, std::size_t run, const HeadEllipse& ellipse) const;

    Context context_;
    std::vector<std::size_t> runs_{}; ///< none where no ellipses are to be shown
    std::shared_ptr<const Camera> camera_;
    Box map_;
    double scale_;
};

} // namespace thalweg::panel
