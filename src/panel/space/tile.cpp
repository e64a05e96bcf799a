#include "panel/space/tile.hpp"

#include "core/newer_cpus.hpp"
#include "panel/space/wide.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace thalweg::panel {

namespace {

constexpr int kUnits = RasterVertex::kUnits, kHalf = kUnits / 2;
constexpr float kMostSpacing = 2; // of that on the flat triangle
constexpr int kSmall = 1 << 13; // units; products of such sides, within a tile, fit 32 bits

/// What is linear over a triangle: its value at a sample and what it grows by.
struct Plane {
    float at = 0, per_column = 0, per_row = 0;
};

/// A triangle whose corners run clockwise in the picture, relative to a tile.
struct Shape {
    std::array<std::int64_t, 3> x, y;
    std::int64_t area;

    Plane plane(float a, float b, float c) const
    {
        const double across = static_cast<double>(b) - a, along = static_cast<double>(c) - a;
        const auto delta
            = [](std::int64_t to, std::int64_t from) { return static_cast<double>(to - from); };
        const double scale = 1 / static_cast<double>(area);
        const double dx = (across * delta(y[2], y[0]) - along * delta(y[1], y[0])) * scale,
                     dy = (along * delta(x[1], x[0]) - across * delta(x[2], x[0])) * scale;
        return {static_cast<float>(a + dx * static_cast<double>(kHalf - x[0])
                    + dy * static_cast<double>(kHalf - y[0])),
            static_cast<float>(dx * kUnits), static_cast<float>(dy * kUnits)};
    }
};

/// The values that a triangle gives to samples.
struct Planes {
    Plane nearness, level, light, spacing;
    float most_spacing; ///< where a wall lies between even grounds, their spacing is none
};

/// The samples that a triangle's box covers, the last ones excluded.
struct Span {
    int left, top, right, bottom;
};

[[gnu::always_inline]] inline Ints narrowed(const Ints& mask)
{
    return mask;
}
[[gnu::always_inline]] inline Ints narrowed(const Longs& mask)
{
    return __builtin_convertvector(mask, Ints);
}

[[gnu::always_inline]] inline void store(float* to, const Ints& mask, const Floats& value)
{
    Floats kept;
    std::memcpy(&kept, to, sizeof(kept));
    kept = mask ? value : kept;
    std::memcpy(to, &kept, sizeof(kept));
}

/// Whole: a vector of whole numbers that hold twice the triangle's area.
template <class Whole, class Number>
[[gnu::always_inline]] inline void fill(
    Tile& tile, const Shape& shape, const Span& span, const Planes& planes)
{
    std::array<Whole, 3> row_start{};
    std::array<Number, 3> per_column{}, per_row{};
    for (std::size_t k = 0; k < 3; ++k) {
        const std::size_t next = (k + 1) % 3;
        const std::int64_t dx = shape.x[next] - shape.x[k], dy = shape.y[next] - shape.y[k];
        // A sample on an edge belongs to the triangle below or to the right of it.
        const bool is_own = dy < 0 || (dy == 0 && dx > 0);
        const std::int64_t at = dx * (span.top * kUnits + kHalf - shape.y[k])
            - dy * (span.left * kUnits + kHalf - shape.x[k]) - (is_own ? 0 : 1);
        per_column[k] = static_cast<Number>(-dy * kUnits);
        per_row[k] = static_cast<Number>(dx * kUnits);
        for (int i = 0; i < kWide; ++i)
            row_start[k][i] = static_cast<Number>(at - dy * kUnits * i);
    }
    const Floats steps{0, 1, 2, 3, 4, 5, 6, 7};
    const auto row_of = [&](const Plane& plane, int row) {
        return plane.at + plane.per_row * static_cast<float>(row)
            + plane.per_column * (static_cast<float>(span.left) + steps);
    };
    for (int row = span.top; row < span.bottom; ++row) {
        std::array<Whole, 3> edge = row_start;
        Floats nearness = row_of(planes.nearness, row), level = row_of(planes.level, row),
               light = row_of(planes.light, row), spacing = row_of(planes.spacing, row);
        std::size_t at = static_cast<std::size_t>(row * Tile::kRow + span.left);
        for (int column = span.left; column < span.right; column += kWide, at += kWide) {
            const Ints inside = narrowed((edge[0] | edge[1] | edge[2]) >= 0);
            Floats nearest;
            std::memcpy(&nearest, &tile.nearness[at], sizeof(nearest));
            const Ints seen = inside & (nearness > nearest);
            if (is_any(seen)) {
                store(&tile.nearness[at], seen, nearness);
                store(&tile.level[at], seen, level);
                store(&tile.light[at], seen, light);
                const Floats most = Floats{} + planes.most_spacing;
                const Floats kept = spacing < most ? spacing : most;
                store(&tile.spacing[at], seen, kept);
            }
            for (std::size_t k = 0; k < 3; ++k)
                edge[k] += kWide * per_column[k];
            nearness += kWide * planes.nearness.per_column;
            level += kWide * planes.level.per_column;
            light += kWide * planes.light.per_column;
            spacing += kWide * planes.spacing.per_column;
        }
        for (std::size_t k = 0; k < 3; ++k)
            row_start[k] += per_row[k];
    }
}

/// First samples at or after, and after, places in units.
int first_sample(std::int64_t units, int most)
{
    return static_cast<int>(std::clamp<std::int64_t>((units - kHalf + kUnits - 1) >> 4, 0, most));
}

} // namespace

void Tile::clear()
{
    if (is_empty)
        return;
    nearness.fill(kNothing);
    is_empty = true;
}

THALWEG_FOR_NEWER_CPUS
void draw_triangle(Tile& tile, int column, int row, std::array<RasterVertex, 3> triangle)
{
    Shape shape{};
    const auto set = [&] {
        for (std::size_t i = 0; i < 3; ++i) {
            shape.x[i] = triangle[i].x - std::int64_t{column} * kUnits;
            shape.y[i] = triangle[i].y - std::int64_t{row} * kUnits;
        }
        shape.area = (shape.x[1] - shape.x[0]) * (shape.y[2] - shape.y[0])
            - (shape.x[2] - shape.x[0]) * (shape.y[1] - shape.y[0]);
    };
    set();
    const bool is_front = shape.area < 0; // counter-clockwise where y points upwards
    if (is_front) {
        std::swap(triangle[1], triangle[2]);
        set();
    }
    if (shape.area == 0)
        return;
    const auto [left, right] = std::ranges::minmax(shape.x);
    const auto [top, bottom] = std::ranges::minmax(shape.y);
    Span span{first_sample(left, Tile::kRow), first_sample(top, Tile::kRows),
        first_sample(right + 1, Tile::kRow), first_sample(bottom + 1, Tile::kRows)};
    if (span.left >= span.right || span.top >= span.bottom)
        return;
    span.left
        &= ~(kWide - 1); // rows begin at whole vectors; they end at one too, as their length does
    const auto& [a, b, c] = triangle;
    Planes planes{shape.plane(a.nearness, b.nearness, c.nearness),
        shape.plane(a.level, b.level, c.level),
        is_front ? shape.plane(a.light, b.light, c.light)
                 : shape.plane(Tile::kBack - a.light, Tile::kBack - b.light, Tile::kBack - c.light),
        shape.plane(a.spacing, b.spacing, c.spacing), 0};
    const float slope = std::sqrt(planes.level.per_column * planes.level.per_column
        + planes.level.per_row * planes.level.per_row);
    planes.most_spacing = kMostSpacing / std::max(slope, 1e-12f);
    tile.is_empty = false;
    if (right - left < kSmall && bottom - top < kSmall)
        fill<Ints, std::int32_t>(tile, shape, span, planes);
    else
        fill<Longs, std::int64_t>(tile, shape, span, planes);
}

} // namespace thalweg::panel
