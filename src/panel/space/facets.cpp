#include "panel/space/facets.hpp"

#include "core/math.hpp"
#include "core/polyline.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

namespace thalweg::panel {

namespace {

FacetCorner lerp(const FacetCorner& a, const FacetCorner& b, double t)
{
    return {thalweg::lerp(a.at, b.at, t), std::lerp(a.place, b.place, t),
        std::lerp(a.light, b.light, t)};
}

/// The part where `height`, which is linear, is not negative.
template <class Height>
Facet clipped(const Facet& facet, Height height)
{
    Facet kept;
    for (std::size_t i = 0; i < facet.size(); ++i) {
        const FacetCorner &a = facet[i], &b = facet[(i + 1) % facet.size()];
        const double ha = height(a), hb = height(b);
        if (ha >= 0)
            kept.push_back(a);
        if ((ha >= 0) != (hb >= 0))
            kept.push_back(lerp(a, b, ha / (ha - hb)));
    }
    return kept.size() < 3 ? Facet{} : kept;
}

// Corners of neighbours are the same where they lie on the same place of a grid.
constexpr double kGrid = 1e-3; // layout units
using Grid = std::pair<std::int64_t, std::int64_t>;

Grid on_grid(Vec2 p)
{
    return {std::llround(p.x / kGrid), std::llround(p.y / kGrid)};
}

/// Lies all of `b` beyond one of the edges of `a`?
bool is_beyond_an_edge(const Facet& a, const Facet& b)
{
    constexpr double kTouching = 1e-3; // layout units
    double area = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        area += cross(a[i].at, a[(i + 1) % a.size()].at);
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Vec2 from = a[i].at, way = a[(i + 1) % a.size()].at - from;
        const double touching = kTouching * norm(way);
        const auto is_beyond = [&](const FacetCorner& corner) {
            const double side = cross(way, corner.at - from);
            return (area > 0 ? side : -side) < touching;
        };
        if (norm(way) > 0 && std::ranges::all_of(b, is_beyond))
            return true;
    }
    return false;
}

} // namespace

bool overlap(const Facet& a, const Facet& b)
{
    return !is_beyond_an_edge(a, b) && !is_beyond_an_edge(b, a);
}

Facet between(const Facet& facet, double FacetCorner::*value, double low, double high)
{
    const Facet above = clipped(facet, [&](const FacetCorner& c) { return c.*value - low; });
    return clipped(above, [&](const FacetCorner& c) { return high - c.*value; });
}

std::vector<std::vector<Vec2>> outlines_of(const std::vector<Facet>& facets)
{
    std::map<Grid, std::vector<Grid>> ways; // from each corner, along an edge of the outlines
    for (const Facet& facet : facets)
        for (std::size_t i = 0; i < facet.size(); ++i) {
            const Grid from = on_grid(facet[i].at), to = on_grid(facet[(i + 1) % facet.size()].at);
            if (from == to)
                continue;
            // An edge that another facet runs along the other way is none of the outline.
            auto& back = ways[to];
            if (const auto same = std::ranges::find(back, from); same != back.end())
                back.erase(same);
            else
                ways[from].push_back(to);
        }
    std::vector<std::vector<Vec2>> outlines;
    for (auto& [start, ends] : ways)
        while (!ends.empty()) {
            std::vector<Vec2> outline;
            Grid at = start;
            do { // every corner is left as often as it is reached, so this comes back
                outline.push_back(kGrid * Vec2{double(at.first), double(at.second)});
                auto& next = ways[at];
                at = next.back();
                next.pop_back();
            } while (at != start);
            outlines.push_back(std::move(outline));
        }
    return outlines;
}

std::vector<Vec2> widened(const std::vector<Vec2>& polygon, double by)
{
    constexpr double kStraight = 1e-2; // layout units
    if (polygon.size() < 3)
        return {};
    std::vector<Vec2> closed = polygon, corners;
    closed.push_back(polygon.front());
    for (const std::size_t i : simplify(closed, kStraight))
        corners.push_back(closed[i]);
    corners.pop_back();
    const std::size_t n = corners.size();
    double area = 0;
    for (std::size_t i = 0; i < n; ++i)
        area += cross(corners[i], corners[(i + 1) % n]);
    if (n < 3 || area == 0)
        return {};
    const auto outwards = [&](std::size_t from) {
        const Vec2 way = corners[(from + 1) % n] - corners[from % n];
        const Vec2 side = norm(way) > 0 ? Vec2{way.y, -way.x} / norm(way) : Vec2{};
        return area > 0 ? side : -side;
    };
    std::vector<Vec2> wide;
    for (std::size_t i = 0; i < n; ++i) {
        const Vec2 sum = outwards(i + n - 1) + outwards(i);
        wide.push_back(corners[i] + by * 2 / std::max(norm2(sum), 1.0) * sum);
    }
    return wide;
}

} // namespace thalweg::panel
