#pragma once

#include "core/box.hpp"
#include "core/math.hpp"

namespace thalweg::optimizer {

// When a run is over before its steps are; `run` says it in words.

constexpr double kRest = 1e-12;
constexpr int kStillSteps = 50;

/// Beyond this distance from the middle of the domain a run is lost.
struct Horizon {
    Vec2 center;
    double radius2;

    explicit Horizon(const Box& domain)
        : center(domain.center())
        , radius2(sq(1e9 * std::max(domain.width(), domain.height())))
    {
    }
    bool holds(Vec2 p) const { return norm2(p - center) <= radius2; } // false for NaN
};

/// Whether a step hardly moved the point; with a gradient of at most `kRest`, it is at rest.
inline bool hardly_moved(Vec2 before, Vec2 now)
{
    return norm2(now - before) <= sq(kRest) * std::max(1.0, norm2(now));
}

} // namespace thalweg::optimizer
