#pragma once

#include "core/interval_decorated.hpp"
#include "core/jet_functions.hpp"
#include "core/math.hpp"

namespace thalweg::surface {

/// log(1 + exp(z)) without overflow.
inline double softplus(double z)
{
    return z > 0 ? z + thalweg::log1p(thalweg::exp(-z)) : thalweg::log1p(thalweg::exp(z));
}
inline Interval softplus(const Interval& z)
{
    // Rising; three library calls and a sum.
    return {std::max(0.0, rounding::down(softplus(z.lo), 8)), rounding::up(softplus(z.hi), 8)};
}

inline DecoratedInterval softplus(const DecoratedInterval& z)
{
    return {softplus(z.v), z.proof};
}

/// Its derivative, 1 / (1 + exp(-z)).
template <class T>
T sigmoid(const T& z)
{
    return 0.5 + 0.5 * tanh(0.5 * z);
}

template <class T>
Jet<T> softplus(const Jet<T>& z)
{
    const T t = tanh(0.5 * z.v);
    return chain(z, softplus(z.v), T(0.5 + 0.5 * t), T(0.25 - 0.25 * sq(t)));
}

} // namespace thalweg::surface
