#pragma once

#include "core/vec2.hpp"

#include <algorithm>

namespace thalweg::optimizer {

/// Arithmetic on each coordinate alone, as the adaptive rules need it.
constexpr Vec2 times(Vec2 a, Vec2 b)
{
    return {a.x * b.x, a.y * b.y};
}
constexpr Vec2 over(Vec2 a, Vec2 b)
{
    return {a.x / b.x, a.y / b.y};
}
constexpr Vec2 plus(Vec2 a, double s)
{
    return {a.x + s, a.y + s};
}
inline Vec2 root(Vec2 a)
{
    return {std::sqrt(a.x), std::sqrt(a.y)};
}
inline Vec2 magnitude(Vec2 a)
{
    return {std::abs(a.x), std::abs(a.y)};
}
inline Vec2 greater(Vec2 a, Vec2 b)
{
    return {std::max(a.x, b.x), std::max(a.y, b.y)};
}
constexpr double sign(double a)
{
    return a > 0 ? 1 : a < 0 ? -1 : 0;
}
constexpr Vec2 sign(Vec2 a)
{
    return {sign(a.x), sign(a.y)};
}

} // namespace thalweg::optimizer
