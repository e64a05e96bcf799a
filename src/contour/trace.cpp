#include "contour/trace.hpp"

#include "contour/smooth.hpp"
#include "contour/uncertified.hpp"

#include <cmath>
#include <numeric>

namespace thalweg::contour {

namespace {

/// Levels that can have curves, in rising order, each with its place in the list that was asked
/// for.
struct Sorted {
    std::vector<double> levels;
    std::vector<std::size_t> place;

    explicit Sorted(std::span<const double> asked)
    {
        for (std::size_t i = 0; i < asked.size(); ++i)
            if (std::isfinite(asked[i]))
                place.push_back(i);
        std::stable_sort(place.begin(), place.end(),
            [&](std::size_t a, std::size_t b) { return asked[a] < asked[b]; });
        for (const std::size_t i : place)
            levels.push_back(asked[i]);
    }
};

bool is_sound(const Box& b)
{
    return std::isfinite(b.x.lo + b.x.hi + b.y.lo + b.y.hi) && b.width() > 0 && b.height() > 0;
}

} // namespace

std::vector<LevelSet> trace_levels(
    const surface::Surface& f, const Box& domain, std::span<const double> levels, double tolerance)
{
    std::vector<LevelSet> sets;
    for (const double level : levels)
        sets.push_back({.level = level, .certified = f.has_bounds() && is_sound(domain)});
    const Sorted sorted(levels);
    if (sorted.levels.empty() || !is_sound(domain))
        return sets;
    std::vector<LevelSet*> rising;
    for (const std::size_t i : sorted.place)
        rising.push_back(&sets[i]);

    const std::vector<Cell> tree = build_quadtree(f, domain, sorted.levels);
    Crossings crossings = find_crossings(f, tree, sorted.levels);
    for (const Chain& chain : link_chains(tree, crossings)) {
        LevelSet& to = *rising[static_cast<std::size_t>(chain.level)];
        Ring ring = smooth_ring(f, tree, chain, to.level, tolerance);
        if (!ring.beziers.empty()) // a touch of the domain's edge may leave just a point
            to.rings.push_back(std::move(ring));
    }

    mark_uncertified(tree, crossings.uncertified, rising);
    return sets;
}

} // namespace thalweg::contour
