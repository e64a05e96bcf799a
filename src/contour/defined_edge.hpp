#pragma once

#include "contour/level_set.hpp"
#include "surface/surface.hpp"

namespace thalweg::contour {

/// The edge of the region where a surface is defined, inside a box: closed curves, and open ones
/// that end on the box's edge. The surface is defined on their left. A surface that is defined on
/// all of the box has none.
///
/// tolerance  the greatest distance between the curves and the edge, in domain units, > 0. Parts of
///            the region that are thinner than a thousandth of the box may be missed
std::vector<Ring> domain_edge(const surface::Surface& f, const Box& box, double tolerance);

/// The region of the box where a surface is not defined, as outlines to be filled by the nonzero
/// rule; the arguments are those of `domain_edge`.
std::vector<Outline> undefined_outlines(
    const surface::Surface& f, const Box& box, double tolerance);

/// Is a value that of a point where the surface is defined?
inline bool is_value(double value)
{
    return !std::isnan(value);
}

/// Where the edge crosses a segment between a point where f is defined and one where it is not; f
/// is defined there.
Vec2 edge_between(const surface::Surface& f, Vec2 defined, Vec2 undefined);

/// Does f jump past levels in a small box along one line at most, as straight as the tolerance, and
/// take none of them elsewhere? As far as the corners, the centre and the middle of the line tell.
///
/// levels  the lowest and the highest; -infinity is passed where f ends to be defined
bool is_jump_straight(
    const surface::Surface& f, const Box& box, const Range& levels, double tolerance);

} // namespace thalweg::contour
