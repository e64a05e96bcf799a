#pragma once

#include "contour/level_set.hpp"
#include "surface/surface.hpp"

#include <span>

namespace thalweg::contour {

/// The level sets of a surface, with certified topology, as smooth curves.
///
/// f          the surface
/// domain     where to trace
/// levels     any numbers; the result has one entry for each, in the same order
/// tolerance  the greatest distance between curve and level set, in domain units, > 0
/// jobs       threads; the result does not depend on it
///
/// Certified means: on all of the domain, where f is defined, the level set is these rings and
/// nothing else. Each level's answer is the same whatever other levels are asked for.
std::vector<LevelSet> trace_levels(const surface::Surface& f, const Box& domain,
    std::span<const double> levels, double tolerance, int jobs = 1);

/// The closed region {f >= level} inside the domain as outlines: the rings, with open ones joined
/// along the domain's edge, and the whole domain where everything in it is that high. Empty where
/// nothing is.
std::vector<Outline> super_level_outlines(
    const surface::Surface& f, const Box& domain, const LevelSet& set);

} // namespace thalweg::contour
