#pragma once

#include "surface/surface.hpp"

#include <cstddef>

namespace thalweg::surface {

/// A loss that is the mean of one loss per data point, so that stochastic descent can take real
/// mini-batches.
class DataSurface : public Surface {
public:
    /// How many data points there are.
    virtual std::size_t samples() const = 0;

    /// The gradient of the mean loss of some of them.
    ///
    /// indices  each below samples(), at least one; a repeated one counts as often
    virtual Vec2 gradient_of_batch(std::span<const std::size_t> indices, Vec2 p) const = 0;

protected:
    using Surface::Surface;
};

} // namespace thalweg::surface
