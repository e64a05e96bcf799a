#include "contour/defined_edge.hpp"

#include "contour/outlines.hpp"
#include "contour/pieces.hpp"
#include "contour/smooth.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace thalweg::contour {

namespace {

constexpr int kHalvings = 45;

/// Does the edge pass within the tolerance of the middle of a chord?
bool passes_middle(const surface::Surface& f, Vec2 a, Vec2 b, double tolerance)
{
    const double length = distance(a, b);
    if (length <= tolerance)
        return true;
    const Vec2 across = tolerance / length * Vec2{a.y - b.y, b.x - a.x}, middle = lerp(a, b, 0.5);
    return is_value(f.value(middle + across)) != is_value(f.value(middle - across));
}

} // namespace

Vec2 edge_between(const surface::Surface& f, Vec2 defined, Vec2 undefined)
{
    for (int i = 0; i < kHalvings; ++i) {
        const Vec2 middle = lerp(defined, undefined, 0.5);
        (is_value(f.value(middle)) ? defined : undefined) = middle;
    }
    return defined;
}

bool is_edge_straight(const surface::Surface& f, const Box& box, double tolerance)
{
    const auto corners = box.corners();
    std::array<bool, 4> is_defined{};
    for (std::size_t i = 0; i < 4; ++i)
        is_defined[i] = is_value(f.value(corners[i]));
    std::vector<Vec2> crossings;
    for (std::size_t i = 0, j = 1; i < 4; ++i, j = (j + 1) % 4)
        if (is_defined[i] != is_defined[j])
            crossings.push_back(is_defined[i] ? edge_between(f, corners[i], corners[j])
                                              : edge_between(f, corners[j], corners[i]));
    if (crossings.empty())
        return is_value(f.value(box.center())) == is_defined[0];
    return crossings.size() == 2 && passes_middle(f, crossings[0], crossings[1], tolerance);
}

std::vector<Ring> domain_edge(const surface::Surface& f, const Box& box, double tolerance)
{
    // Every value is above this level, so that higher ground is where there is ground.
    const double level = -std::numeric_limits<double>::infinity();
    const double half = 0.5 * tolerance; // of cells, and of the lines through their edges' points
    const Quadtree tree = build_quadtree(f, box, std::array{level}, half);
    Crossings crossings = find_crossings(f, tree.cells, std::array{level});
    std::vector<Ring> rings;
    SmoothingEffort effort; // none: the edge runs through stuck leaves only
    for (const Chain& chain : link_chains(tree.cells, crossings)) {
        Ring ring = smooth_ring(f, tree.cells, chain, level, half, effort);
        if (!ring.beziers.empty())
            rings.push_back(std::move(ring));
    }
    return rings;
}

std::vector<Outline> undefined_outlines(const surface::Surface& f, const Box& box, double tolerance)
{
    std::vector<Ring> rings = domain_edge(f, box, tolerance);
    for (Ring& ring : rings) { // the region is on the other side
        std::ranges::reverse(ring.beziers);
        for (Bezier& bezier : ring.beziers)
            std::ranges::reverse(bezier.p);
    }
    return join_outlines(box, rings, !is_value(f.value(box.corners()[0])));
}

} // namespace thalweg::contour
