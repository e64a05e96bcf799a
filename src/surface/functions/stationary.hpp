#pragma once

#include "core/solve.hpp"
#include "surface/surface.hpp"

namespace thalweg::surface {

/// The point near a published one where a function's gradient vanishes to the last digits, by
/// Newton's method. Publications print six digits or so.
template <class Function>
Vec2 stationary_near(const Function& f, Vec2 p)
{
    for (int i = 0; i < 10; ++i) {
        const Jet<double> j = f(Jet<double>::variable_x(p.x), Jet<double>::variable_y(p.y));
        p -= solve_regular(hessian(j), gradient(j));
    }
    return p;
}

/// The same with its kind and value, for a surface's facts.
template <class Function>
CriticalPoint critical_near(const Function& f, CriticalKind kind, Vec2 published)
{
    const Vec2 at = stationary_near(f, published);
    return {kind, at, f(at.x, at.y)};
}

} // namespace thalweg::surface
