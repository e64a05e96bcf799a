#pragma once

#include "panel/loss/curves.hpp"
#include "panel/loss/loss_axes.hpp"

#include <optional>
#include <vector>

namespace thalweg::panel {

/// A film draws what lies in a strip of the panel once, when all runs have passed it. Strips meet
/// at whole pixels, so that nothing shows where they do.
constexpr std::size_t kLossStrips = 24;
Range loss_strip(const LossProjection& project, const canvas::Format& format, std::size_t strip);

/// A curve as it is drawn: the points that are seen.
struct LossLine {
    struct PointRange {
        std::size_t first, last;
    };
    const Curve* curve;
    std::vector<std::size_t> steps{}; ///< of the points
    std::vector<Vec2> points{};
    std::vector<double> lengths{}; ///< of the line up to each point
    std::vector<PointRange> strips{}; ///< the points that reach into each strip
    std::vector<double> dashes{}; ///< empty: solid
};

/// Thins a curve to what can be seen.
///
/// reach  how far the line is seen beside its points, in layout units
LossLine loss_line(
    const Curve& curve, const LossProjection& project, const canvas::Format& format, double reach);

/// Do two curves lie on each other nearly all the time?
///
/// apart  the distance at which they are told apart, in layout units
bool coincide(const Curve& a, const Curve& b, const LossProjection& project, double apart);

/// Where a run is at a step, on the straight line between two points; not finite where they are
/// not.
Vec2 head_of(const LossLine& line, const LossProjection& project, double step);

/// Where the head of a run is drawn: where the run is, and once it rests, farther along its last
/// value, at the step that all runs have come to.
Vec2 resting_head_of(
    const LossLine& line, const LossProjection& project, double step, double counter);

/// Where a curve leaves its box for good before a step, through the upper or the lower side.
struct Exit {
    Vec2 at, direction; ///< the direction is a unit vector, straight out of the box
};
std::optional<Exit> exit_of(const LossLine& line, const Box& box, double step);

} // namespace thalweg::panel
