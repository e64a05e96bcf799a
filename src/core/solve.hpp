#pragma once

#include "core/vec2.hpp"

#include <algorithm>
#include <optional>

namespace thalweg {

/// The v with m v = b; nothing where m is singular to rounding: one eigenvalue below 1e-14 times
/// the other.
inline std::optional<Vec2> solve(const Sym2& m, Vec2 b)
{
    const auto [low, high] = eigenvalues(m);
    const double least = std::min(std::abs(low), std::abs(high));
    const double greatest = std::max(std::abs(low), std::abs(high));
    if (!(least > 1e-14 * greatest))
        return std::nullopt;
    // Scaled first, so that the determinant neither overflows nor vanishes.
    const Sym2 s{m.xx / greatest, m.xy / greatest, m.yy / greatest};
    const Vec2 c = b / greatest;
    const double d = s.determinant();
    return Vec2{(s.yy * c.x - s.xy * c.y) / d, (s.xx * c.y - s.xy * c.x) / d};
}

/// The same for an m that is far from singular; not finite where it is.
constexpr Vec2 solve_regular(const Sym2& m, Vec2 b)
{
    return Vec2{m.yy * b.x - m.xy * b.y, m.xx * b.y - m.xy * b.x} / m.determinant();
}

} // namespace thalweg
