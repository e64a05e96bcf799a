#pragma once

#include "surface/critical_points.hpp"

namespace thalweg::experiment {

/// The minima of a surface that maps mark and distances are measured to.
struct Minima {
    std::vector<Vec2> global{}; ///< those that the surface knows; else the lowest ones found
    std::vector<Vec2> local{}; ///< the others inside of the domain
};

/// Those of a domain that the surface knows or that can be proven.
std::vector<surface::CriticalPoint> all_critical_points(
    const surface::Surface& f, const Box& domain);

/// The minima among all critical points of a surface.
Minima minima_among(
    std::vector<surface::CriticalPoint> all, const surface::Surface& f, const Box& domain);

} // namespace thalweg::experiment
