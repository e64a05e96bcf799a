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
    std::array<int, 3> x, y;

    /// Twice it.
    template <class Number>
    Number area() const
    {
        return Number{x[1] - x[0]} * (y[2] - y[0]) - Number{x[2] - x[0]} * (y[1] - y[0]);
    }
};

/// area  of the shape, twice
[[gnu::always_inline]] inline Planes planes_of(
    const Shape& shape, double area, const std::array<Values, 3>& v)
{
    const Values across = v[1] - v[0], along = v[2] - v[0];
    const auto delta = [](int to, int from) { return static_cast<double>(to - from); };
    const auto &x = shape.x, &y = shape.y;
    const double scale = 1 / area;
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

/// 0, 1, ... in the type of a vector of whole numbers.
template <class Whole>
constexpr Whole kColumns{0, 1, 2, 3, 4, 5, 6, 7};

/// A vector of pixels in a row: what is seen there if they are inside, and on which side of the
/// triangle's edges they are.
///
/// Whole, Number  of twice the triangle's area
template <class Whole, class Number>
struct Strip {
    std::array<Whole, 3> edges; ///< inside they are not negative
    std::array<Floats, kValues> values;

    [[gnu::always_inline]] void paint(Tile& tile, std::size_t at, const Floats& most_spacing) const
    {
        const Ints inside = narrowed((edges[0] | edges[1] | edges[2]) >= 0);
        const Ints seen = inside & (values[0] > loaded(&tile.nearness[at]));
        // No branch: most vectors see something, and guessing wrong costs more.
        store_where(&tile.nearness[at], seen, values[0]);
        store_where(&tile.level[at], seen, values[1]);
        store_where(&tile.light[at], seen, values[2]);
        store_where(&tile.spacing[at], seen, least(values[3], most_spacing));
    }
    [[gnu::always_inline]] void move(
        const std::array<Number, 3>& by_edges, const std::array<float, kValues>& by_values)
    {
        for (std::size_t k = 0; k < 3; ++k)
            edges[k] += by_edges[k];
        for (std::size_t i = 0; i < kValues; ++i)
            values[i] += by_values[i];
    }
};

template <class Whole, class Number>
[[gnu::always_inline]] inline void fill(
    Tile& tile, const Shape& shape, const Span& span, const Planes& planes)
{
    Strip<Whole, Number> first{};
    std::array<Number, 3> next_edges{}, lower_edges{};
    for (std::size_t k = 0; k < 3; ++k) {
        const std::size_t next = (k + 1) % 3;
        const Number dx = shape.x[next] - shape.x[k], dy = shape.y[next] - shape.y[k];
        // A middle on an edge belongs to the triangle below or to the right of it.
        const bool is_own = dy < 0 || (dy == 0 && dx > 0);
        const Number at = dx * (span.top * kUnits + kHalf - shape.y[k])
            - dy * (span.left * kUnits + kHalf - shape.x[k]) - (is_own ? 0 : 1);
        first.edges[k] = at - dy * kUnits * kColumns<Whole>;
        next_edges[k] = -dy * kUnits * kWide;
        lower_edges[k] = dx * kUnits;
    }
    const Floats columns{0, 1, 2, 3, 4, 5, 6, 7};
    std::array<float, kValues> next_values{}, lower_values{};
    for (std::size_t i = 0; i < kValues; ++i) {
        const auto value = static_cast<int>(i);
        const auto per_column = static_cast<float>(planes.per_column[value]);
        lower_values[i] = static_cast<float>(planes.per_row[value]);
        next_values[i] = kWide * per_column;
        first.values[i] = static_cast<float>(planes.at[value])
            + lower_values[i] * static_cast<float>(span.top)
            + per_column * (static_cast<float>(span.left) + columns);
    }
    const Floats most_spacing = Floats{} + planes.most_spacing;
    auto at = static_cast<std::size_t>(span.top * kTilePixels + span.left);
    const bool is_narrow = span.right - span.left <= kWide; // as those of a fine mesh are
    for (int row = span.top; row < span.bottom; ++row, at += kTilePixels) {
        if (is_narrow) {
            first.paint(tile, at, most_spacing);
        } else {
            Strip strip = first;
            for (int column = span.left; column < span.right; column += kWide) {
                strip.paint(tile, at + static_cast<std::size_t>(column - span.left), most_spacing);
                strip.move(next_edges, next_values);
            }
        }
        first.move(lower_edges, lower_values);
    }
}

/// The first pixel whose middle is at or after a place in units.
int first_pixel(int units)
{
    static_assert((kUnits & (kUnits - 1)) == 0);
    const int up = units - kHalf + kUnits - 1;
    return std::clamp(up >= 0 ? up / kUnits : 0, 0, kTilePixels);
}

/// Draws a triangle that may cover pixels of a span.
template <class Whole, class Number>
[[gnu::always_inline]] inline void draw(
    Tile& tile, Shape& shape, const Span& span, const RasterTriangle& corners)
{
    Number area = shape.area<Number>();
    if (area == 0)
        return;
    const bool is_front = area < 0; // counter-clockwise where y points upwards
    std::array<Values, 3> values;
    for (std::size_t i = 0; i < 3; ++i) {
        const RasterVertex& v = *corners[i];
        values[i] = Values{v.nearness, v.level, is_front ? v.light : kBack - v.light, v.spacing};
    }
    if (is_front) {
        std::swap(shape.x[1], shape.x[2]);
        std::swap(shape.y[1], shape.y[2]);
        std::swap(values[1], values[2]);
        area = -area;
    }
    tile.is_empty = false;
    fill<Whole, Number>(tile, shape, span, planes_of(shape, static_cast<double>(area), values));
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
void draw_triangle(Tile& tile, int column, int row, const RasterTriangle& corners)
{
    const int left_of_tile = kUnits * column, top_of_tile = kUnits * row;
    Shape shape{};
    for (std::size_t i = 0; i < 3; ++i) {
        shape.x[i] = corners[i]->x - left_of_tile;
        shape.y[i] = corners[i]->y - top_of_tile;
    }
    const auto [left, right] = std::minmax({shape.x[0], shape.x[1], shape.x[2]});
    const auto [top, bottom] = std::minmax({shape.y[0], shape.y[1], shape.y[2]});
    Span span{first_pixel(left), first_pixel(top), first_pixel(right + 1), first_pixel(bottom + 1)};
    if (span.left >= span.right || span.top >= span.bottom)
        return;
    // No vector passes the tile's right side.
    span.left = span.right - span.left <= kWide ? std::min(span.left, kTilePixels - kWide)
                                                : span.left & ~(kWide - 1);
    if (right - left < kSmall && bottom - top < kSmall)
        draw<Ints, std::int32_t>(tile, shape, span, corners);
    else
        draw<Longs, std::int64_t>(tile, shape, span, corners);
}

} // namespace thalweg::panel
