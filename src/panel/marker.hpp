#pragma once

#include "canvas/canvas.hpp"
#include "experiment/experiment.hpp"

namespace thalweg::panel {

/// Runs are told apart by shape as well as by colour.
enum class MarkerShape { circle, square, triangle, diamond, triangle_down, pentagon, star, cross };

/// How much of a marker has the run's colour; the rest has that of its edge.
enum class MarkerFill { solid, hollow, half };

/// So many runs have markers that differ in shape or fill; more are numbered.
constexpr std::size_t kDistinctMarks = 24;

/// What a run is recognized by wherever it is drawn.
struct Mark {
    MarkerShape shape = MarkerShape::circle;
    MarkerFill fill = MarkerFill::solid;
    std::size_t accent = 0; ///< its number among the theme's
    std::optional<std::size_t> number{}; ///< in a disc, instead of a shape

    friend bool operator==(const Mark&, const Mark&) = default;
};

/// The mark of a run by its identity: no two of an experiment's runs share theirs. With more than
/// `kDistinctMarks` of them every run has its number, counted from 1.
Mark mark_of(const experiment::Experiments& experiments, std::size_t run);

/// A run's dashes (in layout units; empty: solid) and colour, by its identity.
std::span<const double> dash_pattern(const experiment::Experiments& experiments, std::size_t run);
Color run_color(
    const canvas::Palette& palette, const experiment::Experiments& experiments, std::size_t run);

/// How a marker is drawn.
struct MarkerLook {
    double radius = 1; ///< of the circle; other shapes have its area
    double number_size = 11; ///< of the digits of a number, whose disc is as large as they need
    Color fill{};
    Color edge{}; ///< sets it off from any ground
};

/// A marker with an edge. All shapes look equally large.
void draw_mark(canvas::Canvas& canvas, const Mark& mark, Vec2 center, const MarkerLook& look);

/// Its outline alone, as a thin line of the fill's colour, for what is out of sight.
void draw_mark_outline(
    canvas::Canvas& canvas, const Mark& mark, Vec2 center, const MarkerLook& look);

/// What a marker covers around its centre, without its edge.
Box mark_extent(const Mark& mark, double radius, double number_size);

/// An arrow head at the map's edge that points along `direction`, for what lies outside.
void draw_edge_arrow(canvas::Canvas& canvas, Vec2 tip, Vec2 direction, double size,
    const Color& fill, const Color& edge);

} // namespace thalweg::panel
