#pragma once

#include "canvas/canvas.hpp"
#include "panel/contour/plan.hpp"

#include <span>
#include <string>

namespace thalweg::panel {

/// An arrow at a head, in layout units.
struct HeadArrow {
    HeadVector kind = HeadVector::step;
    Vec2 from{}, to{};
    double opacity = 1;

    Vec2 direction() const { return (to - from) / distance(from, to); }
};

/// Arrows of one head: kinds differ in colour, width, dashes and the form of their points, so that
/// they are told apart where colour is missing, and where they lie on each other.
///
/// scale  of the map
void draw_arrows(canvas::Canvas& canvas, std::span<const HeadArrow> arrows, double scale);

/// What stands beside an arrow: "velocity".
const std::string& label_of(HeadVector kind);

} // namespace thalweg::panel
