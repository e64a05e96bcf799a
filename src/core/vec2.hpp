#pragma once

#include "core/math.hpp"

#include <cmath>

namespace thalweg {

/// A point or a displacement in the plane.
struct Vec2 {
    double x = 0, y = 0;

    friend constexpr bool operator==(Vec2, Vec2) = default;
    constexpr Vec2& operator+=(Vec2 b) { return x += b.x, y += b.y, *this; }
    constexpr Vec2& operator-=(Vec2 b) { return x -= b.x, y -= b.y, *this; }
};

constexpr Vec2 operator+(Vec2 a, Vec2 b)
{
    return {a.x + b.x, a.y + b.y};
}
constexpr Vec2 operator-(Vec2 a, Vec2 b)
{
    return {a.x - b.x, a.y - b.y};
}
constexpr Vec2 operator-(Vec2 a)
{
    return {-a.x, -a.y};
}
constexpr Vec2 operator*(double s, Vec2 a)
{
    return {s * a.x, s * a.y};
}
constexpr Vec2 operator*(Vec2 a, double s)
{
    return s * a;
}
constexpr Vec2 operator/(Vec2 a, double s)
{
    return {a.x / s, a.y / s};
}

constexpr double dot(Vec2 a, Vec2 b)
{
    return a.x * b.x + a.y * b.y;
}
/// The z component of a × b: positive where b lies to the left of a.
constexpr double cross(Vec2 a, Vec2 b)
{
    return a.x * b.y - a.y * b.x;
}
constexpr double norm2(Vec2 a)
{
    return dot(a, a);
}
inline double norm(Vec2 a)
{
    return std::sqrt(norm2(a));
}
inline double distance(Vec2 a, Vec2 b)
{
    return norm(b - a);
}
inline bool is_finite(Vec2 a)
{
    return std::isfinite(a.x) && std::isfinite(a.y);
}
constexpr Vec2 lerp(Vec2 a, Vec2 b, double t)
{
    return a + t * (b - a);
}

/// A symmetric 2 × 2 matrix, such as a Hessian.
struct Sym2 {
    double xx = 0, xy = 0, yy = 0;
    constexpr double determinant() const { return xx * yy - xy * xy; }
    constexpr double trace() const { return xx + yy; }
};

constexpr Vec2 operator*(const Sym2& m, Vec2 v)
{
    return {m.xx * v.x + m.xy * v.y, m.xy * v.x + m.yy * v.y};
}

/// The two real eigenvalues of a symmetric matrix, smaller first.
struct Eigenvalues {
    double low, high;
};
inline Eigenvalues eigenvalues(const Sym2& m)
{
    const double mean = 0.5 * m.trace();
    const double radius = thalweg::hypot(0.5 * (m.xx - m.yy), m.xy);
    return {mean - radius, mean + radius};
}

} // namespace thalweg
