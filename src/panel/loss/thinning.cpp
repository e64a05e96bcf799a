#include "panel/loss/thinning.hpp"

#include "core/polyline.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

/// The points of one column that are seen.
struct Column {
    std::size_t first, last, low, high;

    explicit Column(std::size_t i)
        : first(i)
        , last(i)
        , low(i)
        , high(i)
    {
    }
    void append_to(std::vector<std::size_t>& list) const
    {
        for (const std::size_t i : {first, std::min(low, high), std::max(low, high), last})
            if (list.empty() || list.back() < i)
                list.push_back(i);
    }
};

bool is_seen(Vec2 p)
{
    return std::isfinite(p.x) && std::isfinite(p.y);
}

std::vector<std::size_t> extremes(std::span<const Vec2> points, double column)
{
    std::vector<std::size_t> list;
    Column current(points.size());
    double number = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!is_seen(points[i]))
            continue;
        const double here = std::floor(points[i].x / column);
        if (current.first == points.size() || here != number) {
            if (current.first < points.size())
                current.append_to(list);
            current = Column(i);
            number = here;
        }
        current.last = i;
        current.low = points[i].y < points[current.low].y ? i : current.low;
        current.high = points[i].y > points[current.high].y ? i : current.high;
    }
    if (current.first < points.size())
        current.append_to(list);
    return list;
}

} // namespace

std::vector<std::size_t> thinned(std::span<const Vec2> points, double column, double flatness)
{
    const std::vector<std::size_t> seen = extremes(points, column);
    std::vector<Vec2> line;
    for (const std::size_t i : seen)
        line.push_back(points[i]);
    std::vector<std::size_t> kept;
    for (const std::size_t i : simplify(line, flatness))
        kept.push_back(seen[i]);
    return kept;
}

} // namespace thalweg::panel
