#pragma once

#include "draw/canvas.hpp"

namespace thalweg {

/// Runs are told apart by shape as well as by colour.
enum class MarkerShape { circle, square, triangle, diamond, triangle_down, pentagon, star, cross };

MarkerShape marker_shape(std::size_t run);

/// The dashes of a run's path line, in layout units; empty for a solid line.
std::span<const double> dash_pattern(std::size_t run);

/// A filled marker with an edge that sets it off from any ground. All shapes look equally large.
///
/// radius  of the circle; other shapes have its area
void draw_marker(Canvas& canvas, MarkerShape shape, Vec2 center, double radius, const Color& fill,
    const Color& edge);

/// An arrow head at the map's edge that points along `direction`, for what lies outside.
void draw_edge_arrow(
    Canvas& canvas, Vec2 tip, Vec2 direction, double size, const Color& fill, const Color& edge);

} // namespace thalweg
