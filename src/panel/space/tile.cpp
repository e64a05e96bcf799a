#include "panel/space/tile.hpp"

#include "core/math.hpp"
#include "core/newer_cpus.hpp"
#include "panel/space/wide.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace thalweg::panel {

namespace {

constexpr float kMostSpacing = 2; // of that on the flat triangle
constexpr int kUnits = RasterVertex::kUnits, kHalf = kUnits / 2;
constexpr int kValues = 4; // of a vertex: nearness, level, light, spacing

using Values [[gnu::vector_size(8 * kValues)]] = double;
constexpr int kSmall = 1 << 13; // units; products of such sides, within a tile, fit 32 bits

/// What is linear over a triangle: values at the first pixel's middle and what they grow by.
struct Planes {
    Values at, per_column, per_row;
    float most_spacing; ///< where a wall lies between even grounds, their spacing is none
};

/// A triangle whose corners run clockwise in the picture, relative to a tile.
struct Shape {
    std::array<std::int64_t, 3> x, y;
    std::int64_t area;
};

[[gnu::always_inline]] inline Planes planes_of(const Shape& shape, const std::array<Values, 3>& v)
{
    const Values across = v[1] - v[0], along = v[2] - v[0];
    const auto delta
        = [](std::int64_t to, std::int64_t from) { return static_cast<double>(to - from); };
    const auto &x = shape.x, &y = shape.y;
    const double scale = 1 / static_cast<double>(shape.area);
    const Values dx = (across * delta(y[2], y[0]) - along * delta(y[1], y[0])) * scale,
                 dy = (along * delta(x[1], x[0]) - across * delta(x[2], x[0])) * scale;
    Planes planes{.at = v[0] + dx * delta(kHalf, x[0]) + dy * delta(kHalf, y[0]),
        .per_column = dx * static_cast<double>(kUnits),
        .per_row = dy * static_cast<double>(kUnits),
        .most_spacing = 0};
    const auto slope = static_cast<float>(std::sqrt(sq(dx[1]) + sq(dy[1]))); // levels per unit
    planes.most_spacing = kMostSpacing / static_cast<float>(kUnits) / std::max(slope, 1e-12f);
    return planes;
}

/// The pixels whose middles a triangle's box covers, the last ones excluded.
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

[[gnu::always_inline]] inline void store_where(float* to, const Ints& mask, const Floats& value)
{
    store(to, mask ? value : loaded(to));
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
        // A middle on an edge belongs to the triangle below or to the right of it.
        const bool is_own = dy < 0 || (dy == 0 && dx > 0);
        const std::int64_t at = dx * (span.top * kUnits + kHalf - shape.y[k])
            - dy * (span.left * kUnits + kHalf - shape.x[k]) - (is_own ? 0 : 1);
        per_column[k] = static_cast<Number>(-dy * kUnits);
        per_row[k] = static_cast<Number>(dx * kUnits);
        for (int i = 0; i < kWide; ++i)
            row_start[k][i] = static_cast<Number>(at - dy * kUnits * i);
    }
    const Floats steps{0, 1, 2, 3, 4, 5, 6, 7};
    std::array<Floats, kValues> row_values{}, to_next{}, to_next_row{};
    for (std::size_t i = 0; i < kValues; ++i) {
        const auto value = static_cast<int>(i);
        const auto per_column_f = static_cast<float>(planes.per_column[value]),
                   per_row_f = static_cast<float>(planes.per_row[value]);
        row_values[i] = static_cast<float>(planes.at[value])
            + per_row_f * static_cast<float>(span.top)
            + per_column_f * (static_cast<float>(span.left) + steps);
        to_next[i] = Floats{} + kWide * per_column_f;
        to_next_row[i] = Floats{} + per_row_f;
    }
    const Floats most_spacing = Floats{} + planes.most_spacing;
    for (int row = span.top; row < span.bottom; ++row) {
        std::array<Whole, 3> edge = row_start;
        std::array<Floats, kValues> v = row_values;
        auto at = static_cast<std::size_t>(row * kTilePixels + span.left);
        for (int column = span.left; column < span.right; column += kWide, at += kWide) {
            const Ints inside = narrowed((edge[0] | edge[1] | edge[2]) >= 0);
            const Ints seen = inside & (v[0] > loaded(&tile.nearness[at]));
            // No branch: most vectors see something, and guessing wrong costs more.
            store_where(&tile.nearness[at], seen, v[0]);
            store_where(&tile.level[at], seen, v[1]);
            store_where(&tile.light[at], seen, v[2]);
            store_where(&tile.spacing[at], seen, least(v[3], most_spacing));
            for (std::size_t k = 0; k < 3; ++k)
                edge[k] += kWide * per_column[k];
            for (std::size_t i = 0; i < kValues; ++i)
                v[i] += to_next[i];
        }
        for (std::size_t k = 0; k < 3; ++k)
            row_start[k] += per_row[k];
        for (std::size_t i = 0; i < kValues; ++i)
            row_values[i] += to_next_row[i];
    }
}

/// The first pixel whose middle is at or after a place in units.
int first_pixel(std::int64_t units)
{
    static_assert((kUnits & (kUnits - 1)) == 0);
    const std::int64_t up = units - kHalf + kUnits - 1;
    return static_cast<int>(std::clamp<std::int64_t>(up >= 0 ? up / kUnits : 0, 0, kTilePixels));
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
    const int left_of_tile = kUnits * column, top_of_tile = kUnits * row;
    Shape shape{};
    const auto set = [&] {
        for (std::size_t i = 0; i < 3; ++i) {
            shape.x[i] = triangle[i].x - left_of_tile;
            shape.y[i] = triangle[i].y - top_of_tile;
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
    Span span{first_pixel(left), first_pixel(top), first_pixel(right + 1), first_pixel(bottom + 1)};
    if (span.left >= span.right || span.top >= span.bottom)
        return;
    span.left &= ~(kWide - 1); // rows begin and end at whole vectors
    std::array<Values, 3> values;
    for (std::size_t i = 0; i < 3; ++i) {
        const RasterVertex& v = triangle[i];
        values[i] = Values{v.nearness, v.level, is_front ? v.light : kBack - v.light, v.spacing};
    }
    const Planes planes = planes_of(shape, values);
    tile.is_empty = false;
    if (right - left < kSmall && bottom - top < kSmall)
        fill<Ints, std::int32_t>(tile, shape, span, planes);
    else
        fill<Longs, std::int64_t>(tile, shape, span, planes);
}

} // namespace thalweg::panel
