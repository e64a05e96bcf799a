#pragma once

#include "surface/surface.hpp"

namespace thalweg::experiment {

/// The minima of a surface that maps mark and distances are measured to.
struct Minima {
    std::vector<Vec2> global{}; ///< those that the surface knows; else the lowest ones found
    std::vector<Vec2> local{}; ///< the others inside of the domain
};

/// Minima as far as the surface knows them or they can be proven in a domain.
Minima find_minima(const surface::Surface& f, const Box& domain);

} // namespace thalweg::experiment
