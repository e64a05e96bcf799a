#include "contour/trace.hpp"

#include "contour/smooth.hpp"

#include <cmath>
#include <numeric>

namespace thalweg {

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

/// Doubts that are this share of the domain's size apart count as one.
constexpr double kApart = 1.0 / 1024;

void add_doubt(LevelSet& set, Vec2 at, const Box& domain)
{
    set.certified = false;
    const double x = kApart * domain.width(), y = kApart * domain.height();
    const auto is_near
        = [&](Vec2 p) { return std::abs(p.x - at.x) <= x && std::abs(p.y - at.y) <= y; };
    if (std::none_of(set.uncertified_at.rbegin(), set.uncertified_at.rend(), is_near))
        set.uncertified_at.push_back(at);
}

bool is_sound(const Box& b)
{
    return std::isfinite(b.x.lo + b.x.hi + b.y.lo + b.y.hi) && b.width() > 0 && b.height() > 0;
}

} // namespace

std::vector<LevelSet> trace_levels(
    const Surface& f, const Box& domain, std::span<const double> levels, double tolerance)
{
    std::vector<LevelSet> sets;
    for (const double level : levels)
        sets.push_back({.level = level, .certified = f.has_bounds() && is_sound(domain)});
    const Sorted sorted(levels);
    if (sorted.levels.empty() || !is_sound(domain))
        return sets;
    const auto set
        = [&](int k) -> LevelSet& { return sets[sorted.place[static_cast<std::size_t>(k)]]; };

    const std::vector<Cell> tree = build_quadtree(f, domain, sorted.levels);
    Crossings crossings = find_crossings(f, tree, sorted.levels);
    for (const Chain& chain : link_chains(tree, crossings))
        set(chain.level)
            .rings.push_back(smooth_ring(f, tree, chain, set(chain.level).level, tolerance));

    for (const Cell& cell : tree)
        if (cell.shape == Shape::stuck)
            for (int k = cell.first; k < cell.last; ++k)
                add_doubt(set(k), cell.box.center(), domain);
    for (const Doubt& doubt : crossings.doubts)
        add_doubt(set(doubt.level), doubt.at, domain);
    return sets;
}

} // namespace thalweg
