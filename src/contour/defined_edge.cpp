#include "contour/defined_edge.hpp"

#include "contour/outlines.hpp"
#include "contour/pieces.hpp"
#include "contour/smooth.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace thalweg::contour {

namespace {

constexpr int kHalvings = 45;
// Fewer will do to tell a jump from a slope, where a steep one may be taken for a jump: by this
// share of its change along the edge of a cell.
constexpr int kJumpHalvings = 12;
constexpr double kJump = 0.02;

/// A place, and f there.
struct Sample {
    Vec2 p;
    double value;
};

/// The sides of a jump past levels. Where f is undefined counts as below.
struct Jump {
    const surface::Surface& f;
    Range levels;

    Sample at(Vec2 p) const { return {p, f.value(p)}; }
    bool is_above(const Sample& s) const { return s.value >= levels.hi; }
    /// Levels may end at the edge of where f is defined, so nothing is known beside that.
    bool is_between(const Sample& s) const
    {
        return (s.value >= levels.lo && s.value < levels.hi)
            || (!is_value(s.value) && std::isfinite(levels.hi));
    }

    /// Where it crosses a segment between two points on different sides; none where f takes the
    /// levels rather than to jump past them.
    std::optional<Vec2> between(Sample above, Sample below) const
    {
        const double least = kJump * (above.value - below.value);
        for (int i = 0; i < kJumpHalvings; ++i) {
            const Sample middle = at(lerp(above.p, below.p, 0.5));
            if (is_between(middle))
                return std::nullopt;
            (is_above(middle) ? above : below) = middle;
            if (above.value - below.value <= least)
                return std::nullopt;
        }
        return above.p;
    }

    /// Does it pass within the tolerance of the middle of a chord?
    bool passes_middle(Vec2 a, Vec2 b, double tolerance) const
    {
        const double length = distance(a, b);
        if (length <= tolerance)
            return true;
        const Vec2 across = tolerance / length * Vec2{a.y - b.y, b.x - a.x};
        const Vec2 middle = lerp(a, b, 0.5);
        return is_above(at(middle + across)) != is_above(at(middle - across));
    }
};

} // namespace

Vec2 edge_between(const surface::Surface& f, Vec2 defined, Vec2 undefined)
{
    for (int i = 0; i < kHalvings; ++i) {
        const Vec2 middle = lerp(defined, undefined, 0.5);
        (is_value(f.value(middle)) ? defined : undefined) = middle;
    }
    return defined;
}

bool is_jump_straight(
    const surface::Surface& f, const Box& box, const Range& levels, double tolerance)
{
    const Jump jump{f, levels};
    std::array<Sample, 4> corners;
    std::ranges::transform(box.corners(), corners.begin(), [&](Vec2 p) { return jump.at(p); });
    if (std::ranges::any_of(corners, [&](const Sample& s) { return jump.is_between(s); }))
        return false;
    std::vector<Vec2> crossings;
    for (std::size_t i = 0, j = 1; i < 4; ++i, j = (j + 1) % 4) {
        const bool is_above = jump.is_above(corners[i]);
        if (is_above == jump.is_above(corners[j]))
            continue;
        const auto p = is_above ? jump.between(corners[i], corners[j])
                                : jump.between(corners[j], corners[i]);
        if (!p)
            return false;
        crossings.push_back(*p);
    }
    if (crossings.empty()) {
        const Sample center = jump.at(box.center());
        return !jump.is_between(center) && jump.is_above(center) == jump.is_above(corners[0]);
    }
    return crossings.size() == 2 && jump.passes_middle(crossings[0], crossings[1], tolerance);
}

std::vector<Ring> domain_edge(const surface::Surface& f, const Box& box, double tolerance)
{
    // Every value is above this level, so that higher ground is where there is ground.
    const double level = -std::numeric_limits<double>::infinity();
    const double half = 0.5 * tolerance; // of cells, and of the lines through their edges' points
    const Quadtree tree = build_quadtree(f, box, std::array{level}, half);
    Crossings crossings = find_crossings(f, tree.cells, std::array{level}, half);
    std::vector<Ring> rings;
    SmoothingEffort effort; // none: the edge runs through stuck leaves only
    for (const Chain& chain : link_chains(f, tree.cells, std::array{level}, crossings)) {
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
