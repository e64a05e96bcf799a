#include "core/polyline.hpp"

#include <algorithm>
#include <utility>

namespace thalweg {

namespace {

double distance_to_segment(Vec2 p, Vec2 a, Vec2 b)
{
    const Vec2 along = b - a;
    const double t = norm2(along) > 0 ? std::clamp(dot(p - a, along) / norm2(along), 0.0, 1.0) : 0;
    return distance(p, a + t * along);
}

} // namespace

std::vector<std::size_t> simplify(std::span<const Vec2> points, double flatness)
{
    std::vector<char> kept(points.size(), 0);
    std::vector<std::pair<std::size_t, std::size_t>> spans;
    if (!points.empty()) {
        kept.front() = kept.back() = 1;
        spans.emplace_back(0, points.size() - 1);
    }
    while (!spans.empty()) {
        const auto [first, last] = spans.back();
        spans.pop_back();
        double farthest = flatness;
        std::size_t at = first;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double d = distance_to_segment(points[i], points[first], points[last]);
                d > farthest) {
                farthest = d;
                at = i;
            }
        if (at == first)
            continue;
        kept[at] = 1;
        spans.emplace_back(first, at);
        spans.emplace_back(at, last);
    }
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (kept[i])
            indices.push_back(i);
    return indices;
}

} // namespace thalweg
