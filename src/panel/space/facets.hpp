#pragma once

#include "core/vec2.hpp"

#include <vector>

namespace thalweg::panel {

/// A corner of a facet in the picture.
struct FacetCorner {
    Vec2 at{}; ///< in layout units
    double place = 0; ///< among the levels, plus 1: see SpaceColors
    double light = 0; ///< in steps of shades
};
using Facet = std::vector<FacetCorner>; ///< convex

/// The part of a facet where one of its values lies between two; empty where there is none.
Facet between(const Facet& facet, double FacetCorner::*value, double low, double high);

/// Do two facets share more than their edges and corners?
bool overlap(const Facet& a, const Facet& b);

/// The outlines of facets that touch: closed polygons, as the facets run, without the edges between
/// them.
std::vector<std::vector<Vec2>> outlines_of(const std::vector<Facet>& facets);

/// A polygon, larger by so much on every side; its corners move by twice that at most. Those on
/// straight lines are left out.
std::vector<Vec2> widened(const std::vector<Vec2>& polygon, double by);

} // namespace thalweg::panel
