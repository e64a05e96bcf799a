#pragma once

#include "contour/arcs.hpp"

namespace thalweg::contour {

/// Lets level curves go on to where they meet the edge of the defined region. Near that edge f may
/// be as steep as a root, so that a curve runs along it inside the last cells, unseen from their
/// corners.
///
/// chains  a point is added wherever a level curve turns into a cut along the edge
void land_on_edge(const surface::Surface& f, std::span<const double> rising_levels,
    double tolerance, std::vector<Chain>& chains);

} // namespace thalweg::contour
