#pragma once

#include "canvas/canvas.hpp"
#include "experiment/experiment.hpp"

namespace thalweg::panel {

/// Runs are told apart by shape as well as by colour.
enum class MarkerShape { circle, square, triangle, diamond, triangle_down, pentagon, star, cross };

/// A run's marker, dashes (in layout units; empty: solid) and colour, by its identity.
MarkerShape marker_shape(const experiment::Experiments& experiments, std::size_t run);
std::span<const double> dash_pattern(const experiment::Experiments& experiments, std::size_t run);
Color run_color(
    const canvas::Palette& palette, const experiment::Experiments& experiments, std::size_t run);

/// A filled marker with an edge that sets it off from any ground. All shapes look equally large.
///
/// radius  of the circle; other shapes have its area
void draw_marker(canvas::Canvas& canvas, MarkerShape shape, Vec2 center, double radius,
    const Color& fill, const Color& edge);

/// What a marker of radius 1 covers around its centre, without its edge.
Box marker_extent(MarkerShape shape);

/// An arrow head at the map's edge that points along `direction`, for what lies outside.
void draw_edge_arrow(canvas::Canvas& canvas, Vec2 tip, Vec2 direction, double size,
    const Color& fill, const Color& edge);

} // namespace thalweg::panel
