#pragma once

#include "core/box.hpp"
#include "optimizer/trajectory.hpp"
#include "surface/surface.hpp"

#include <span>
#include <string>

namespace thalweg::app {

/// A contour map for terminals: the surface is sampled at evenly spaced points from edge to edge of
/// the domain, y upwards, and each sample is one cell, shaded in five equal steps from the least to
/// the greatest value. `*` marks the cells nearest to the points of the paths, `S` their starts,
/// `E` their ends. Blanks at the ends of lines are left out.
///
/// columns, rows  at least 2
std::string map_text(const surface::Surface& surface, const Box& domain,
    std::span<const optimizer::Trajectory> paths, int columns, int rows);

} // namespace thalweg::app
